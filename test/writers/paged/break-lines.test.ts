import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/model/text.ts';
import { balancedLines, breakLines, piecesOf } from '../../../src/writers/paged/break-lines.ts';
import { type PreparedText, prepareText } from '../../../src/writers/paged/prepared-text.ts';
import { keepUnitWhole } from '../../../src/writers/paged/quantity-text.ts';
import type { Ruler } from '../../../src/writers/paged/ruler.ts';
import { keepWordsWhole } from '../../../src/writers/paged/whole-words.ts';

/** Ideographs and full-width marks one em, everything else half of one. */
const ruler: Ruler = { width: (character) => (character < '\u2000' ? 0.5 : 1) };
const prepared = (text: string) => prepareText([run(text)], ruler);
const linesOf = (text: PreparedText, width: number, first = width) =>
  breakLines(text, width, first).map((line) => text.characters.slice(line.from, line.to).join(''));
const broken = (text: string, width: number, first?: number) => linesOf(prepared(text), width, first);

describe('lines', () => {
  test('are filled character by character', () => {
    expect(broken('新增认知障碍照护专区', 4)).toEqual(['新增认知', '障碍照护', '专区']);
  });

  test('do not begin with a closing mark', () => {
    expect(broken('全市已完成，其中', 5)).toEqual(['全市已完', '成，其中']);
    expect(broken('完成率“高”。', 5)).toEqual(['完成率', '“高”。']);
  });

  test('do not end with an opening mark', () => {
    expect(broken('街道乡（镇）', 4)).toEqual(['街道乡', '（镇）']);
    expect(broken('实施《办法》', 3)).toEqual(['实施', '《办', '法》']);
  });

  test('do not divide words, figures, or a figure and its sign', () => {
    expect(broken('新增AED1000台', 5)).toEqual(['新增', 'AED1000台']);
    expect(broken('计10,000.5%', 4.5)).toEqual(['计', '10,000.5%']);
    expect(broken('第2023-06期', 5)).toEqual(['第', '2023-06期']);
    expect(broken('共有5000个', 4)).toEqual(['共有', '5000个']);
  });

  test('do not divide a dash', () => {
    expect(broken('第一——第二', 3)).toEqual(['第一', '——第', '二']);
  });

  test('divide a word that alone is too long for a line', () => {
    expect(broken('见briefings网', 3)).toEqual(['见', 'briefi', 'ngs网']);
  });

  test('part a figure from its sign before they part digits', () => {
    expect(broken('10100个', 3)).toEqual(['10100', '个']);
  });

  test('end where the text says so', () => {
    expect(broken('一\n\n二', 9)).toEqual(['一', '', '二']);
  });

  test('drop white space at their end but keep an indent', () => {
    expect(broken('　　注 说明', 4)).toEqual(['　　注', '说明']);
  });

  test('take a tab for white space', () => {
    expect(broken('一\t二', 2)).toEqual(['一', '二']);
    expect(broken('一\t二', 3)).toEqual(['一　二']);
  });

  test('may have a narrower first one', () => {
    expect(broken('新增认知障碍', 4, 2)).toEqual(['新增', '认知障碍']);
  });

  test('of a narrow column hold at least one character', () => {
    expect(broken('杭州', 0.2)).toEqual(['杭', '州']);
  });
});

describe('any text at any width', () => {
  const alphabet = [
    ...'市民生实事，。；：（）“”《》、%—…',
    ...'0123456789',
    ...'abcXYZ',
    ' ',
    '.',
    '-',
    '(',
    ')',
    '\n',
    '　',
  ];
  const texts = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 });
  const widths = fc.integer({ min: 1, max: 120 }).map((tenths) => tenths / 10);

  test('keeps all characters in order, but for white space and line feeds at line ends', () => {
    fc.assert(
      fc.property(texts, widths, (words, width) => {
        const text = prepared(words);
        let at = 0;
        for (const line of breakLines(text, width)) {
          expect(text.characters.slice(at, line.from).join('').trim()).toBe('');
          at = line.to;
        }
        expect(text.characters.slice(at).join('').trim()).toBe('');
      }),
    );
  });

  test('has no line wider than the column, unless it is one character', () => {
    fc.assert(
      fc.property(texts, widths, (words, width) => {
        for (const line of breakLines(prepared(words), width))
          if (line.to - line.from > 1) expect(line.width).toBeLessThanOrEqual(width + 1e-5);
      }),
    );
  });

  test('begins no line with a closing mark where there is room to avoid it', () => {
    fc.assert(
      fc.property(texts, (words) => {
        const text = prepared(words);
        const forced = text.characters.flatMap((c, i) => (c === '\n' ? [i + 1] : []));
        for (const line of breakLines(text, Math.max(1, text.widest)).slice(1))
          if (!forced.includes(line.from)) expect(text.characters[line.from]).not.toMatch(/[，。；：）”》、%.)]/);
      }),
    );
  });
});

test('balanced lines are as few, and about as long as each other', () => {
  const text = prepared('二〇二三年市政府民生实事项目任务分解表');
  const lengths = balancedLines(text, 14).map((line) => line.to - line.from);
  expect(lengths).toEqual([10, 9]);
});

test('a title keeps its words whole', () => {
  const text = keepWordsWhole(prepared('民生实事项目进展情况和工作安排'));
  expect(linesOf(text, 9)).toEqual(['民生实事项目进展', '情况和工作安排']);
});

test('a quantity is divided before its unit', () => {
  const quantity = (text: string) => linesOf(keepUnitWhole(prepared(text)), 4);
  expect(quantity('18600人次')).toEqual(['18600', '人次']);
  expect(quantity('11.9万平方米')).toEqual(['11.9万', '平方米']);
  expect(quantity('5600个')).toEqual(['5600个']);
});

test('the pieces of a line keep the look of their runs', () => {
  const text = prepareText([run('其中'), { text: '滞后2项', strong: true, tone: 'lagging' }, run('。')], ruler);
  const [line] = breakLines(text, 20);
  expect(line && piecesOf(text, line)).toEqual([
    { text: '其中', strong: false, tone: null, width: 2 },
    { text: '滞后2项', strong: true, tone: 'lagging', width: 3.5 },
    { text: '。', strong: false, tone: null, width: 1 },
  ]);
});
