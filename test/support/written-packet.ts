import type { Document } from '../../src/model/document.ts';
import type { Theme } from '../../src/model/theme.ts';
import { loadWriter } from '../../src/writers/index.ts';
import type { PacketFormat } from './open-written.ts';
import { type PdfFile, readPdf } from './read-pdf.ts';
import { resources } from './theme.ts';

const made = new WeakMap<Document, Map<PacketFormat, Promise<Uint8Array>>>();

/**
 * The bytes of one file of a packet, from the real writer with the product's own theme and fonts; written once for each document, as
 * nothing changes one, and copied for each who asks.
 */
export async function written(document: Document, format: PacketFormat): Promise<Uint8Array> {
  const files = made.get(document) ?? new Map<PacketFormat, Promise<Uint8Array>>();
  made.set(document, files);
  const file = files.get(format) ?? writtenNow(document, format);
  files.set(format, file);
  return (await file).slice();
}

/** The same, written now. */
export async function writtenNow(
  document: Document,
  format: PacketFormat,
  theme: Theme = resources.theme,
): Promise<Uint8Array> {
  const writer = await loadWriter(format);
  return writer.write(document, { ...resources, theme });
}

const printed = new WeakMap<Document, Promise<PdfFile>>();

/** The pages of a document as PDF, read once. */
export function printedPages(document: Document): Promise<PdfFile> {
  const file = printed.get(document) ?? written(document, 'pdf').then(readPdf);
  printed.set(document, file);
  return file;
}
