import { unzipSync, zipSync } from 'fflate';

/** The part that the Open Packaging Conventions expect readers to meet first. */
const contentTypes = '[Content_Types].xml';

/**
 * Packs a zip afresh so that only names and contents decide its bytes: entries in code unit order behind
 * `[Content_Types].xml`, folder entries left out, every time stamp 1980-01-01 00:00 (the earliest that a zip can hold).
 */
export function repackZip(bytes: Uint8Array): Uint8Array {
  return packZip(unzipSync(bytes));
}

/** Packs contents by entry name as `repackZip` does. */
export function packZip(entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(entries)
    .filter((name) => !name.endsWith('/'))
    .sort(byPackageOrder);
  const ordered = Object.fromEntries(names.map((name) => [name, entries[name] as Uint8Array]));
  // A zip holds wall-clock time without a zone, and fflate reads the local one: so the date is made from local parts.
  return zipSync(ordered, { mtime: new Date(1980, 0, 1), level: 3 });
}

function byPackageOrder(a: string, b: string): number {
  if (a === contentTypes || b === contentTypes) return a === b ? 0 : a === contentTypes ? -1 : 1;
  return a < b ? -1 : 1;
}
