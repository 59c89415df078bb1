import { describe, expect, it } from 'vitest';
import type { Block, Cell, Document, Row, Table } from '../../src/model/document.ts';
import { plainText, run, textCell } from '../../src/model/text.ts';
import { verifyFile } from '../../src/verify/index.ts';
import { csvWriter } from '../../src/writers/csv.ts';
import { withRow, withTable } from '../support/changed-document.ts';
import { composed } from '../support/composed.ts';
import { type PacketFormat, packetFormats } from '../support/open-written.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { resources } from '../support/theme.ts';
import { written } from '../support/written-packet.ts';

const month = sampleMonth('2023-06');
const district = await composed(month, '上城区');
const city = await composed(month, '全市');

/** What verification says of a file that was made of another document; places in brackets left out. */
async function differences(made: Document, format: PacketFormat, meant: Document = district): Promise<string[]> {
  const bytes = await written(made, format);
  const found = await verifyFile({ bytes, format, name: '文件' }, meant);
  return found.map(({ message }) => message['zh-CN']);
}

/** Page, sheet or section and address in front of a message; every format has its own. */
const place = /^(?:第\d+页 ?|工作表“[^”]+” ?(?:[A-Z]+\d+ ?)?|“[^”]+”部分)：?/;
const withoutPlaces = (messages: readonly string[]) => messages.map((message) => message.replace(place, ''));

const changed = (text: string, by: Cell | null) => (cells: readonly Cell[]) =>
  cells.flatMap((cell) => (plainText(cell.content) === text ? (by ?? []) : cell));

const mapRows = (table: Table, change: (row: Row) => Row): Table => ({
  ...table,
  head: table.head.map(change),
  groups: table.groups.map((rows) => rows.map(change)),
});

/** Two of the last 14 cells of a row in each other's place; rows with a note across them stay. */
const swapped = (row: Row): Row => {
  const at = row.cells.length - 10;
  const [a, b] = [row.cells[at], row.cells[at + 1]];
  if (row.cells.length < 14 || a === undefined || b === undefined) return row;
  return { ...row, cells: row.cells.with(at, b).with(at + 1, a) };
};

const mapBlocks = (document: Document, change: (block: Block) => Block | null): Document => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((b) => change(b) ?? []),
  })),
});

