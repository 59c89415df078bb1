import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Document } from '../../model/document.ts';
import type { ParsedFont } from '../fonts/parsed-font.ts';
import type { ComposedDocument } from './compose.ts';
import { drawPage } from './draw-page.ts';
import { type Outline, PdfPrinter, PdfUrlResolver, type VirtualFiles } from './pdf-libraries.ts';
import { creationTime, keywordLine, producer, xmpProperties } from './xmp.ts';

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
    { bufferPages: true },
  );
  for (const [index, page] of composed.pages.entries()) {
    pdf.switchToPage(index);
    drawPage(page, pdf);
  }
  pdf._addInfo = () => pdf.appendXML(xmpProperties(document));
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
  const { title, author, subject, language } = document;
  return {
    version: '1.7',
    subset: 'PDF/A-2b',
    language,
    displayTitle: true,
    info: {
      title,
      author,
      subject,
      keywords: keywordLine(document),
      ...producer,
      creationDate: new Date(creationTime(document)),
    },
    pageMargins: 0,
    defaultStyle: { font: [...fonts.keys()][0] ?? '' },
    // Empty pages of the right sizes; what stands on them is drawn afterwards.
    content: pages.map(({ width, height }) => ({
      pageSize: { width, height },
      section: [{ text: '' }],
    })) as unknown as Content,
  };
}

/** PDFKit measures the distances of a target from the top and, oddly, from the right edge of the page. */
function addOutline(root: Outline, { pages, bookmarks }: ComposedDocument): void {
  // How many are in sight, as all of them are open (ISO 32000-2, 12.3.3); the library counts below the first level only.
  root.outlineData.Count = bookmarks.length;
  let parent = root;
  for (const { title, level, page, top } of bookmarks) {
    const place = { pageNumber: page, top, left: pages[page]?.width ?? 0, expanded: level === 0 };
    const item: Outline = (level === 0 ? root : parent).addItem(title, place);
    if (level === 0) parent = item;
  }
}
