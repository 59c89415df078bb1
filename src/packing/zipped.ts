import { zipSync } from 'fflate';
import type { PacketFile } from './packet-file.ts';

/**
 * By APPNOTE 4.4.2, made on Unix, as plain files that everyone may read: Info-ZIP's unzip takes names for the code page of DOS otherwise,
 * although bit 11 says that they are UTF-8.
 */
const madeOn = { os: 3, attrs: 0o100644 * 65536 } as const;

/** One zip of files, of fixed times: the same files make the same bytes. */
export function zipped(files: readonly PacketFile[]): Uint8Array {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, madeOn] as const]));
  // A zip holds wall-clock time without a zone, and fflate reads the local one: so the date is made from local parts.
  return zipSync(entries as Parameters<typeof zipSync>[0], { mtime: new Date(1980, 0, 1), level: 3 });
}
