import { type OfficePackage, openPackage } from '../readers/package/office-package.ts';
import { Refusal } from '../readers/package/refusal.ts';
import { attribute } from '../readers/package/walk-xml.ts';
import { collectText } from '../readers/xlsx/strings.ts';
import { readWorkbook } from '../readers/xlsx/workbook.ts';
import type { FoundNote } from './found.ts';
import { nowhere } from './where.ts';

/** The remarks on the cells of a workbook (ISO/IEC 29500-1, 18.7), sheet by sheet. */
export function sheetNotes(bytes: Uint8Array, source: string): FoundNote[] {
  try {
    const pack = openPackage(bytes, source);
    const main = pack.relations('').find(({ type }) => type === 'officeDocument')?.target;
    const sheets = main === undefined ? [] : (readWorkbook(pack, main)?.sheets ?? []);
    return sheets.flatMap(({ name, part }) =>
      pack
        .relations(part)
        .filter(({ type, target, external }) => type === 'comments' && !external && pack.has(target))
        .flatMap(({ target }) => notesIn(pack, target, name)),
    );
  } catch (error) {
    // The reader of the sheets says what is wrong with the package.
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function notesIn(pack: OfficePackage, part: string, sheet: string): FoundNote[] {
  const notes: FoundNote[] = [];
  const words = collectText();
  let cell: string | null = null;
  pack.read(part, {
    open(name, attributes) {
      if (name === 'comment') {
        words.take();
        cell = attribute(attributes, 'ref') ?? '';
      }
      words.open(name, attributes);
    },
    text: (text) => words.text(text),
    close(name) {
      words.close(name);
      if (name !== 'comment' || cell === null) return;
      notes.push({ text: words.take(), where: { ...nowhere, sheet, cell } });
      cell = null;
    },
  });
  return notes;
}
