import { describe, expect, it } from 'vitest';
import type { Cell, Document, Section } from '../../src/model/document.ts';
import { documentIn } from '../../src/model/document-in.ts';
import { plainText, run, textCell } from '../../src/model/text.ts';
import { verifyFile } from '../../src/verify/index.ts';
import { modelBytes, parseModel } from '../../src/verify/model-file.ts';
import { type Format, formats, loadWriter } from '../../src/writers/index.ts';
import { withPart } from '../support/changed-package.ts';
import { readPdf } from '../support/read-pdf.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { resources } from '../support/theme.ts';

const note = '来源：月报.xlsx 工作表“月报表”D7\n第2版，截至2023年6月30日';

/** A document whose cells of some words have remarks. */
function noted(remarks: Readonly<Record<string, string>>, document: Document = sampleDocument()): Document {
  const withNote = (cell: Cell): Cell => {
    const remark = remarks[plainText(cell.content)];
    return remark === undefined ? cell : { ...cell, note: remark };
  };
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'table'
          ? {
              ...block,
              head: block.head.map((row) => ({ ...row, cells: row.cells.map(withNote) })),
              groups: block.groups.map((rows) => rows.map((row) => ({ ...row, cells: row.cells.map(withNote) }))),
            }
          : block,
      ),
    })),
  };
}

async function write(document: Document, format: Format): Promise<Uint8Array> {
  return (await loadWriter(format)).write(document, resources);
}

async function differences(made: Document | Uint8Array, format: Format, meant: Document): Promise<string[]> {
  const bytes = made instanceof Uint8Array ? made : await write(made, format);
  const found = await verifyFile({ bytes, format, name: '文件' }, meant);
  return found.map(({ message }) => message['zh-CN'].replace(/^工作表“附件1” (?<cell>[A-Z]+\d+) /, '$<cell> '));
}

const district = noted({ '125户': note, 累计完成: '自1月起' });

describe.each(formats)('remarks in %s', (format) => {
  it('are right where they are as meant, or where the format has none', async () => {
    expect(await differences(district, format, district)).toEqual([]);
  });
});

describe.each(['xlsx', 'html'] as const)('a remark in %s', (format) => {
  const place = format === 'xlsx' ? 'D5 ' : '';

  it('that says something else is a difference at its cell', async () => {
    const made = noted({ '125户': note.replace('第2版', '第3版'), 累计完成: '自1月起' });
    expect(await differences(made, format, district)).toEqual([
      expect.stringMatching(/滞后项目 第1\.2行 累计完成：批注应为“.*第2版.*”，文件中为“.*第3版.*”$/),
    ]);
  });

  it('that differs in a line break alone is a difference', async () => {
    const made = noted({ '125户': note.replace('\n', ' '), 累计完成: '自1月起' });
    expect(await differences(made, format, district)).toHaveLength(1);
  });

  it('that is lost, too much or at another cell is a difference', async () => {
    const lost = await differences(noted({ 累计完成: '自1月起' }), format, district);
    expect(lost).toEqual([expect.stringMatching(/第1\.2行 累计完成：缺少批注“来源：/)]);
    const extra = await differences(noted({ '125户': note, 累计完成: '自1月起', '25.0%': '外加' }), format, district);
    expect(extra).toEqual([expect.stringMatching(/第1\.2行 完成率：多出批注“外加”$/)]);
    const moved = await differences(noted({ '25.0%': note, 累计完成: '自1月起' }), format, district);
    expect(moved).toEqual([
      expect.stringMatching(/第1\.2行 累计完成：缺少批注“来源：/),
      expect.stringMatching(/第1\.2行 完成率：多出批注“来源：/),
    ]);
    expect(lost[0]?.startsWith(place)).toBe(true);
  });
});

it('a remark that somebody puts beside the tables of a workbook is found, too', async () => {
  const bytes = await write(district, 'xlsx');
  const spoilt = withPart(bytes, /^xl\/comments2\.xml$/, (xml) =>
    xml.replace('<commentList>', '<commentList><comment ref="A1" authorId="0"><text><t>请改</t></text></comment>'),
  );
  expect(await differences(spoilt, 'xlsx', district)).toEqual([expect.stringContaining('A1：多出批注“请改”')]);
  const gone = withPart(bytes, /^xl\/worksheets\/_rels\/sheet2/, (xml) =>
    xml.replace(/<Relationship Id="rIdNotes".*?\/>/, ''),
  );
  expect(await differences(gone, 'xlsx', district)).toHaveLength(2);
});

const forExcel: Section = {
  name: '数据来源',
  page: { paper: 'A4', orientation: 'landscape' },
  formats: ['xlsx'],
  blocks: [
    { kind: 'heading', level: 1, content: [run('数据来源表')] },
    {
      kind: 'table',
      name: '数据来源',
      columns: ['file', 'cell'].map((key) => ({ key, width: 4, align: 'left', marked: false })),
      head: [{ key: null, cells: ['文件', '位置'].map((text) => textCell(text, { header: true })) }],
      groups: [[{ key: 'r', cells: [textCell('月报.xlsx'), textCell('D7')] }]],
    },
  ],
};
const withSection: Document = { ...district, sections: [...district.sections, forExcel] };

describe.each(formats)('a section for Excel alone, as %s', (format) => {
  it('is printed by Excel and left out by all others, down to the last byte', async () => {
    const [made, without] = await Promise.all([write(withSection, format), write(district, format)]);
    expect(Buffer.compare(made, without) === 0).toBe(format !== 'xlsx');
    expect(await differences(made, format, withSection)).toEqual([]);
  });

  it('is a difference where it is missing, and where it should not be', async () => {
    const everywhere = { ...withSection, sections: withSection.sections.map(({ formats: _, ...rest }) => rest) };
    const meant = format === 'xlsx' ? withSection : everywhere;
    expect(await differences(district, format, meant)).not.toEqual([]);
    const unmeant = format === 'xlsx' ? district : withSection;
    expect(await differences(everywhere, format, unmeant)).not.toEqual([]);
  });
});

it('a section for Excel alone has no page and no bookmark in PDF', async () => {
  const { bookmarks } = await readPdf(await write(withSection, 'pdf'));
  expect(bookmarks.map(({ title }) => title)).not.toContain('数据来源');
  expect(bookmarks.map(({ title }) => title)).toContain('附件2');
});

it('remarks and formats come back from the file that a packet keeps for verification', () => {
  expect(parseModel(modelBytes(withSection))).toEqual(withSection);
  expect(documentIn(withSection, 'xlsx')).toBe(withSection);
});
