import fc from 'fast-check';
import type { Cell, Table } from '../../src/model/document.ts';
import { textCell } from '../../src/model/text.ts';

/** Tables of any spans and words, as a writer must be able to take them. */

const words = fc.oneof(
  fc.constantFrom('', '上城区', '=1+1', '<&>"\'', '_x000D_', '一\n二', '  ', '2023'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)),
);
const figure = fc
  .tuple(fc.integer({ min: -99_999, max: 999_999 }), fc.constantFrom('张', '户', '万平方米'))
  .map(([number, unit]) => ({
    text: `${number}${unit}`,
    value: { number: String(number), format: `0"${unit}"`, formula: null },
  }));

/** Wishes for the cells in reading order; the tiling cuts their spans to the room there is. */
const wish = fc.record({
  content: fc.oneof(
    words.map((text) => ({ text, value: null })),
    figure,
  ),
  rowspan: fc.integer({ min: 1, max: 4 }),
  colspan: fc.integer({ min: 1, max: 4 }),
});

/** Up to 6 rows and 12 columns, up to two head rows. */
export const anySpans: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 12 }),
    head: fc.integer({ min: 0, max: 2 }),
    wishes: fc.array(wish, { minLength: 72, maxLength: 72 }),
  })
  .map(({ rows, columns, head, wishes }): Table => {
    const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
    const lines: Cell[][] = taken.map(() => []);
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        if (taken[row]?.[column]) continue;
        const { content, ...spans } = wishes[row * columns + column] as (typeof wishes)[number];
        let colspan = 1;
        while (colspan < spans.colspan && column + colspan < columns && !taken[row]?.[column + colspan]) colspan += 1;
        // A cell of the head ends with it.
        const rowspan = Math.min(spans.rowspan, (row < head ? Math.min(head, rows) : rows) - row);
        for (let r = row; r < row + rowspan; r += 1) taken[r]?.fill(true, column, column + colspan);
        lines[row]?.push(textCell(content.text, { value: content.value, rowspan, colspan, header: row < head }));
      }
    const keyed = lines.map((cells, i) => ({ key: `r${i}`, cells }));
    return {
      kind: 'table',
      name: '任意',
      columns: Array.from({ length: columns }, (_, i) => ({
        key: `c${i}`,
        width: 1 + (i % 3),
        align: 'left',
        marked: i === 1,
      })),
      head: keyed.slice(0, head),
      groups: [keyed.slice(head)],
    };
  });
