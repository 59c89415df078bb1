import type { ReturnEntry } from '../model/return.ts';
import type { FigureRow } from './schema.ts';

/** A return's entries as rows, in their order. */
export function figureRows(returnId: string, entries: readonly ReturnEntry[]): FigureRow[] {
  return entries.map((entry, position) => ({
    return_id: returnId,
    position,
    target: entry.target,
    column_name: entry.column ?? null,
    value: entry.cumulative?.value ?? null,
    unit: entry.cumulative?.unit ?? null,
    mark: entry.mark,
    remark: entry.remark,
    fall_reason: entry.fallReason ?? null,
    problems: entry.problems ?? null,
    next_steps: entry.nextSteps ?? null,
    source: entry.at.source,
    place_part: entry.at.part,
    place_row: entry.at.row,
    place_column: entry.at.column,
  }));
}

/** A row as the entry that it was made from. */
export function entryOf(row: FigureRow): ReturnEntry {
  return {
    target: row.target,
    cumulative: row.value === null || row.unit === null ? null : { value: row.value, unit: row.unit },
    mark: row.mark,
    remark: row.remark,
    ...(row.column_name === null ? {} : { column: row.column_name }),
    ...(row.fall_reason === null ? {} : { fallReason: row.fall_reason }),
    ...(row.problems === null ? {} : { problems: row.problems }),
    ...(row.next_steps === null ? {} : { nextSteps: row.next_steps }),
    at: { source: row.source, part: row.place_part, row: row.place_row, column: row.place_column },
  };
}
