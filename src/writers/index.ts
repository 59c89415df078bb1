import type { FileFormat } from '../model/document.ts';
import type { Writer } from './writer.ts';

/** Every format that can be written; a new one is one writer and one line here. Loaded when first asked for. */
const writers = {
  pdf: async () => (await import('./pdf/index.ts')).pdfWriter,
  docx: async () => (await import('./docx/index.ts')).docxWriter,
  xlsx: async () => (await import('./xlsx/index.ts')).xlsxWriter,
  html: async () => (await import('./html/index.ts')).htmlWriter,
  csv: async () => (await import('./csv.ts')).csvWriter,
} satisfies Record<FileFormat, () => Promise<Writer>>;

export type Format = keyof typeof writers;
export const formats = Object.keys(writers) as readonly Format[];

export function loadWriter(format: Format): Promise<Writer> {
  return writers[format]();
}
