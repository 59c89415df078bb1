import { type OfficePackage, openPackage } from '../readers/package/office-package.ts';
import { Refusal } from '../readers/package/refusal.ts';

/** What an office file says outside its text: in headers and in native charts, each a part of its own. */
export interface PackageWords {
  /** The words of each page header. */
  readonly headers: readonly string[];
  /** Words and figures of each chart. */
  readonly drawings: readonly (readonly string[])[];
}

/** Words stand in `t`, categories and values of charts in `v` (ISO/IEC 29500-1, 17.3.3 and 21.2). */
const holders = new Set(['t', 'v']);
/** The relations that lead from the package to headers and charts. */
const way = new Set(['officeDocument', 'worksheet', 'drawing', 'header', 'chart']);

export function packageWords(bytes: Uint8Array, source: string): PackageWords {
  const headers: string[] = [];
  const drawings: string[][] = [];
  try {
    const pack = openPackage(bytes, source);
    for (const [part, type] of partsOf(pack)) {
      if (type === 'header') headers.push(wordsIn(pack, part).join(''));
      if (type === 'chart') drawings.push(wordsIn(pack, part));
    }
  } catch (error) {
    // The reader of the text says what is wrong with the package.
    if (!(error instanceof Refusal)) throw error;
  }
  return { headers, drawings };
}

function partsOf(pack: OfficePackage): Map<string, string> {
  const parts = new Map([['', '']]);
  for (const part of parts.keys())
    for (const { type, target, external } of pack.relations(part))
      if (!external && way.has(type) && pack.has(target) && !parts.has(target)) parts.set(target, type);
  return parts;
}

function wordsIn(pack: OfficePackage, part: string): string[] {
  const words: string[] = [];
  let inside = false;
  pack.read(part, {
    open(name) {
      inside = holders.has(name);
      if (inside) words.push('');
    },
    text(text) {
      if (inside) words[words.length - 1] += text;
    },
    close() {
      inside = false;
    },
  });
  return words;
}
