import { Refusal } from './package/refusal.ts';
import { zipDirectory } from './package/zip-directory.ts';

/** What a file is by its own bytes, whatever it is called. */
export type FileKind =
  | 'docx'
  | 'xlsx'
  | 'xlsb'
  | 'pptx'
  | 'open-document'
  | 'zip'
  | 'word-binary'
  | 'excel-binary'
  | 'encrypted-office'
  | 'compound'
  | 'office-xml'
  | 'rtf'
  | 'html'
  | 'pdf'
  | 'picture'
  | 'text'
  | 'empty';

const signatures: readonly (readonly [string, FileKind | 'a zip' | 'a compound file'])[] = [
  ['504b0304', 'a zip'],
  ['504b0506', 'a zip'],
  ['d0cf11e0a1b11ae1', 'a compound file'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['424d', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['7b5c727466', 'rtf'],
];

/** How many bytes at the start are looked at for words that tell a format. */
const lookedAt = 4_096;

/** Recognises a file by its signature, its parts or its first words; anything else is text, which its reader will judge. */
export function recognise(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, lookedAt));
  const hex = start.toString('hex', 0, 8);
  const kind = signatures.find(([signature]) => hex.startsWith(signature))?.[1];
  if (kind === 'a zip') return kindOfZip(bytes);
  if (kind === 'a compound file') return kindOfCompound(bytes);
  // Two letters are too few to tell a bitmap from a text: its header repeats the size of the file.
  if (kind === 'picture' && hex.startsWith('424d') && (bytes.length < 6 || start.readUInt32LE(2) !== bytes.length))
    return 'text';
  if (kind !== undefined) return kind;
  if (start.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  return kindOfWords(start);
}

function kindOfZip(bytes: Uint8Array): FileKind {
  let names: string[];
  try {
    names = zipDirectory(bytes, '').map(({ name }) => name.toLowerCase());
  } catch (error) {
    if (error instanceof Refusal) return 'zip';
    throw error;
  }
  const has = (test: RegExp) => names.some((name) => test.test(name));
  if (has(/^xl\/.*\.bin$/) && !has(/^xl\/worksheets\/[^/]+\.xml$/)) return 'xlsb';
  if (has(/^word\//)) return 'docx';
  if (has(/^xl\//)) return 'xlsx';
  if (has(/^ppt\//)) return 'pptx';
  return names.includes('mimetype') ? 'open-document' : 'zip';
}

/** Streams of a compound file by their UTF-16 names (MS-CFB); the first two say more than the rest. */
const streams: readonly (readonly [string, FileKind])[] = [
  ['EncryptedPackage', 'encrypted-office'],
  ['WordDocument', 'word-binary'],
  ['Workbook', 'excel-binary'],
  ['Book', 'excel-binary'],
];

function kindOfCompound(bytes: Uint8Array): FileKind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return streams.find(([name]) => all.includes(Buffer.from(`${name}\0`, 'utf16le')))?.[1] ?? 'compound';
}

function kindOfWords(start: Buffer): FileKind {
  const utf16 = start[0] === 0xff && start[1] === 0xfe;
  const words = start.toString(utf16 ? 'utf16le' : 'latin1').toLowerCase();
  if (/urn:schemas-microsoft-com:office:spreadsheet|schemas.microsoft.com\/office\/word\/2003/.test(words))
    return 'office-xml';
  if (/^\W*<(?:!doctype html|html|head|body|table|meta)\b/.test(words) || /^mime-version:/.test(words)) return 'html';
  return 'text';
}
