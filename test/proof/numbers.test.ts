import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { targetsOf } from '../../src/model/plan.ts';
import { composed } from '../support/composed.ts';
import { annex2, headRows, leadingColumns } from '../support/expected-annexes.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { type ReadSheet, readXlsx } from '../support/read-xlsx.ts';
import { written } from '../support/written-packet.ts';
import { cellAt, expectTable, rowOf } from '../writers/xlsx/written.ts';

const month = sampleMonth('2023-06');
const targets = targetsOf(month.plan).map(({ target }) => target);

describe.each(['上城区', '全市'])('the workbook of %s', (audience) => {
  let document: Document;
  let sheets: ReadSheet[];
  const sheetOf = (name: string) => sheets.find((sheet) => sheet.name === name);

  beforeAll(async () => {
    document = await composed(month, audience);
    sheets = readXlsx(await written(document, 'xlsx'));
  });

  it('holds each figure of 附件2 as a number that its format shows as printed', () => {
    const sheet = sheetOf(annex2);
    const top = rowOf(sheet, '序号') + headRows;
    let figures = 0;
    for (const [row, { quantity, allocations }] of targets.entries())
      for (const [column, task] of [quantity, ...month.plan.columns.map(({ name }) => allocations[name])].entries()) {
        if (task === undefined || task === null) continue;
        const place = column === 0 ? 2 : leadingColumns + column - 1;
        const { raw, text, style } = cellAt(sheet, top + row, place);
        const decimals = task.value.split('.')[1];
        expect({ raw, text, format: style.format }).toEqual({
          raw: { type: 'number', value: task.value },
          text: task.value + task.unit,
          format: `${decimals === undefined ? '0' : `0.${'0'.repeat(decimals.length)}`}"${task.unit}"`,
        });
        figures += column === 0 ? 0 : 1;
      }
    expect(figures).toBe(390);
  });

  it('shows every other number, too, as the other formats print it', () => {
    for (const { name, blocks } of document.sections) {
      let below = 0;
      for (const table of blocks.filter((block) => block.kind === 'table')) {
        const head = table.head[0]?.cells[0]?.content[0]?.text ?? '';
        const top = rowOf(sheetOf(name), head, below);
        expectTable(sheetOf(name), table, top);
        below = top + 1;
      }
    }
  });
});

describe('the sums in 附件4 of the city', () => {
  it('add up the row of 附件2 that they speak of, and say what is missing', async () => {
    const sheets = readXlsx(await written(await composed(month, '全市'), 'xlsx'));
    const annex4 = sheets.find(({ name }) => name.startsWith('附件4'));
    const first =
      rowOf(
        sheets.find(({ name }) => name === annex2),
        '序号',
      ) +
      headRows +
      1;
    const seen = targets.map(({ id }) => {
      const row = rowOf(annex4, id);
      const [sum, difference] = [cellAt(annex4, row, 4), cellAt(annex4, row, 5)];
      return [id, sum.formula, difference.formula === null ? null : difference.text];
    });
    const unequal: Readonly<Record<string, string>> = { '6.3': '10处', '12.1': '70堂', '13.3': '3个' };
    expect(seen).toEqual(
      targets.map(({ id, note, quantity }, index) => {
        if (note !== null) return [id, null, null];
        const sum = `SUM('${annex2}'!E${first + index}:S${first + index})`;
        return [id, sum, unequal[id] ?? `0${quantity?.unit}`];
      }),
    );
  });
});
