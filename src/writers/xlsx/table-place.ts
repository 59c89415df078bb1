import type { Table } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import { type Grid, gridOf } from '../../model/grid.ts';

/** A table spread out by its spans, with its keys indexed. */
export interface SpreadTable {
  readonly table: Table;
  readonly grid: Grid;
  readonly headRows: number;
  /** Row key → row of the grid. */
  readonly rows: ReadonlyMap<string, number>;
  /** Column key → column of the grid. */
  readonly columns: ReadonlyMap<string, number>;
}

/** A spread-out table on its sheet. */
export interface TablePlace extends SpreadTable {
  readonly sheet: string;
  /**
   * Sheet row (0-based) where each row of the grid begins, and one more for the end; a very high row takes several
   * sheet rows. Columns need no such list: a table begins in column A and takes one sheet column for each of its own.
   */
  readonly rowStarts: readonly number[];
}

/** Spreads a table out before it is placed. Keys that stand twice, and spans that do not fit: WriteError. */
export function spreadTable(table: Table): SpreadTable {
  const lines = [...table.head, ...table.groups.flat()];
  const keys = lines.map((line) => line.key);
  return {
    table,
    grid: spread(table),
    headRows: table.head.length,
    rows: indexOf(table.name, 'row', keys),
    columns: indexOf(
      table.name,
      'column',
      table.columns.map((column) => column.key),
    ),
  };
}

function spread(table: Table): Grid {
  const count = table.columns.length;
  try {
    // A cell of the head ends with it.
    gridOf(table.head, count);
    gridOf(table.groups.flat(), count);
    return gridOf([...table.head, ...table.groups.flat()], table.columns.length);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new WriteError(
      { 'zh-CN': `表“${table.name}”的合并单元格有误：${cause.message}`, en: `table “${table.name}”: ${cause.message}` },
      { cause },
    );
  }
}

function indexOf(table: string, kind: 'row' | 'column', keys: readonly (string | null)[]): Map<string, number> {
  const index = new Map<string, number>();
  for (const [position, key] of keys.entries()) {
    if (key === null) continue;
    if (index.has(key))
      throw new WriteError({
        'zh-CN': `表“${table}”中${kind === 'row' ? '行' : '列'}标识“${key}”出现两次`,
        en: `table “${table}”: ${kind} key “${key}” stands twice`,
      });
    index.set(key, position);
  }
  return index;
}
