import type { Diagnostic } from '../../model/diagnostic.ts';
import { openPdf } from '../../readers/pdf/open-pdf.ts';
import { nowhere } from '../../verify/where.ts';
import type { Concealment, ConcealmentKind, FileWords, Words } from './file-words.ts';

/** What stands beside the pages and has no place in a briefing. */
const strange: Readonly<Record<string, ConcealmentKind>> = {
  EmbeddedFiles: 'attachment',
  Annots: 'annotation',
  JavaScript: 'script',
};

/** All words of a PDF: each page in the order in which it is drawn, what is not drawn, and what stands beside the pages. */
export async function pdfWords(bytes: Uint8Array, source: string): Promise<FileWords | Diagnostic> {
  const opened = await openPdf(bytes, source);
  if (opened.pages === null) return opened.problem;
  const on = (page: number | null) => ({ ...nowhere, page: page === null ? '' : String(page) });
  const words: Words[] = [];
  const concealed: Concealment[] = [];
  for (const { number, texts, invisible, pictures } of opened.pages) {
    const where = on(number);
    words.push({ text: texts.map(({ text }) => text).join(' '), where, content: true });
    if (pictures > 0) concealed.push({ kind: 'picture', where });
    if (invisible.length === 0) continue;
    words.push({ text: invisible.join(' '), where, content: true });
    concealed.push({ kind: 'hidden-text', where });
  }
  for (const { kind, text, page } of opened.unseen) {
    words.push({ text, where: { ...on(page), section: kind }, content: kind === 'EmbeddedFiles' || kind === 'Annots' });
    const concealment = strange[kind];
    if (concealment) concealed.push({ kind: concealment, where: on(page) });
  }
  if (!isOfOnePiece(bytes)) concealed.push({ kind: 'unknown-part', where: nowhere });
  return { title: opened.title === '' ? null : opened.title, words, concealed };
}

/**
 * Whether a PDF was written once and ends where it ends. One that was changed and saved keeps what it was before (ISO 32000-1, 7.5.6), and
 * behind its end anything may stand.
 */
function isOfOnePiece(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  const end = text.lastIndexOf('%%EOF');
  return text.indexOf('startxref') === text.lastIndexOf('startxref') && text.slice(end + 5).trim() === '';
}
