import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../../src/readers/pdf/open-pdf.ts';
import type { PdfPage, PdfText, Rect } from '../../src/readers/pdf/page.ts';

export type { PdfFill, PdfLine, PdfPage, PdfText, Rect } from '../../src/readers/pdf/page.ts';

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

/** The pages as the program's own reader sees them, and what only a viewer of the file shows: bookmarks and properties. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const opened = await openPdf(bytes, 'test.pdf');
  if (opened.pages === null) throw new Error(opened.problem.message.en);
  const { pages } = opened;
  const text = pages.map((page) => page.texts.map(({ text: words }) => words).join('')).join('\n');
  return { pages, text, ...(await readOutline(bytes)) };
}

async function readOutline(bytes: Uint8Array): Promise<Pick<PdfFile, 'bookmarks' | 'info'>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
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
  const outline = { bookmarks: await bookmarks((await file.getOutline()) ?? []), info: { ...info } };
  await task.destroy();
  return outline;
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