describe.each(packetFormats)('a file as %s', (format) => {
  it.each([
    ['district', district],
    ['city', city],
  ])('that says what it should is right, %s', async (_, document) => {
    expect(await differences(document, format, document)).toEqual([]);
  });

  it('with a wrong figure: page, table, row and column, what it should be and what it is', async () => {
    const wrong = textCell('5901个', { value: { number: '5901', format: '0"个"', formula: null } });
    const found = await differences(withRow(district, '附件2', '5.2', changed('5900个', wrong)), format);
    expect(withoutPlaces(found)).toEqual(['附件2 第5.2行 上城区：应为“5900个”，文件中为“5901个”']);
    if (format === 'pdf') expect(found[0]).toMatch(/^第\d+页 附件2 /);
    if (format === 'xlsx') expect(found[0]).toMatch(/^工作表“附件2 任务分解表” F\d+ 附件2 /);
  });

  it('with two figures in each other’s place', async () => {
    const exchange = (cells: readonly Cell[]) => cells.with(7, cells[8] as Cell).with(8, cells[7] as Cell);
    expect(withoutPlaces(await differences(withRow(district, '附件2', '16.1', exchange), format))).toEqual([
      '附件2 第16.1行 西湖区：应为“8万平方米”，文件中为“11万平方米”',
      '附件2 第16.1行 滨江区：应为“11万平方米”，文件中为“8万平方米”',
    ]);
  });

  it('without a figure', async () => {
    const found = await differences(withRow(district, '附件2', '20.1', changed('2处', textCell(''))), format);
    expect(withoutPlaces(found)).toEqual(['附件2 第20.1行 杭州西湖风景名胜区：应为“2处”，文件中为空白']);
  });

  it('with a merge undone', async () => {
    let made = withRow(district, '附件2', '1.1', changed('市民政局', textCell('市民政局')));
    made = withRow(made, '附件2', '1.2', (cells) => cells.toSpliced(1, 0, textCell('')));
    expect(withoutPlaces(await differences(made, format))).toEqual([
      '附件2 第1.1行 牵头单位：“市民政局”应占2×1（行×列），文件中占1×1',
    ]);
  });

  it('without some rows, as one difference', async () => {
    const made = withTable(district, '任务明细', (table) => ({ ...table, groups: table.groups.toSpliced(5, 3) }));
    expect(withoutPlaces(await differences(made, format))).toEqual([
      '任务明细 第4.2行：从这一行（“普惠托位3000个”）起缺少3行',
    ]);
  });

  /** Remarks on figures of rows that should not be there, where the format has remarks. */
  const remarksTooMany = (count: number) =>
    ['xlsx', 'html'].includes(format) ? Array(count).fill(expect.stringMatching(/^多出批注“来源：/)) : [];

  it('with a row twice, and with two rows exchanged', async () => {
    const again = (table: Table) => ({
      ...table,
      groups: [...table.groups.slice(0, 6), withoutKeys(table.groups[5] ?? []), ...table.groups.slice(6)],
    });
    expect(withoutPlaces(await differences(withTable(district, '任务明细', again), format))).toEqual([
      '任务明细：“4.2”一行重复出现',
      ...remarksTooMany(1),
    ]);
    const exchange = (table: Table) => ({
      ...table,
      groups: table.groups.with(3, table.groups[9] ?? []).with(9, table.groups[3] ?? []),
    });
    expect(withoutPlaces(await differences(withTable(district, '任务明细', exchange), format))).toEqual([
      '任务明细：“5.3”一行不在应有的位置',
      '任务明细：“3.1”一行不在应有的位置',
      ...remarksTooMany(2),
    ]);
  });

  it('with two columns exchanged, heads and all', async () => {
    const made = withTable(district, '附件2', (table) => mapRows(table, swapped));
    expect(withoutPlaces(await differences(made, format))).toEqual(['附件2 萧山区：这一列不在应有的位置']);
  });

  it('with the figures of two columns under each other’s heads', async () => {
    const body = (table: Table) => ({ ...table, groups: table.groups.map((rows) => rows.map(swapped)) });
    expect(withoutPlaces(await differences(withTable(district, '附件2', body), format))).toEqual([
      '附件2 萧山区：这一列列的是“余杭区”的内容（22格）',
      '附件2 余杭区：这一列列的是“萧山区”的内容（22格）',
    ]);
  });

  it('without a column', async () => {
    const made = withTable(district, '任务明细', (table) => ({
      ...mapRows(table, (row) => ({ ...row, cells: row.cells.toSpliced(7, 1) })),
      columns: table.columns.toSpliced(7, 1),
    }));
    expect(withoutPlaces(await differences(made, format))).toEqual(['任务明细 较序时进度（百分点）：缺少这一列']);
  });

  it('with another word in a head, on each page that has it', async () => {
    const made = withTable(district, '附件2', (table) =>
      mapRows(table, (row) => ({ ...row, cells: changed('滨江区', textCell('滨江', { header: true }))(row.cells) })),
    );
    const found = await differences(made, format);
    expect(new Set(withoutPlaces(found))).toEqual(new Set(['附件2 表头 滨江区：应为“滨江区”，文件中为“滨江”']));
    expect(found).toHaveLength(format === 'pdf' ? 3 : 1);
    if (format === 'pdf') expect(new Set(found).size).toBe(3);
  });

  it('without the head of a table, on each page', async () => {
    const made = withTable(district, '任务明细', (table) => ({ ...table, head: [] }));
    const found = await differences(made, format);
    expect(new Set(withoutPlaces(found))).toEqual(new Set(['任务明细：缺少表头']));
    expect(found).toHaveLength(format === 'pdf' ? 2 : 1);
  });

  it('without a table', async () => {
    const made = mapBlocks(district, (block) => (block.kind === 'table' && block.name === '附件3' ? null : block));
    expect(await differences(made, format)).toEqual(['附件3：文件中没有这张表']);
  });

  it('with another figure in a sentence, and without a paragraph', async () => {
    const other = mapBlocks(district, (block) =>
      block.kind === 'paragraph' && block.role === 'lead'
        ? { ...block, content: block.content.map((r) => ({ ...r, text: r.text.replace('51.2%', '61.2%') })) }
        : block,
    );
    const [sentence, ...more] = withoutPlaces(await differences(other, format));
    expect(more).toEqual([]);
    expect(sentence).toMatch(/^应为“….*综合完成率51\.2%.*…”，文件中为“….*综合完成率61\.2%.*…”$/);

    const starts = (block: Block) => block.kind === 'paragraph' && plainText(block.content).startsWith('3.1');
    const gone = mapBlocks(district, (block) => (starts(block) ? null : block));
    expect(withoutPlaces(await differences(gone, format))[0]).toMatch(/^缺少“3\.1实现乡镇（街道）老年学校建设全覆盖/);
  });

  it('with another bar in a chart', async () => {
    const made = mapBlocks(city, (block) =>
      block.kind === 'chart'
        ? { ...block, bars: block.bars.with(0, { ...block.bars[0], value: '0.9' } as never) }
        : block,
    );
    const [found, ...more] = withoutPlaces(await differences(made, format, city));
    expect(found).toMatch(/^图“各区、县（市）综合完成率”中缺少“(52\.7%|0\.52\d+)”$/);
    expect(more).toEqual([]);
  });

  it('without the words that no reader may miss', async () => {
    const found = await differences({ ...district, banner: null }, format);
    expect(found[0]).toContain('缺少“示例数据　仅供演示，不得作为工作依据”字样');
    expect(found.length).toBeLessThanOrEqual(2);
  });

  it('of another district names it and does not drown it', async () => {
    const found = await differences(await composed(month, '滨江区'), format);
    expect(found.join('\n')).toMatch(/应为“上城区[^”]*”，文件中为“滨江区[^”]*”/);
    expect(found.length).toBeLessThan(80);
  });

  it('that was cut off is refused and not read in part', async () => {
    const bytes = await written(district, format);
    const cut = bytes.slice(0, Math.floor(bytes.length * 0.6));
    const found = await verifyFile({ bytes: cut, format, name: '文件' }, district);
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
    expect(found[0]?.code).toMatch(/^(pdf-broken|file-damaged|html-broken)$/);
  });
});

