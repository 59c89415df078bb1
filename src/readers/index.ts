import { csvReader } from './csv.ts';
import type { Reader } from './reader.ts';
import { textReader } from './text.ts';

/** Every format that can be read; a new one is one file and one line here. */
export const readers: readonly Reader[] = [textReader, csvReader];

/** The reader for a file by its extension; null where none is known. */
export function readerFor(path: string): Reader | null {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return readers.find((reader) => reader.extensions.includes(extension)) ?? null;
}
