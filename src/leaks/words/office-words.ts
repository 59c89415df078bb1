import { openPackage } from '../../readers/package/office-package.ts';
import { nowhere } from '../../verify/where.ts';
import type { Concealment, FileWords, Words } from './file-words.ts';
import { scanPart } from './office-part.ts';
import { sheetsOf } from './workbook-sheets.ts';

/** Fonts hold glyphs, no words. */
const fontPart = /\.odttf$/i;
const picturePart = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$/i;

/**
 * All words of an office file: of every part of its package, whether something refers to it or not, and of packages within it, such
 * as the workbooks of charts. Throws Refusal where it is none.
 */
export function officeWords(bytes: Uint8Array, source: string): FileWords {
  const pack = openPackage(bytes, source);
  const words: Words[] = [];
  const concealed: Concealment[] = [];
  let title: string | null = null;
  const sheets = sheetsOf(pack);
  // Cells name their shared strings by number: they come first, so that a string knows its cell.
  const cellOf = new Map<number, { readonly sheet: string; readonly cell: string }>();
  const order = [...pack.parts].sort((a, b) => Number(isSharedStrings(a)) - Number(isSharedStrings(b)));
  for (const part of order) {
    const where = { ...nowhere, section: part };
    words.push({ text: part, where, content: false });
    if (fontPart.test(part) || part.endsWith('/')) continue;
    const content = pack.bytesOf(part);
    if (isPackage(content)) {
      const inner = officeWords(content, source);
      const within = <T extends Words | Concealment>(one: T): T => ({
        ...one,
        where: { ...one.where, section: `${part} ${one.where.section}`.trim() },
      });
      words.push(...inner.words.map(within));
      concealed.push(...inner.concealed.map(within));
    } else if (!isMarkup(content)) concealed.push({ kind: picturePart.test(part) ? 'picture' : 'unknown-part', where });
    else {
      const scanned = scanPart(textOf(content), part, sheets.get(part.toLowerCase()) ?? '', cellOf);
      words.push(...scanned.words);
      concealed.push(...scanned.concealed);
      title = scanned.title ?? title;
    }
  }
  return { title, words, concealed };
}

function isSharedStrings(part: string): boolean {
  return /sharedStrings/i.test(part);
}

function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** XML in UTF-8 or UTF-16, with or without a mark of its order. */
function isMarkup(bytes: Uint8Array): boolean {
  return /^\s*</.test(textOf(bytes.subarray(0, 64)).replaceAll('\0', ''));
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}
