import type { Diagnostic } from '../model/diagnostic.ts';
import { continuationMark } from './bare-text.ts';
import { type CellDifference, columnsOfOthers } from './columns-of-others.ts';
import { compareNumber } from './compare-number.ts';
import type { Locator } from './formula-text.ts';
import type { FoundCell, Traits } from './found.ts';
import type { FoundRow } from './found-row.ts';
import { misread } from './fragments.ts';
import type { Panel } from './panel.ts';
import type { Part } from './part.ts';
import { differ, differences } from './problems.ts';
import { shortened, shortenedPair } from './shorten.ts';
import type { SpreadCell } from './spread-table.ts';
import { placeOf, type TableContext } from './table-context.ts';
import { type Tile, type TilePlace, tileAt } from './tile.ts';

/** What one part shows of a cell of the table. */
interface Fragment extends TilePlace {
  readonly part: Part;
  /** Null where cells do not keep to its place. */
  readonly tile: Tile | null;
}

/** Compares every cell of the table with its parts on the pages: extent, words, marks of continuation, numbers. */
export function compareCells(context: TableContext, locator: Locator): Diagnostic[] {
  const texts: CellDifference[] = [];
  const others: Diagnostic[] = [];
  const misfits = new Set<FoundCell>();
  for (const cell of context.table.cells)
    for (const panel of context.panels)
      for (const fragments of fragmentsOf(cell, panel, context)) {
        const misfit = fragments.find(({ tile }) => tile === null);
        if (misfit !== undefined) {
          const found = cellAt(misfit);
          // A cell that covers what belongs to several is one difference.
          if (found !== null && misfits.has(found)) continue;
          if (found !== null) misfits.add(found);
          others.push(spanDifference(cell, misfit, context));
          continue;
        }
        const difference = wordsOf(cell, fragments, panel, context);
        if (difference !== null) texts.push(difference);
        else others.push(...compareNumber(cell, numbered(fragments), context, locator));
      }
  return [...columnsOfOthers(texts, context), ...others];
}

/** The found cell that holds the number, if there is one: the first with words. */
function numbered(fragments: readonly Fragment[]): FoundCell | null {
  const cells = fragments.flatMap(({ tile }) => tile?.flat() ?? []);
  return cells.find(({ bare }) => bare !== '') ?? cells[0] ?? null;
}

function cellAt({ part, rows, columns }: Fragment): FoundCell | null {
  return part.found.at[rows[0] as number]?.[columns[0] as number] ?? null;
}

/** The parts of a body cell are one text over the pages; a head stands on each page by itself. */
function fragmentsOf(cell: SpreadCell, panel: Panel, { table, traits }: TableContext): Fragment[][] {
  if (cell.row < table.headRows) {
    const rows = Array.from({ length: cell.rowspan }, (_, i) => cell.row + i);
    return panel.parts.flatMap((part) => {
      const own = rows.flatMap((row) => part.head[row] ?? []);
      const fragment = fragmentIn(part, own, cell, traits);
      return fragment === null ? [] : [[fragment]];
    });
  }
  const rowsByPart = new Map<Part, number[]>();
  for (let row = cell.row; row < cell.row + cell.rowspan; row += 1) {
    for (const place of panel.rows.get(row - table.headRows) ?? []) {
      const found = panel.found[place] as FoundRow;
      const own = rowsByPart.get(found.part);
      if (own === undefined) rowsByPart.set(found.part, [found.row]);
      else own.push(found.row);
    }
  }
  const fragments = [...rowsByPart].flatMap(([part, rows]) => fragmentIn(part, rows, cell, traits) ?? []);
  return fragments.length === 0 ? [] : [fragments];
}

/** What a part shows of a cell in these rows; null where it has none of its columns. */
function fragmentIn(part: Part, rows: readonly number[], cell: SpreadCell, { divides }: Traits): Fragment | null {
  const columns: number[] = [];
  for (let column = cell.column; column < cell.column + cell.colspan; column += 1) {
    const at = part.columnOf.get(column);
    if (at !== undefined) columns.push(at);
  }
  if (columns.length > 1) columns.sort((a, b) => a - b);
  if (rows.length === 0 || columns.length === 0) return null;
  return { part, rows, columns, tile: tileAt(part.found, { rows, columns }, divides) };
}

function spanDifference(cell: SpreadCell, fragment: Fragment, context: TableContext): Diagnostic {
  const { rows, columns, part } = fragment;
  const found = cellAt(fragment);
  const data = {
    ...placeOf(context, found?.where ?? part.found.where, cell.row, cell.column),
    text: shortened(cell.text),
    expected: `${rows.length}×${columns.length}`,
    found: found === null ? '0×0' : `${found.rowspan}×${found.colspan}`,
  };
  return differ(differences.span, data, context.source);
}

/** The words of a cell: in each stretch of its columns, its parts from page to page. */
function wordsOf(
  cell: SpreadCell,
  fragments: readonly Fragment[],
  panel: Panel,
  context: TableContext,
): CellDifference | null {
  const { divides } = context.traits;
  const stretches = Math.max(...fragments.map(({ tile }) => tile?.length ?? 0));
  // Beside columns of an earlier panel or page, where it began, a cell bears its mark from the start; a head does not.
  const began = panel !== context.panels[0] && !panel.columns.has(cell.column);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const cells = fragments.flatMap(({ part, tile }) => cellsIn(tile?.[stretch] ?? [], part));
    const parts = cells.map(({ found }) => found?.bare ?? '');
    const goesOn = cell.bare !== '' && (began || stretch > 0) && cell.row >= context.table.headRows;
    const base = goesOn ? cell.bare + continuationMark : cell.bare;
    const wrong = misread(base, parts, divides);
    if (wrong === null) continue;
    const { found, part } = cells[wrong.index] as (typeof cells)[number];
    const where = found?.where ?? part.found.where;
    const should = wrong.expected === cell.bare ? cell.text : wrong.expected;
    const data = { ...placeOf(context, where, cell.row, cell.column), ...shortenedPair(should, found?.text ?? '') };
    return { cell, found: parts.join(''), where, problem: differ(differences.cell, data, context.source) };
  }
  return null;
}

/** At least one: a place that no cell covers says nothing. */
function cellsIn(cells: readonly FoundCell[], part: Part): { readonly found: FoundCell | null; readonly part: Part }[] {
  return cells.length === 0 ? [{ found: null, part }] : cells.map((found) => ({ found, part }));
}
