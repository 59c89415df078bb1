import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { documentIn } from '../model/document-in.ts';
import type { Reading } from '../model/reading.ts';
import { csvReader } from '../readers/csv.ts';
import { docxReader } from '../readers/docx/index.ts';
import { htmlReader } from '../readers/html/index.ts';
import { xlsxReader } from '../readers/xlsx/index.ts';
import type { Format } from '../writers/index.ts';
import { astrayProblems, compareFile } from './compare-file.ts';
import type { FoundFile, FoundTable, Traits } from './found.ts';
import { foundInPdf } from './found-in-pdf.ts';
import { foundInReading } from './found-in-reading.ts';
import { packageWords } from './package-words.ts';
import { sheetNotes } from './sheet-notes.ts';
import { spread } from './spread-table.ts';

/** What was opened, and what its reader had to say. */
interface Opened {
  readonly found: FoundFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface VerifiedFormat {
  readonly traits: Traits;
  open(bytes: Uint8Array, source: string): Promise<Opened>;
}

const all: Traits = {
  records: false,
  lines: false,
  divides: false,
  numbers: 'none',
  notes: false,
  drawnFromCells: false,
  charts: { chart: 'words', 'line-chart': 'words' },
};

/** Every format that is written; a new one does not compile until it can be read back. */
const verified = {
  pdf: {
    traits: { ...all, lines: true },
    async open(bytes, source) {
      const found = await foundInPdf(bytes, source);
      return 'severity' in found ? { found: null, diagnostics: [found] } : { found, diagnostics: [] };
    },
  },
  docx: {
    traits: { ...all, charts: { chart: 'native', 'line-chart': 'native' } },
    async open(bytes, source) {
      const words = packageWords(bytes, source);
      return opened(docxReader.read(bytes, source), { sheets: false, repeats: true, ...words });
    },
  },
  // Bar charts are rows of a sheet, lines are native and drawn from cells.
  xlsx: {
    traits: {
      ...all,
      divides: true,
      numbers: 'spreadsheet',
      notes: true,
      drawnFromCells: true,
      charts: { chart: 'words', 'line-chart': 'native' },
    },
    async open(bytes, source) {
      const { drawings } = packageWords(bytes, source);
      const notes = sheetNotes(bytes, source);
      return opened(xlsxReader.read(bytes, source), { sheets: true, repeats: false, headers: null, drawings, notes });
    },
  },
  html: {
    traits: { ...all, numbers: 'exact', notes: true },
    open: async (bytes, source) =>
      opened(htmlReader.read(bytes, source), { sheets: false, repeats: true, headers: null, drawings: [] }),
  },
  csv: {
    traits: { ...all, records: true },
    async open(bytes, source) {
      const style = { sheets: false, repeats: false, headers: null, drawings: [] };
      const { found, diagnostics } = opened(csvReader.read(bytes, source), style);
      return { found: found && { ...found, surfaces: [], tables: found.tables.map(withoutApostrophes) }, diagnostics };
    },
  },
} satisfies Record<Format, VerifiedFormat>;

/** A field that a spreadsheet program would calculate begins with an apostrophe, which is none of its words. */
function withoutApostrophes(table: FoundTable): FoundTable {
  const plain = (text: string) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');
  const cells = table.cells.map((cell) => ({ ...cell, text: plain(cell.text), bare: plain(cell.bare) }));
  return { ...table, ...spread(cells, table.rowCount, table.columnCount) };
}

/** What readers note of every file of this program: a 版记 in a text box, formulas with saved results, rates that are shown rounded. */
const usual = new Set(['docx-text-box', 'xlsx-formulas', 'xlsx-shown', 'file-further-places']);

/** Anything else that a reader has to say, hidden rows and text for one, is not as it was made. */
function opened(reading: Reading, style: Parameters<typeof foundInReading>[1]): Opened {
  const diagnostics = reading.diagnostics.filter(({ code }) => !usual.has(code));
  return { found: reading.parts.length === 0 ? null : foundInReading(reading, style), diagnostics };
}

/** Whether files of a format can be compared with their document. */
export function canVerify(format: string): format is Format {
  return Object.hasOwn(verified, format);
}

export interface FileToVerify {
  readonly bytes: Uint8Array;
  readonly format: Format;
  /** The file's name as the operator knows it. */
  readonly name: string;
}

const known = new WeakMap<Uint8Array, Map<string, Promise<Opened>>>();

/** Opens a file once, however many ask for what the same bytes hold. */
function open({ bytes, format, name }: FileToVerify): Promise<Opened> {
  const ofBytes = known.get(bytes) ?? new Map<string, Promise<Opened>>();
  known.set(bytes, ofBytes);
  const key = `${format} ${name}`;
  const opened = ofBytes.get(key) ?? verified[format].open(bytes, name);
  ofBytes.set(key, opened);
  return opened;
}

/** What a finished file shows; null where it does not open. */
export async function openFinished(file: FileToVerify): Promise<FoundFile | null> {
  return (await open(file)).found;
}

/**
 * Reopens a finished file and compares every table cell, number, heading and paragraph with the document it was made
 * of. One diagnostic for each difference, with page or sheet, table, row and column; none where the file says the same.
 */
export async function verifyFile(file: FileToVerify, document: Document): Promise<Diagnostic[]> {
  const { traits } = verified[file.format];
  const { found, diagnostics } = await open(file);
  if (found === null) return [...diagnostics];
  return [...diagnostics, ...compareFile(found, documentIn(document, file.format), traits, file.name)];
}

/** What can be said of a file without knowing what it should be: whether it opens, how much it holds, and words beyond their place. */
export async function inspectFile(file: FileToVerify): Promise<{
  readonly tables: number;
  readonly cells: number;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { found, diagnostics } = await open(file);
  if (found === null) return { tables: 0, cells: 0, diagnostics };
  const cells = found.tables.reduce((sum, table) => sum + table.cells.length, 0);
  return { tables: found.tables.length, cells, diagnostics: [...diagnostics, ...astrayProblems(found, file.name)] };
}
