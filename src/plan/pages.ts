import type { Table } from '../model/document.ts';
import { parseQuantity } from '../model/quantity.ts';
import { headerDepth } from './header.ts';
import { type HeaderTree, headerTree } from './header-tree.ts';
import { fieldCount, isBlank, type Line, linesOf } from './lines.ts';

/** Rows under one copy of a header. */
export interface Page {
  readonly header: HeaderTree;
  readonly heading: Line;
  /** How many fields a row of the file has by its header. */
  readonly fields: number;
  /** Rows above the header in the same table. */
  readonly above: readonly Line[];
  readonly rows: { readonly line: Line; readonly table: Table; readonly opensTable: boolean }[];
  readonly table: Table;
}

/**
 * Cuts all rows at the headers among them; rows before the first header are only kept with its own table. A table
 * without header and without any figure goes on with nothing: its first line is a stray.
 */
export function pagesOf(tables: readonly Table[]): { pages: Page[]; strays: Line[] } {
  const pages: Page[] = [];
  const strays: Line[] = [];
  for (const table of tables) {
    const lines = linesOf(table).filter((line) => !isBlank(line));
    const above: Line[] = [];
    if (pages.length > 0 && lines[0] && !lines.some((line, i) => headerDepth(lines, i) > 0 || hasFigure(line))) {
      strays.push(lines[0]);
      continue;
    }
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] as Line;
      const depth = headerDepth(lines, index);
      if (depth > 0) {
        const heading = lines.slice(index, index + depth);
        const fields = Math.max(...heading.map(fieldCount));
        const header = headerTree(heading);
        pages.push({ header, heading: line, fields, above: above.splice(0), rows: [], table });
        index += depth - 1;
      } else {
        const page = pages.at(-1);
        if (page) page.rows.push({ line, table, opensTable: index === 0 });
        else above.push(line);
      }
    }
  }
  return { pages, strays };
}

function hasFigure(line: Line): boolean {
  return line.some((field) => parseQuantity(field.text) !== null);
}
