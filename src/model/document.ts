/**
 * The hub: everything read or printed passes through this one model.
 * It knows pages, paragraphs and tables, and nothing of 民生实事.
 */

/** A finished text before layout; writers turn it into bytes without adding to it. */
export interface Document {
  readonly title: string;
  readonly subject: string;
  /** Issuing office, written into the file properties. */
  readonly author: string;
  readonly keywords: readonly string[];
  readonly language: 'zh-CN';
  /** Issue date, ISO `2023-07-05`. File properties use it, so that writers never read a clock. */
  readonly date: string;
  /** Words that must stand on every page where no reader can miss them (示例数据); null for real data. */
  readonly banner: string | null;
  readonly sections: readonly Section[];
}

/** The formats that documents are written in. */
export const fileFormats = ['pdf', 'docx', 'xlsx', 'html', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Starts on a new page; one bookmark in PDF, one sheet in Excel. */
export interface Section {
  /** Unique in the document; also the sheet name, so at most 31 characters and none of `[]:*?/\`. */
  readonly name: string;
  readonly page: PageSetup;
  /** The only formats that print it; absent for all. */
  readonly formats?: readonly FileFormat[];
  readonly blocks: readonly Block[];
}

export interface PageSetup {
  readonly paper: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
}

export type Block = Heading | Paragraph | List | Table | Chart | LineChart | Colophon | PageBreak;

/** Level 1 is the title of the document or of an annex, 2 is 一、, 3 is （一）. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly content: readonly TextRun[];
}

export const paragraphRoles = [
  'body',
  /** 第6期 */
  'number',
  /** issuer and date under the number, parted by a wide gap: one goes to the left edge, one to the right */
  'imprint',
  /** the verdict that a leader reads first */
  'lead',
  /** 附件说明 below the text */
  'annex-list',
  /** 「附件2」, flush left on the first line of an annex */
  'annex-label',
  /** right-aligned line above a table: unit, cut-off date */
  'table-unit',
  /** small note below a table */
  'note',
  /** issuing office and date below the text, right */
  'signature',
] as const;
export type ParagraphRole = (typeof paragraphRoles)[number];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  readonly content: readonly TextRun[];
}

/** Items are paragraphs of their own, numbered 1. 2. 3. or marked. */
export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly TextRun[])[];
}

/** 版记 (GB/T 9704-2012, 7.4), at the foot of its page: who gets a copy, who issued it and when. */
export interface Colophon {
  readonly kind: 'colophon';
  /** The names as printed, parted by commas; '' where nobody gets a copy. */
  readonly copies: string;
  readonly issuer: string;
  /** The date as printed, without the 印发 behind it. */
  readonly issued: string;
}

export interface PageBreak {
  readonly kind: 'page-break';
}

/** Colour in addition to words, never instead of them; the theme says which colour. */
export const tones = ['done', 'ahead', 'onpace', 'slow', 'lagging', 'critical', 'muted'] as const;
export type Tone = (typeof tones)[number];

/** A run of text of one look. `\n` is a line break inside the paragraph or cell. */
export interface TextRun {
  readonly text: string;
  readonly strong: boolean;
  readonly tone: Tone | null;
}

export type Align = 'left' | 'center' | 'right';

/**
 * A table as HTML knows it: rows hold only the cells that begin in them, spans imply the rest
 * (`gridOf` in grid.ts spreads them out).
 */
export interface Table {
  readonly kind: 'table';
  /** Unique in the document; formulas refer to it. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Repeated on every page. */
  readonly head: readonly Row[];
  /** Row groups that belong together, such as the targets of one project; a page break falls between groups where possible. */
  readonly groups: readonly (readonly Row[])[];
}

export interface TableColumn {
  /** Unique in the table; formulas refer to it. */
  readonly key: string;
  /** Relative width; the writer scales the sum to the page. */
  readonly width: number;
  /** For the body cells of this column; a cell's own align wins. */
  readonly align: Align;
  /** The reader's own column: shaded from head to foot. */
  readonly marked: boolean;
}

export interface Row {
  /** Unique in the table where given; formulas refer to it. */
  readonly key: string | null;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly content: readonly TextRun[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: Align | null;
  readonly header: boolean;
  /** The number behind the text, so that Excel gets a number where others get text; null for words. */
  readonly value: CellValue | null;
  /** Where a read cell stood in its file; null in documents that are made here. */
  readonly at: Place | null;
  /** A remark on the cell, for formats that show one on demand: where a figure comes from. */
  readonly note?: string;
}

export interface CellValue {
  /** Exact decimal, `9.2`. The text of the cell is this number in `format`. */
  readonly number: string;
  /** Spreadsheet number format: `0"张"`, `0.0"万平方米"`, `0.0%`. */
  readonly format: string;
  /**
   * Live formula for formats that have one; null for a plain number. References are
   * `table[row,column]`, `table[row,first:last]` or `table[first:last,column]`; an empty table, row or
   * column means this one: `[,done]/[,task]`, `SUM([r1:r9,count])`. `number` is its result. Of a cell that was read
   * it is the file's own formula (`SUM(F4:S4)`), empty where the file does not spell it out.
   */
  readonly formula: string | null;
}

/** A place in a source file, 1-based; what the format does not have is null. */
export interface Place {
  readonly source: string;
  /** Sheet name, or page or table number as text. */
  readonly part: string | null;
  readonly row: number | null;
  readonly column: number | null;
}

/** Bars to compare, drawn by each writer in its own way; `alt` says in words what they show. */
export interface Chart {
  readonly kind: 'chart';
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  /** Spreadsheet number format of the values, `0.0%`. */
  readonly format: string;
  readonly bars: readonly ChartBar[];
  /** A yardstick across all bars, such as the pace; null for none. */
  readonly reference: { readonly label: string; readonly value: string } | null;
}

export interface ChartBar {
  readonly label: string;
  /** Exact decimal. */
  readonly value: string;
  readonly tone: Tone | null;
}

/** Lines over steps in order, such as the months of a year; `alt` says in words and figures what they show. */
export interface LineChart {
  readonly kind: 'line-chart';
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  /** Spreadsheet number format of the scale, `0%`. */
  readonly format: string;
  /** The steps from left to right, as printed: `1月`. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** How a line is drawn. Each has a marker of its own, so that lines can be told apart without colours. */
export const lineStyles = [
  /** a full disc: what the chart is about */
  'solid',
  /** an open diamond */
  'dashed',
  /** an open square */
  'long-dashed',
  /** a small dot: a yardstick */
  'dotted',
] as const;
export type LineStyle = (typeof lineStyles)[number];

export interface ChartSeries {
  readonly label: string;
  readonly line: LineStyle;
  readonly tone: Tone | null;
  /** One for each category. Null is a step without a figure: a gap in the line, never zero. */
  readonly values: readonly (ChartValue | null)[];
}

/** A number as tables print it: its text is the exact decimal in the spreadsheet number format. */
export type ChartValue = Pick<CellValue, 'number' | 'format'>;
