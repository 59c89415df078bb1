import type { Block, Table } from '../model/document.ts';
import type { Reading, ReadPart } from '../model/reading.ts';
import { plainText } from '../model/text.ts';
import { type FoundFile, type FoundNote, type FoundTable, type FoundText, foundText } from './found.ts';
import { cellsOf, rowsOf, spread } from './spread-table.ts';
import { nowhere, type Where } from './where.ts';

/** What a format that is read into the model says of itself. */
export interface ReadingStyle {
  /** Whether the parts are sheets, whose names and cell addresses are places. */
  readonly sheets: boolean;
  /** Whether the head of a table is what repeats on each page. */
  readonly repeats: boolean;
  readonly headers: FoundFile['headers'];
  readonly drawings: FoundFile['drawings'];
  /** The remarks of a workbook, which its reader leaves aside. */
  readonly notes?: FoundFile['notes'];
}

/** What a reader found, as verification looks at it. */
export function foundInReading(reading: Reading, style: ReadingStyle): FoundFile {
  const { sheets, repeats, headers, drawings } = style;
  const notes = [...(style.notes ?? [])];
  const noteAt = new Map(notes.map((note) => [placeKey(note.where), note]));
  const noteOf = (where: Where, text: string | undefined): FoundNote | null => {
    if (text === undefined) return noteAt.get(placeKey(where)) ?? null;
    const note = { text, where };
    notes.push(note);
    return note;
  };
  const texts: FoundText[] = [];
  const tables: FoundTable[] = [];
  let order = 0;
  for (const part of reading.parts) {
    const where = sheets ? { ...nowhere, sheet: part.name ?? '' } : nowhere;
    for (const block of part.blocks) {
      order += 1;
      if (block.kind === 'table') tables.push(foundTable(block, where, order, repeats, noteOf));
      for (const words of wordsOf(block)) texts.push(foundText(words, where, order));
    }
  }
  const surfaces = surfacesOf(reading.parts, sheets);
  return { title: null, surfaces, texts, tables, headers, drawings, notes, astray: [] };
}

function placeKey({ sheet, cell }: Where): string {
  return `${sheet}!${cell}`;
}

function surfacesOf(parts: readonly ReadPart[], sheets: boolean): Where[] {
  return sheets ? parts.map(({ name }) => ({ ...nowhere, sheet: name ?? '' })) : [nowhere];
}

type Handlers = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly string[] };

const handlers: Handlers = {
  heading: ({ content }) => [plainText(content)],
  paragraph: ({ content }) => [plainText(content)],
  list: ({ items }) => items.map(plainText),
  table: () => [],
  chart: () => [],
  'line-chart': () => [],
  colophon: () => [],
  'page-break': () => [],
};

function wordsOf(block: Block): readonly string[] {
  return handlers[block.kind](block as never);
}

function foundTable(
  table: Table,
  where: Where,
  order: number,
  repeats: boolean,
  noteOf: (where: Where, text: string | undefined) => FoundNote | null,
): FoundTable {
  const rows = rowsOf(table);
  const inSheet = where.sheet !== '';
  const cells = cellsOf(rows, table.columns.length, (cell, { at, note }) => {
    const [row, column] = [at?.row ?? 0, at?.column ?? 0];
    const place = inSheet ? { ...where, cell: addressOf(row, column) } : where;
    return {
      ...cell,
      where: place,
      note: noteOf(place, note),
      lastCell: inSheet ? addressOf(row + cell.rowspan - 1, column + cell.colspan - 1) : '',
    };
  });
  const headRows = new Set(cells.map(({ row }) => row).filter((row) => row < table.head.length)).size;
  const repeatedRows = repeats ? headRows : null;
  return { ...spread(cells, rows.length, table.columns.length), where, order, repeatedRows };
}

/** 1-based row and column → `AB3`. */
function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
