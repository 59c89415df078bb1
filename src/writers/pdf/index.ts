import { documentIn } from '../../model/document-in.ts';
import type { Writer } from '../writer.ts';
import { composeDocument } from './compose.ts';
import { openFonts } from './open-fonts.ts';
import { renderPdf } from './render.ts';

/**
 * Writes PDF as GB/T 9704-2012 sets it. Lines and pages are broken here and tables planned cell by cell; pdfmake gets
 * finished pages and embeds the fonts.
 */
export const pdfWriter: Writer = {
  format: 'pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
  async write(whole, resources) {
    const document = documentIn(whole, 'pdf');
    const book = await openFonts(document, resources);
    const composed = composeDocument(document, resources.theme, book);
    return renderPdf(document, composed, book.fonts);
  },
};
