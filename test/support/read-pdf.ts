import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type OperatorList, type PageMarks, type PdfText, pageMarks, type Rect } from './pdf-page-marks.ts';

export type { PdfFill, PdfLine, PdfText, Rect } from './pdf-page-marks.ts';

export interface PdfPage extends PageMarks {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfBookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly PdfBookmark[];
}

export interface PdfFile {
  readonly pages: readonly PdfPage[];
  readonly bookmarks: readonly PdfBookmark[];
  /** Title, Author, CreationDate and so on, and Language. */
  readonly info: Readonly<Record<string, unknown>>;
  /** All words, a line per page, in drawing order. */
  readonly text: string;
}

/** Reads a PDF as any program would that did not write it: text with its place, rules, fills, bookmarks, properties. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, disableFontFace: true, useSystemFonts: false });
  const file = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const list = (await page.getOperatorList()) as unknown as OperatorList;
    pages.push({ number, width, height, ...pageMarks(list, number, height) });
  }
  const pageOf = async (target: unknown) => {
    const [reference] = Array.isArray(target) ? target : [null];
    return reference === null ? 0 : (await file.getPageIndex(reference)) + 1;
  };
  type Outline = Awaited<ReturnType<typeof file.getOutline>>;
  const bookmarks = async (items: Outline): Promise<PdfBookmark[]> =>
    Promise.all(
      items.map(async (item) => ({
        title: item.title,
        page: await pageOf(item.dest),
        children: await bookmarks(item.items),
      })),
    );
  const { info } = await file.getMetadata();
  const result = { pages, bookmarks: await bookmarks((await file.getOutline()) ?? []), info: { ...info } };
  await task.destroy();
  return { ...result, text: pages.map((page) => page.texts.map(({ text }) => text).join('')).join('\n') };
}

/** Texts whose middle lies inside a rectangle, in reading order. */
export function textsIn(page: PdfPage, { x, y, width, height }: Rect): PdfText[] {
  const inside = page.texts.filter((text) => {
    const middleX = text.x + text.width / 2;
    const middleY = text.y + text.height / 2;
    return middleX >= x && middleX <= x + width && middleY >= y && middleY <= y + height;
  });
  return inside.sort((a, b) => (Math.abs(a.baseline - b.baseline) > 1 ? a.baseline - b.baseline : a.x - b.x));
}

/** The words inside a rectangle, without the line breaks of the layout. */
export function textIn(page: PdfPage, rect: Rect): string {
  return textsIn(page, rect)
    .map(({ text }) => text)
    .join('');
}
