import { describe, expect, it } from 'vitest';
import type { Block, Cell, Document, Section, Table } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { cellAt, documentOf, documentWith, write, writeAndRead } from './written.ts';

const page = { paper: 'A4', orientation: 'portrait' } as const;
const section = (name: string, blocks: readonly Block[] = []): Section => ({ name, page, blocks });
const paragraph = (text: string): Block => ({ kind: 'paragraph', role: 'body', content: [run(text)] });
const number = (value: string, format = '0', formula: string | null = null) =>
  textCell(value, { value: { number: value, format, formula } });

function tableOf(...cells: Cell[]): Table {
  return {
    kind: 'table',
    name: '表一',
    columns: cells.map((_, i) => ({ key: `c${i + 1}`, width: 1, align: 'left', marked: false })),
    head: [],
    groups: [[{ key: 'r1', cells }]],
  };
}

async function refusal(document: Document): Promise<string> {
  const error = await write(document).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WriteError);
  return (error as WriteError).message;
}

describe('names', () => {
  it.each(['', 'a'.repeat(32), '附件[1]', 'a:b', 'a*b', 'a?b', 'a/b', 'a\\b', "a'b", 'History', 'a\u0007b'])(
    'refuses the sheet name %j',
    async (name) => {
      expect(await refusal(documentWith([section(name)]))).toContain(`section “${name}”`);
    },
  );

  it('refuses two sheets of one name, whatever the case', async () => {
    expect(await refusal(documentWith([section('Annex'), section('ANNEX')]))).toContain('“ANNEX”');
  });

  it('refuses a document without sections', async () => {
    expect(await refusal(documentWith([]))).toContain('no section');
  });

  it('refuses two tables, rows or columns of one name', async () => {
    const table = tableOf(textCell('1'));
    expect(await refusal(documentOf([table, { ...table }]))).toContain('table “表一”');
    expect(await refusal(documentOf([{ ...table, groups: [...table.groups, ...table.groups] }]))).toContain(
      'row key “r1”',
    );
    expect(await refusal(documentOf([{ ...table, columns: [...table.columns, ...table.columns] }]))).toContain('“c1”');
  });

  it('refuses spans that leave the table', async () => {
    expect(await refusal(documentOf([tableOf(textCell('1', { rowspan: 2 }))]))).toContain('table “表一”');
  });
});

describe('texts', () => {
  it.each([
    ['\u0000', 'U+0000'],
    ['\r', 'U+000D'],
    ['\u007f', 'U+007F'],
    ['\ufffe', 'U+FFFE'],
    ['\ud83d', 'U+D83D'],
  ])('refuses %j and names the cell', async (character, code) => {
    const message = await refusal(documentOf([tableOf(textCell('好'), textCell(`好${character}`))]));
    expect(message).toContain('table “表一”, row 1, column “c2”');
    expect(message).toContain(code);
  });

  it('looks at paragraphs, properties and the banner too', async () => {
    expect(await refusal(documentOf([paragraph('一'), paragraph('\u0001')]))).toContain('sheet “表”, row 2');
    expect(await refusal({ ...documentOf([]), title: '\u0001' })).toContain('“title”');
    expect(await refusal({ ...documentOf([]), banner: '\u0001' })).toContain('sheet “表”, row 1');
  });

  it('refuses a property that is longer than a cell, and divides a text over cells', async () => {
    const titled = (title: string) => ({ ...documentOf([]), title });
    expect(await refusal(titled('长'.repeat(32_768)))).toContain('32768 characters');
    expect(await refusal(titled('\n'.repeat(254)))).toContain('line breaks');
    const [sheet] = await writeAndRead(documentOf([tableOf(textCell('长'.repeat(32_768)))]));
    expect(sheet?.cells.length).toBeGreaterThan(1);
    expect(sheet?.cells.map((cell) => cell.text).join('')).toBe('长'.repeat(32_768));
  });

  it('keeps words that look like formulas, markup or escapes as they are', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '<b>&amp;"\'', '_x0041_', ' 两端 ', '一\n二', '😀𠮷', '0012'];
    const [sheet] = await writeAndRead(documentOf([tableOf(...texts.map((text) => textCell(text)))]));
    expect(sheet?.cells.map(({ text, raw, formula }) => [text, raw.type, formula])).toEqual(
      texts.map((text) => [text, 'text', null]),
    );
    expect(texts.map((_, i) => cellAt(sheet, 0, i).style.format).slice(0, 5)).toEqual(['@', '@', '@', '@', 'General']);
  });
});

describe('numbers', () => {
  it('writes a figure that a spreadsheet would round as text', async () => {
    const figures = [
      number('123456789012345'),
      number('1234567890123456'),
      number('0.1234567890123456', '0.0000000000000000'),
      number('120000000000000000'),
      number('-0.50'),
      number('007'),
    ];
    const [sheet] = await writeAndRead(documentOf([tableOf(...figures)]));
    expect(sheet?.cells.map((cell) => [cell.raw.type, cell.raw.value, cell.style.format])).toEqual([
      ['number', '123456789012345', '0'],
      ['text', '1234567890123456', '@'],
      ['text', '0.1234567890123456', '@'],
      ['number', '120000000000000000', '0'],
      ['number', '-0.5', '0'],
      ['number', '7', '0'],
    ]);
  });

  it('writes a rate that no decimal can hold as a number, since its format shows few of its digits', async () => {
    const rates = [
      number('13.333333333333333', '+0.0;-0.0;0.0'),
      number('1.066666666666667', '0.0%'),
      number('1.066666666666667', 'General'),
    ];
    const [sheet] = await writeAndRead(documentOf([tableOf(...rates)]));
    expect(sheet?.cells.map(({ raw, style }) => [raw.type, style.format])).toEqual([
      ['number', '+0.0;-0.0;0.0'],
      ['number', '0.0%'],
      ['text', '@'],
    ]);
  });

  it.each(['1e3', '', '.5', '1,000', 'NaN'])('refuses %j as a number', async (figure) => {
    expect(await refusal(documentOf([tableOf(number(figure))]))).toContain('column “c1”');
  });

  it.each(['0"户', 'yyyy', '', `0"${'长'.repeat(255)}"`])('refuses the number format %j', async (format) => {
    expect(await refusal(documentOf([tableOf(number('1', format))]))).toContain('is not a number format');
  });

  it('refuses a formula to nowhere', async () => {
    expect(await refusal(documentOf([tableOf(number('1', '0', '[r9,c1]'))]))).toContain('no row “r9”');
  });
});
