import type { Block, Place } from '../../model/document.ts';
import { run } from '../../model/text.ts';
import { limits } from '../package/limits.ts';
import type { DraftCell, DraftRow } from './draft-row.ts';

/** Where paragraphs go: the body, a cell, a note or a text box. */
export interface Flow {
  /** Null outside tables; then paragraphs become blocks. */
  readonly cell: CellDraft | null;
  readonly blocks: Block[];
  readonly texts: string[];
}

/** A paragraph that is being read. */
export interface ParagraphDraft {
  text: string;
  /** Automatic numbering. */
  numbered: boolean;
  endsSection: boolean;
  /** Text boxes anchored in it; they follow it. */
  readonly boxes: Flow[];
}

/** A cell that is being read. */
export interface CellDraft {
  readonly at: Place;
  readonly column: number;
  span: number;
  merge: DraftCell['merge'];
  /** Continues the cell to its left (`w:hMerge`). */
  joinsLeft: boolean;
  numbered: boolean;
}

/** A row that is being read. */
export interface DraftOfRow {
  readonly number: number;
  readonly cells: DraftCell[];
  /** Next free grid column. */
  column: number;
  header: boolean;
  deleted: boolean;
}

/** A table that is being read; only those outside cells have a name. */
export interface DraftOfTable {
  readonly name: string;
  readonly widths: number[];
  readonly rows: DraftRow[];
  row: DraftOfRow | null;
  /** Rows met so far, deleted ones too. */
  count: number;
}

export function newFlow(cell: CellDraft | null): Flow {
  return { cell, blocks: [], texts: [] };
}

export function newParagraph(): ParagraphDraft {
  return { text: '', numbered: false, endsSection: false, boxes: [] };
}

/** Adds a finished paragraph; one without words is nothing outside a cell. */
export function addText(flow: Flow, text: string): void {
  if (flow.cell !== null) flow.texts.push(text);
  else if (text.trim() !== '') flow.blocks.push({ kind: 'paragraph', role: 'body', content: [run(text)] });
}

/** The words of a cell, paragraph by paragraph. */
export function cellText(flow: Flow): string {
  return flow.texts.join('\n');
}

/** The words of a table inside a cell: lines of fields. */
export function nestedText({ rows }: DraftOfTable): string {
  const lines = rows.map(({ cells }) =>
    cells
      .map(({ text }) => text.replaceAll('\n', ' '))
      .join('\t')
      .trimEnd(),
  );
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, limits.textLength);
}
