import type { OfficePackage } from '../../readers/package/office-package.ts';
import { readWorkbook } from '../../readers/xlsx/workbook.ts';

/** Name of each sheet by its part, in lower case; none where the package is no workbook. */
export function sheetsOf(pack: OfficePackage): ReadonlyMap<string, string> {
  const main = pack.relations('').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !main.startsWith('xl/')) return new Map();
  const sheets = readWorkbook(pack, main)?.sheets ?? [];
  return new Map(sheets.map(({ name, part }) => [part.toLowerCase(), name]));
}
