import { describe, expect, it } from 'vitest';
import { run } from '../../../src/model/text.ts';
import { cellPadding, pointsPerUnit, textHeight, textLines, textWidth } from '../../../src/writers/xlsx/text-size.ts';

/** A column that holds five characters of 10.5 pt on a line. */
const fiveCharacters = (5 * 10.5) / pointsPerUnit + cellPadding;

/** Lines that the height has room for; their distance is that of two heights. */
function lines(text: string, size = 10.5, width = fiveCharacters): number {
  const one = textHeight([run('一')], size, 100);
  const step = (textHeight([run('一\n'.repeat(100))], size, 100) - one) / 100;
  return Math.round((textHeight([run(text)], size, width) - one) / step) + 1;
}

describe('text in cells', () => {
  it('counts a Chinese character as wide as it is high, a digit about half of it', () => {
    expect(textWidth('民生实事', 12) * pointsPerUnit).toBe(48);
    expect(textWidth('民生\n实事项目', 12)).toBe(textWidth('民生实事', 12));
    expect(textWidth('1234', 12) * pointsPerUnit).toBeGreaterThanOrEqual(24);
    expect(textWidth('1234', 12) * pointsPerUnit).toBeLessThan(30);
  });

  it('parts a text into lines that are the text again', () => {
    const runs = [run('新建和改造，公共领域'), { text: '新能源汽车\n充电桩2130个', strong: true, tone: null }];
    const parts = textLines(runs, 10.5, fiveCharacters);
    expect(parts.length).toBeGreaterThan(4);
    expect(
      parts
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).toBe(runs.map(({ text }) => text).join(''));
    expect(parts.at(-1)?.every(({ strong }) => strong)).toBe(true);
  });

  it.each([
    ['', 1],
    ['一二三四五', 1],
    ['一二三四五六', 2],
    ['一\n\n二', 3],
    // The comma may not begin the second line and takes a character along.
    ['一二三四五，六七八九', 3],
    // The bracket may not end the first line.
    ['一二三四（五六七）八', 3],
    // A word goes down whole, a longer one is broken.
    ['一二三1000个', 2],
    ['abcdefghijklmnopqrstuvwxyz', 4],
  ])('breaks %j into %i lines of five characters', (text, expected) => {
    expect(lines(text)).toBe(expected);
  });

  it('needs fewer lines at a smaller size', () => {
    expect(lines('一二三四五六七八九十', 5.25)).toBe(1);
  });

  it('gives a line at least the height that fallback fonts take', () => {
    expect(textHeight([run('一')], 16, 100)).toBeGreaterThanOrEqual(16 * 1.448);
  });
});
