import type { Document, Row, Table } from '../../src/model/document.ts';
import { sampleDocument } from '../support/sample-document.ts';

/** 附件2's 19 columns with so many rows. */
export function longDocument(rows: number): Document {
  const sample = sampleDocument(null);
  const section = sample.sections[2] as Document['sections'][number];
  const blocks = section.blocks.map((block) => (block.kind === 'table' ? longTable(block, rows) : block));
  return { ...sample, sections: [{ ...section, blocks }] };
}

/** The real table's projects again and again, each time with other figures, so that no text is measured once for all. */
function longTable(table: Table, rows: number): Table {
  const groups: Row[][] = [];
  let count = 0;
  for (let round = 0; count < rows; round += 1)
    for (const group of table.groups) {
      if (count >= rows) break;
      groups.push(group.map((row) => ({ ...row, cells: row.cells.map((cell) => renumbered(cell, round)) })));
      count += group.length;
    }
  return { ...table, groups };
}

function renumbered(cell: Row['cells'][number], round: number): Row['cells'][number] {
  const other = (text: string) => text.replace(/\d/g, (d) => String((Number(d) + round) % 10));
  const content = cell.content.map((run) => ({ ...run, text: other(run.text) }));
  return { ...cell, content, value: cell.value && { ...cell.value, number: other(cell.value.number) } };
}
