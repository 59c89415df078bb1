import type { Cell, Document, Table } from '../../src/model/document.ts';

/** The document with one table changed. */
export function withTable(document: Document, name: string, change: (table: Table) => Table): Document {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.kind === 'table' && block.name === name ? change(block) : block)),
    })),
  };
}

/** The document with the cells of one row of a table changed. */
export function withRow(
  document: Document,
  table: string,
  key: string,
  change: (cells: readonly Cell[]) => readonly Cell[],
): Document {
  return withTable(document, table, (found) => ({
    ...found,
    groups: found.groups.map((rows) =>
      rows.map((row) => (row.key === key ? { ...row, cells: change(row.cells) } : row)),
    ),
  }));
}
