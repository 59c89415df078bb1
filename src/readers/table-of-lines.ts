import type { Table } from '../model/document.ts';
import { textCell } from '../model/text.ts';
import { limits } from './package/limits.ts';
import { tooLarge } from './package/too-large.ts';

/** A line of fields with its place in the file. */
export interface FieldLine {
  readonly row: number;
  readonly fields: readonly string[];
}

/**
<<<<<<< HEAD
 * A table without spans or header, as plain text files have them; every cell keeps its line and field number. Throws
 * Refusal for more positions than a table may have.
=======
 * A table without spans or header, as plain text files have them. Every cell keeps its line and field number; one that a
 * shorter line does not have is blank and has no place.
>>>>>>> d3fc32c (Read sums, units and remarks beside the figures, and count the fields of a row)
 */
export function tableOfLines(name: string, lines: readonly FieldLine[], source: string): Table {
  const width = lines.reduce((most, line) => Math.max(most, line.fields.length), 0);
  if (width * lines.length > limits.positions) {
    const at = { source, part: name, row: lines[0]?.row ?? null, column: null };
    throw tooLarge('cells', width * lines.length, limits.positions, at);
  }
  return {
    kind: 'table',
    name,
    columns: Array.from({ length: width }, (_, i) => ({
      key: String(i + 1),
      width: 1,
      align: 'left' as const,
      marked: false,
    })),
    head: [],
    groups: [
      lines.map(({ row, fields }) => ({
        key: null,
        cells: Array.from({ length: width }, (_, i) =>
          textCell(fields[i] ?? '', { at: i < fields.length ? { source, part: name, row, column: i + 1 } : null }),
        ),
      })),
    ],
  };
}