/** Keys are unique in a table. */
function withoutKeys(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, key: null }));
}

it('a difference in English has the same place and texts', async () => {
  const made = mapBlocks(district, (block) => (block.kind === 'table' && block.name === '附件3' ? null : block));
  const bytes = await written(withRow(made, '附件2', '20.1', changed('2处', textCell('3处'))), 'pdf');
  const found = await verifyFile({ bytes, format: 'pdf', name: 'file' }, district);
  expect(found.map(({ message }) => message.en.replace(/^page \d+/, 'page N'))).toEqual([
    'page N, 附件2, row 20.1, 杭州西湖风景名胜区: expected “2处”, the file has “3处”',
    '附件3: the table is missing',
  ]);
});

it('words that were not meant are named', async () => {
  const extra = { kind: 'paragraph', role: 'body', content: [run('内部资料，注意保存。')] } as const;
  const [first, ...rest] = district.sections;
  const made = {
    ...district,
    sections: [{ ...first, blocks: [...(first?.blocks ?? []), extra] }, ...rest],
  } as Document;
  expect(withoutPlaces(await differences(made, 'pdf'))).toEqual(['多出“内部资料，注意保存。”']);
});

it('a table of fields is compared, too', async () => {
  const verify = async (made: Document) => {
    const bytes = await csvWriter.write(made, resources);
    return (await verifyFile({ bytes, format: 'csv', name: '文件' }, district)).map(({ message }) => message['zh-CN']);
  };
  expect(await verify(district)).toEqual([]);
  expect(await verify(withRow(district, '附件2', '20.1', changed('2处', textCell('3处'))))).toEqual([
    '上城区2023年6月民生实事简报 “附件2 20.1”行 19：应为“2处”，文件中为“3处”',
  ]);
  const shorter = withTable(district, '任务明细', (table) => ({ ...table, groups: table.groups.toSpliced(5, 1) }));
  expect(await verify(shorter)).toEqual([expect.stringMatching(/“任务明细 4\.2”行：缺少这一行/)]);
});
