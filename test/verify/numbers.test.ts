import { describe, expect, it } from 'vitest';
import { verifyFile } from '../../src/verify/index.ts';
import { withPart } from '../support/changed-package.ts';
import { composed } from '../support/composed.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { written } from '../support/written-packet.ts';

const month = sampleMonth('2023-06');
const document = await composed(month, '上城区');
const workbook = await written(document, 'xlsx');
/** The sheet of 附件4, whose rates are calculated. */
const annex4 = /sheet5\.xml$/;

async function messages(bytes: Uint8Array, format: 'xlsx' | 'html' = 'xlsx'): Promise<string[]> {
  const found = await verifyFile({ bytes, format, name: '简报' }, document);
  return found.map(({ message }) => message['zh-CN']);
}

describe('the numbers of a workbook', () => {
  it('are those of the document: value, format, formula and its saved result', async () => {
    expect(await messages(workbook)).toEqual([]);
  });

  it('a number that shows the same words but is another is named', async () => {
    // 58.6% is shown of 123/210 = 0.585714…
    const other = withPart(workbook, annex4, (xml) =>
      xml.replace(/(<c r="F6"[^>]*>.*?<v>)0\.58571\d*(<\/v>)/, '$10.5859$2'),
    );
    expect(await messages(other)).toEqual([
      expect.stringMatching(
        /^工作表“附件4 任务明细” F6 任务明细 第1\.1行 完成率：显示为“58\.6%”，但单元格的数值应为 0\.58571\d*，文件中为 0\.5859$/,
      ),
    ]);
  });

  it('a number that became words is named', async () => {
    const words = withPart(workbook, annex4, (xml) =>
      xml.replace(/<c r="D6" (s="\d+")><v>210<\/v><\/c>/, '<c r="D6" $1 t="inlineStr"><is><t>210张</t></is></c>'),
    );
    expect(await messages(words)).toEqual([
      '工作表“附件4 任务明细” D6 任务明细 第1.1行 全年任务：“210张”是文字，不是数值；应为数值 210',
    ]);
  });

  it('a formula that calculates something else, and one that became a plain number, are named', async () => {
    const other = withPart(workbook, annex4, (xml) => xml.replace('<f>E6/D6</f>', '<f>E7/D6</f>'));
    expect(await messages(other)).toEqual([
      '工作表“附件4 任务明细” F6 任务明细 第1.1行 完成率：“58.6%”的公式应为“E6/D6”，文件中为“E7/D6”',
    ]);
    const plain = withPart(workbook, annex4, (xml) => xml.replace('<f>E6/D6</f>', ''));
    expect(await messages(plain)).toEqual([
      '工作表“附件4 任务明细” F6 任务明细 第1.1行 完成率：“58.6%”的公式应为“E6/D6”，文件中为空白',
    ]);
  });

  it('a sum across sheets refers to the cells that it speaks of', async () => {
    const city = await composed(month, '全市');
    const bytes = await written(city, 'xlsx');
    const verify = async (file: Uint8Array) =>
      (await verifyFile({ bytes: file, format: 'xlsx', name: '简报' }, city)).map(({ message }) => message['zh-CN']);
    expect(await verify(bytes)).toEqual([]);
    const shifted = withPart(bytes, annex4, (xml) => xml.replace(/!E6:S6\)<\/f>/, '!E7:S7)</f>'));
    expect(await verify(shifted)).toEqual([
      expect.stringMatching(/的公式应为“SUM\('附件2 任务分解表'!E6:S6\)”，文件中为“SUM\('附件2 任务分解表'!E7:S7\)”$/),
    ]);
  });

  it('another unit in a number format is named; the same format written otherwise is none', async () => {
    const unit = withPart(workbook, /styles\.xml$/, (xml) => xml.replace('0&quot;张&quot;', '0&quot;户&quot;'));
    const found = await messages(unit);
    expect(found[0]).toMatch(/第1\.1行 .*：应为“\d+张”，文件中为“\d+户”$/);
    expect(found.every((message) => message.includes('第1.1行') || message.includes('处不同'))).toBe(true);
    const escaped = withPart(workbook, /styles\.xml$/, (xml) => xml.replace('0&quot;张&quot;', '0\\张'));
    expect(await messages(escaped)).toEqual([]);
  });

  it('a hidden row is named', async () => {
    const hidden = withPart(workbook, annex4, (xml) => xml.replace('<row r="8" ', '<row r="8" hidden="1" '));
    expect((await messages(hidden)).length).toBe(1);
  });
});

describe('the numbers in HTML', () => {
  it('are exact, whatever words stand before them', async () => {
    const page = new TextDecoder().decode(await written(document, 'html'));
    const other = page.replace('data-value="210"', 'data-value="211"');
    expect(other).not.toBe(page);
    expect(await messages(new TextEncoder().encode(other), 'html')).toEqual([
      '附件2 第1.1行 上城区：显示为“210张”，但单元格的数值应为 210，文件中为 211',
    ]);
  });
});
