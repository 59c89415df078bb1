import { documentIn } from '../../model/document-in.ts';
import type { Writer } from '../writer.ts';
import { documentHtml } from './document.ts';

/** One HTML file without scripts and without references to others, for screens from phones up and for printing. */
export const htmlWriter: Writer = {
  format: 'html',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  async write(whole, { theme }) {
    const document = documentIn(whole, 'html');
    return new TextEncoder().encode(documentHtml(document, theme).source);
  },
};
