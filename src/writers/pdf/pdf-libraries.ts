import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** The parts of pdfmake's printer, and of the PDFKit document that it makes, that are used here. */
interface Printer {
  createPdfKitDocument(definition: TDocumentDefinitions, options: { bufferPages: boolean }): Promise<PdfKitDocument>;
}

export interface PdfKitDocument extends AsyncIterable<Uint8Array> {
  readonly outline: Outline;
  readonly page: { readonly fonts: Record<string, object> };
  switchToPage(index: number): void;
  /** Operators behind those that the page has already. */
  addContent(operators: string): void;
  provideFont(face: string, bold: boolean, italics: boolean): PdfKitFont;
  appendXML(xml: string): void;
  /** Writes the document's properties into its XMP packet. */
  _addInfo(): void;
  end(): void;
}

export interface PdfKitFont {
  readonly id: string;
  ref(): object;
  /** Glyphs of a text as four hexadecimal digits each. */
  encode(text: string): readonly [glyphs: readonly string[], positions: unknown];
}

export interface Outline {
  readonly outlineData: { Count?: number };
  addItem(title: string, place: { pageNumber: number; top: number; left: number; expanded: boolean }): Outline;
}

export interface VirtualFiles {
  existsSync(name: string): boolean;
  readFileSync(name: string): Uint8Array;
}

interface UrlResolver {
  setUrlAccessPolicy(policy: () => boolean): void;
}

const require = createRequire(import.meta.url);

/** pdfmake's main export keeps fonts and files for the whole process; its printer takes them per document. */
export const { default: PdfPrinter } = require('pdfmake/js/Printer.js') as {
  default: new (
    fonts: Record<string, { normal: string }>,
    files: VirtualFiles,
    urls: UrlResolver,
    localAccess: () => boolean,
  ) => Printer;
};

export const { default: PdfUrlResolver } = require('pdfmake/js/URLResolver.js') as {
  default: new (files: VirtualFiles) => UrlResolver;
};
