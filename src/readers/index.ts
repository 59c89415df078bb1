import { defineProblem } from '../model/diagnostic.ts';
import type { Reading } from '../model/reading.ts';
import { refused } from '../model/reading.ts';
import { csvReader } from './csv.ts';
import { docxReader } from './docx/index.ts';
import { pdfReader } from './pdf/index.ts';
import type { Reader } from './reader.ts';
import { recognise } from './recognise.ts';
import { kindRefused } from './refused-kinds.ts';
import { textReader } from './text.ts';
import { xlsxReader } from './xlsx/index.ts';

/** Every format that can be read; a new one is one reader and one line here. */
export const readers: readonly Reader[] = [textReader, csvReader, docxReader, xlsxReader];

const unknownFormat = defineProblem<{ file: string }>('file-format-unknown', 'error', {
  'zh-CN': () => ({
    message: '文件的格式不能读取',
    hint: '请另存为 .docx、.xlsx、.csv（逗号分隔）或 .txt（制表符分隔）后重试。',
  }),
  en: () => ({
    message: 'the file is of a format that cannot be read',
    hint: 'Save it as .docx, .xlsx, .csv (commas) or .txt (tabs).',
  }),
});

const textUnderOtherName = defineProblem<{ file: string; extension: string }>('file-is-text', 'error', {
  'zh-CN': (d) => ({
    message: `文件的扩展名是 .${d.extension}，内容却是纯文本`,
    hint: '请用 Excel 或 WPS 打开，核对后另存为真正的 .xlsx；若本是 CSV，把扩展名改为 .csv。',
  }),
  en: (d) => ({
    message: `the file is plain text under the extension .${d.extension}`,
    hint: 'Open it in a spreadsheet program and save it as a real .xlsx; if it is CSV, name it .csv.',
  }),
});

const otherExtension = defineProblem<{ file: string; kind: string }>('file-extension', 'info', {
  'zh-CN': (d) => ({
    message: `文件的扩展名与内容不符，已按内容（.${d.kind}）读取`,
    hint: '请把扩展名改正，免得他人打不开。',
  }),
  en: (d) => ({
    message: `the file has another extension than its content (.${d.kind}), by which it was read`,
    hint: 'Correct the extension.',
  }),
});

/** The reader for a file by its extension; null where none is known. */
export function readerFor(path: string): Reader | null {
  const extension = extensionOf(path);
  return readers.find((reader) => reader.extensions.includes(extension)) ?? null;
}

/** Reads a file by what it is; what cannot be read is said with how to convert it. `source` is its name as the operator knows it. */
export function readSource(bytes: Uint8Array, source: string): Reading {
  const named = readerFor(source);
  const kind = recognise(bytes);
  const at = { source, part: null, row: null, column: null };
  switch (kind) {
    case 'docx':
    case 'xlsx': {
      const reading = (kind === 'docx' ? docxReader : xlsxReader).read(bytes, source);
      if (named?.format === kind) return reading;
      return { ...reading, diagnostics: [...reading.diagnostics, otherExtension({ file: source, kind }, at)] };
    }
    case 'text':
      if (named === textReader || named === csvReader) return named.read(bytes, source);
      return refused(
        named === null
          ? unknownFormat({ file: source }, at)
          : textUnderOtherName({ file: source, extension: extensionOf(source) }, at),
      );
    default:
      // What should be an office file and is a broken package is best explained by its own reader.
      if (kind === 'zip' && (named === docxReader || named === xlsxReader)) return named.read(bytes, source);
      return refused(kindRefused(source, kind));
  }
}

/** Reads a file of a format whose library answers later, which is PDF; null for all that `readSource` reads. */
export async function readLater(bytes: Uint8Array, source: string): Promise<Reading | null> {
  return recognise(bytes) === 'pdf' ? pdfReader.read(bytes, source) : null;
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
