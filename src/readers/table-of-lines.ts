import type { Table } from '../model/document.ts';
import { textCell } from '../model/text.ts';

/** A line of fields with its place in the file. */
export interface FieldLine {
  readonly row: number;
  readonly fields: readonly string[];
}

/** A table without spans or header, as plain text files have them; every cell keeps its line and field number. */
export function tableOfLines(name: string, lines: readonly FieldLine[], source: string): Table {
  const width = Math.max(0, ...lines.map((line) => line.fields.length));
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
          textCell(fields[i] ?? '', { at: { source, part: name, row, column: i + 1 } }),
        ),
      })),
    ],
  };
}
