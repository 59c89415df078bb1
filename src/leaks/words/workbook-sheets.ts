import type { OfficePackage } from '../../readers/package/office-package.ts';
import { readWorkbook } from '../../readers/xlsx/workbook.ts';

/** Name of each sheet by its part and by the part of its notes, in lower case; none where the package is no workbook. */
export function sheetsOf(pack: OfficePackage): ReadonlyMap<string, string> {
  const main = pack.relations('').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !main.startsWith('xl/')) return new Map();
  const sheets = readWorkbook(pack, main)?.sheets ?? [];
  return new Map(
    sheets.flatMap(({ name, part }) => {
      const notes = pack.relations(part).filter(({ type }) => type === 'comments');
      return [part, ...notes.map(({ target }) => target)].map((each) => [each.toLowerCase(), name] as const);
    }),
  );
}
