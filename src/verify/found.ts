import { bareText } from './bare-text.ts';
import type { AnyChart } from './expected-texts.ts';
import type { Spread, SpreadCell } from './spread-table.ts';
import type { Where } from './where.ts';

/** A finished file as it shows itself, before it is compared with anything. */
export interface FoundFile {
  /** Title in the file's properties; null where the format or its reader has none. */
  readonly title: string | null;
  /** Pages, sheets, or the one whole that the file is: on each of them stands the banner. */
  readonly surfaces: readonly Where[];
  /** Words outside tables, in reading order. */
  readonly texts: readonly FoundText[];
  /** In reading order; a table on several pages is several. */
  readonly tables: readonly FoundTable[];
  /** Words of the page headers, where these are kept apart from the pages; null where they are not. */
  readonly headers: readonly string[] | null;
  /** Words and figures of each native chart. */
  readonly drawings: readonly (readonly string[])[];
  /** Remarks on cells, those of tables and all others. */
  readonly notes: readonly FoundNote[];
  /** Words at places where they cannot be read, as the format knows them. */
  readonly astray: readonly FoundAstray[];
}

/** Words outside tables; the order is that of reading, tables counted. */
export interface FoundText {
  readonly text: string;
  readonly bare: string;
  readonly where: Where;
  readonly order: number;
}

export interface FoundCell extends SpreadCell {
  readonly where: Where;
  /** Address of its last place in a sheet, where `where` has the first. */
  readonly lastCell: string;
  /** The remark on it; null for none. */
  readonly note: FoundNote | null;
}

/** A remark on a cell. */
export interface FoundNote {
  readonly text: string;
  readonly where: Where;
}

export interface FoundTable extends Spread<FoundCell> {
  readonly where: Where;
  readonly order: number;
  /** Rows at its top that the program which opens the file repeats on each page; null where this cannot be told. */
  readonly repeatedRows: number | null;
}

/** A text that reaches over the edge of its cell or of the page. */
export interface FoundAstray {
  readonly text: string;
  readonly edge: 'page' | 'cell';
  readonly where: Where;
}

export function foundText(text: string, where: Where, order: number): FoundText {
  return { text, bare: bareText(text), where, order };
}

/** What a format can be asked. */
export interface Traits {
  /** Whether it is one table of fields, which holds the tables of a document and nothing else. */
  readonly records: boolean;
  /** Whether its texts are lines of a layout, to be joined to paragraphs, or whole paragraphs. */
  readonly lines: boolean;
  /** Whether a cell is divided where a page ends within its own table, as in a sheet. */
  readonly divides: boolean;
  /** `exact`: the number of the model; `spreadsheet`: a double with format and formula. */
  readonly numbers: 'none' | 'exact' | 'spreadsheet';
  /** Whether cells can have remarks. */
  readonly notes: boolean;
  /** Whether the figures of a line chart stand below it as a table. */
  readonly drawnFromCells: boolean;
  /** Where charts are: drawn between the other texts with their own words, or native, in parts of their own. */
  readonly charts: { readonly [K in AnyChart['kind']]: 'words' | 'native' };
}
