import type { Block, Document, PageSetup } from '../../src/model/document.ts';
import { pdfWriter } from '../../src/writers/pdf/index.ts';
import { type PdfFile, readPdf } from './read-pdf.ts';
import { resources } from './theme.ts';

export async function writtenPdf(document: Document): Promise<PdfFile> {
  return readPdf(await pdfWriter.write(document, resources));
}

/** A document of one section. */
export function documentOf(blocks: readonly Block[], page: Partial<PageSetup> = {}): Document {
  const setup: PageSetup = { paper: 'A4', orientation: 'portrait', ...page };
  return {
    title: '简报',
    subject: '',
    author: '',
    keywords: [],
    language: 'zh-CN',
    date: '2023-07-05',
    banner: null,
    sections: [{ name: '正文', page: setup, blocks }],
  };
}
