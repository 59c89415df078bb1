import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Document } from '../../model/document.ts';
import type { ComposedDocument } from './compose.ts';
import type { ParsedFont } from './parsed-font.ts';
import { type Outline, PdfPrinter, PdfUrlResolver, type VirtualFiles } from './pdf-libraries.ts';
import { pdfmakeContent } from './pdfmake-content.ts';

/** Nothing outside the document may be read while it is written. */
const denied = () => false;

/** Turns finished pages into a PDF. The date of the document is the only one in it, so that its bytes do not depend on the day. */
export async function renderPdf(
  document: Document,
  composed: ComposedDocument,
  fonts: ReadonlyMap<string, ParsedFont>,
): Promise<Uint8Array> {
  const files: VirtualFiles = {
    existsSync: (name) => fonts.has(name),
    readFileSync: (name) => (fonts.get(name) as ParsedFont).handle,
  };
  const urls = new PdfUrlResolver(files);
  urls.setUrlAccessPolicy(denied);
  const faces = Object.fromEntries([...fonts.keys()].map((face) => [face, { normal: face }]));
  const pdf = await new PdfPrinter(faces, files, urls, denied).createPdfKitDocument(
    definition(document, composed, fonts),
  );
  addOutline(pdf.outline, composed);
  pdf.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function definition(
  document: Document,
  { pages }: ComposedDocument,
  fonts: ReadonlyMap<string, ParsedFont>,
): TDocumentDefinitions {
  const { title, author, subject, keywords, language, date } = document;
  return {
    version: '1.7',
    language,
    displayTitle: true,
    info: {
      title,
      author,
      subject,
      keywords: keywords.join(', '),
      creator: '简报',
      creationDate: new Date(`${date}T00:00:00Z`),
    },
    pageMargins: 0,
    defaultStyle: {
      font: [...fonts.keys()][0] ?? '',
      noWrap: true,
      preserveLeadingSpaces: true,
      preserveTrailingSpaces: true,
    },
    content: pdfmakeContent(pages, fonts),
  };
}

/** PDFKit measures the distances of a target from the top and, oddly, from the right edge of the page. */
function addOutline(root: Outline, { pages, bookmarks }: ComposedDocument): void {
  let parent = root;
  for (const { title, level, page, top } of bookmarks) {
    const place = { pageNumber: page, top, left: pages[page]?.width ?? 0, expanded: level === 0 };
    const item: Outline = (level === 0 ? root : parent).addItem(title, place);
    if (level === 0) parent = item;
  }
}
