import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { packWorkbook } from '../../writers/xlsx/pack.ts';

/** One page wide, without charts and remarks, as the sheet that is filled and the hidden one are. */
const plainSheet = { charts: [], boxes: [], heights: [], columns: { starts: [0], widths: [] } };

/**
 * Packs the library's file for good. The library says of every height that a person chose it; rows of answers must grow with what
 * is typed into them, so theirs are left to the program that opens the form.
 */
export function packForm(bytes: Uint8Array, firstAnswerRow: number): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) parts[name] = strToU8(growing(strFromU8(part), firstAnswerRow));
  return packWorkbook(zipSync(parts, { level: 0 }), [plainSheet, plainSheet]);
}

function growing(xml: string, first: number): string {
  return xml.replaceAll(/(<row r="(\d+)"[^>]*?) customHeight="1"/g, (whole, before, row) =>
    Number(row) < first ? whole : before,
  );
}
