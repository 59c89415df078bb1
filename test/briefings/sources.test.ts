import { describe, expect, it } from 'vitest';
import type { Cell, Document, Table } from '../../src/model/document.ts';
import { quantityText } from '../../src/model/quantity.ts';
import { plainText } from '../../src/model/text.ts';
import { figureNote } from '../../src/provenance/note.ts';
import { composed } from '../support/composed.ts';
import { full, monthOf } from '../support/months.ts';
import { sampleMonth } from '../support/plan-2023.ts';

const month = sampleMonth('2023-06');
const done = month.assessment.tasks.filter((task) => task.done !== null);

function tableIn(document: Document, name: string): Table {
  const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

const rowsOf = (table: Table) => table.groups.flat();
const notesIn = (cells: readonly Cell[]) => cells.flatMap(({ note }) => note ?? []);

describe('where figures come from, in the workbooks', () => {
  it('the city’s last sheet has a line for each figure that counts, and Excel alone has it', async () => {
    const document = await composed(month, '全市');
    const last = document.sections.at(-1);
    expect([last?.name, last?.formats]).toEqual(['数据来源', ['xlsx']]);
    const rows = rowsOf(tableIn(document, '数据来源')).map(({ cells }) => cells.map((cell) => plainText(cell.content)));
    expect(rows.map((row) => row.slice(0, 4))).toEqual(
      done.map(({ target, column, done: figure }) => [
        target.id,
        column,
        figure ? quantityText(figure) : '',
        'progress/2023-06.csv',
      ]),
    );
  });

  it('a district’s sheet has its own', async () => {
    const document = await composed(month, '上城区');
    const rows = rowsOf(tableIn(document, '数据来源'));
    expect(rows.map(({ key }) => key)).toEqual(
      done.filter(({ column }) => column === '上城区').map(({ target }) => `${target.id}上城区`),
    );
  });

  it('remarks stand on every cumulative figure of the city, and on the own ones of a district', async () => {
    const city = await composed(month, '全市');
    const all = done.map(({ target, column }) => figureNote(month, column, target.id));
    expect(notesIn(rowsOf(tableIn(city, '附件3')).flatMap(({ cells }) => cells))).toEqual(all);
    for (const { key, cells } of rowsOf(tableIn(city, '滞后项目'))) {
      const task = done.find(({ target, column }) => `${target.id}${column}` === key);
      expect(notesIn(cells)).toEqual([figureNote(month, task?.column ?? '', task?.target.id ?? '')]);
    }
    const district = await composed(month, '上城区');
    const own = done
      .filter(({ column }) => column === '上城区')
      .map(({ target }) => figureNote(month, '上城区', target.id));
    for (const name of ['附件3', '任务明细'])
      expect(notesIn(rowsOf(tableIn(district, name)).flatMap(({ cells }) => cells))).toEqual(own);
    expect(own[0]).toBe('来源：progress/2023-06.csv 第15行第7列\n第1版，截至2023年6月30日');
  });

  it('sums say what they are of, and a district without a figure has no such sheet', async () => {
    const { month: small } = monthOf(full('1', '2', '3').slice(0, 2));
    if (small === null) throw new Error('no month');
    const city = await composed(small, '全市');
    expect(notesIn(rowsOf(tableIn(city, '目标完成情况')).flatMap(({ cells }) => cells))).toEqual([
      '各承担单位所报之和（承担3个，未报送1个），逐项来源见Excel文件的“数据来源”表',
    ]);
    const silent = await composed(small, '乙县');
    expect(silent.sections.map(({ name }) => name)).not.toContain('数据来源');
    expect(silent.sections.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(10);
  });
});
