import { createRequire } from 'node:module';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Matrix } from './matrix.ts';
import type { PdfPage } from './page.ts';
import { type OperatorList, type Operators, pageMarks } from './page-marks.ts';
import { inFile, problems } from './problems.ts';
import { type UnseenText, unseenIn } from './unseen.ts';

const { resolve } = createRequire(import.meta.url);

/** More than any briefing has; each page takes milliseconds. */
const mostPages = 2000;

/** What stands on the pages of a PDF, or why it cannot be read. */
export type OpenedPdf =
  | { readonly pages: readonly PdfPage[]; readonly title: string; readonly unseen: readonly UnseenText[] }
  | { readonly pages: null; readonly problem: Diagnostic };

type Library = typeof import('./one-thread.ts');
let library: Promise<Library> | undefined;

/** Loads the library, a quarter of a second the first time. */
export function preparePdf(): Promise<Library> {
  library ??= import('./one-thread.ts');
  return library;
}

const known = new WeakMap<Uint8Array, Map<string, Promise<OpenedPdf>>>();

/** What a PDF holds; the same bytes are taken apart once, however many ask. */
export function openPdf(bytes: Uint8Array, source: string): Promise<OpenedPdf> {
  const ofBytes = known.get(bytes) ?? new Map<string, Promise<OpenedPdf>>();
  known.set(bytes, ofBytes);
  const opened = ofBytes.get(source) ?? openNow(bytes, source);
  ofBytes.set(source, opened);
  return opened;
}

/** Plays every page of a PDF. Fonts are not drawn and pictures not decoded: only words, rules and fills are asked for. */
async function openNow(bytes: Uint8Array, source: string): Promise<OpenedPdf> {
  const { getDocument, OPS, PasswordException, workerInThread } = await preparePdf();
  const worker = workerInThread();
  const task = getDocument({
    // A copy: the library takes the bytes over.
    data: new Uint8Array(bytes),
    worker,
    verbosity: 0,
    // Otherwise the library makes the outlines of all glyphs ready for drawing.
    disableFontFace: false,
    useSystemFonts: false,
    maxImageSize: 0,
    cMapUrl: resolve('pdfjs-dist/package.json').replace(/package\.json$/, 'cmaps/'),
    cMapPacked: true,
  });
  try {
    const file = await task.promise;
    if (file.numPages > mostPages) {
      const data = { file: source, pages: String(file.numPages), most: String(mostPages) };
      return { pages: null, problem: inFile(problems.longPdf, data, source) };
    }
    const pages: PdfPage[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const list = (await page.getOperatorList()) as unknown as OperatorList;
      pages.push({ number, width, height, ...pageMarks(list, transform as unknown as Matrix, OPS as Operators) });
    }
    const { info } = await file.getMetadata();
    const title = String((info as { Title?: unknown }).Title ?? '');
    return { pages, title, unseen: await unseenIn(file) };
  } catch (error) {
    if (error instanceof PasswordException)
      return { pages: null, problem: inFile(problems.lockedPdf, { file: source }, source) };
    const reason = error instanceof Error ? error.message : String(error);
    return { pages: null, problem: inFile(problems.brokenPdf, { file: source, reason }, source) };
  } finally {
    await task.destroy();
    worker.destroy();
  }
}
