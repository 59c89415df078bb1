import type { Table } from '../model/document.ts';
import { parseQuantity } from '../model/quantity.ts';
import { headerDepth } from './header.ts';
import { type HeaderTree, headerTree } from './header-tree.ts';
import { fieldCount, type Line, type SpreadTable } from './lines.ts';

/** Rows under one copy of a header. */
export interface Page {
  readonly header: HeaderTree;
  readonly heading: Line;
  /** How many fields each row of the header has in the file. */
  readonly counts: readonly number[];
  /** Rows above the header in the same table. */
  readonly above: readonly Line[];
  readonly rows: { readonly line: Line; readonly table: Table; readonly opensTable: boolean }[];
  readonly table: Table;
}

/** The tables of a file, cut. */
export interface Cut {
  readonly pages: readonly Page[];
  /** First lines of tables after a header that hold no figure: they go on with nothing. */
  readonly strays: readonly Line[];
  /** Tables before the first header, and rows with figures above a header. */
  readonly headless: readonly (readonly Line[])[];
}

/**
 * Cuts all rows at the headers among them; rows before the first header are only kept with its own table. A table
 * without header and without any figure goes on with nothing.
 */
export function pagesOf(tables: readonly SpreadTable[]): Cut {
  const pages: Page[] = [];
  const strays: Line[] = [];
  const headless: (readonly Line[])[] = [];
  for (const { table, lines } of tables) {
    const depths = lines.map((_, index) => headerDepth(lines, index));
    const above: Line[] = [];
    if (pages.length > 0 && lines[0] && !lines.some((line, i) => (depths[i] as number) > 0 || hasFigure(line))) {
      strays.push(lines[0]);
      continue;
    }
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] as Line;
      const depth = depths[index] as number;
      if (depth > 0) {
        const heading = lines.slice(index, index + depth);
        const header = headerTree(heading);
        if (above.some((row) => figureCount(row) > 1)) headless.push([...above]);
        pages.push({ header, heading: line, counts: heading.map(fieldCount), above: above.splice(0), rows: [], table });
        index += depth - 1;
      } else {
        const page = pages.at(-1);
        if (page) page.rows.push({ line, table, opensTable: index === 0 });
        else above.push(line);
      }
    }
    if (above.length > 0) headless.push(above);
  }
  return { pages, strays, headless };
}

function hasFigure(line: Line): boolean {
  return line.some((field) => parseQuantity(field.text) !== null);
}

/** How many figures a row has. */
export function figureCount(line: Line): number {
  return line.filter((field) => parseQuantity(field.text) !== null).length;
}
