import type { Diagnostic } from '../../model/diagnostic.ts';
import { nowhere } from '../../verify/where.ts';
import type { FileWords } from './file-words.ts';
import { htmlWords } from './html-words.ts';
import { officeWords } from './office-words.ts';
import { pdfWords } from './pdf-words.ts';

type Collect = (bytes: Uint8Array, source: string) => FileWords | Diagnostic | Promise<FileWords | Diagnostic>;

/** The formats of packets. */
const collectors: Readonly<Record<string, Collect>> = {
  pdf: pdfWords,
  docx: officeWords,
  xlsx: officeWords,
  html: htmlWords,
  csv: csvWords,
};

/** How the words of a file with this extension are collected; null for a format that nobody can look through. */
export function collectorOf(extension: string): Collect | null {
  return Object.hasOwn(collectors, extension) ? (collectors[extension] as Collect) : null;
}

function csvWords(bytes: Uint8Array): FileWords {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const words = lines.map((text, index) => ({ text, where: { ...nowhere, row: String(index + 1) }, content: true }));
  return { words, concealed: [] };
}
