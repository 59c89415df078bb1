import { sampleOf } from '../findings.ts';
import { limits } from './limits.ts';
import { type Damage, type Distrust, damagedFile, encryptedFile, unsafeEntry } from './problems.ts';
import { Refusal } from './refusal.ts';
import { tooLarge } from './too-large.ts';
import { findDirectory, readHeader } from './zip-records.ts';

/** One file in a zip, as its directory declares it; nothing of it is unpacked yet. */
export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
  /** Bytes when unpacked. */
  readonly size: number;
  readonly crc: number;
}

const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The directory of a zip (PKWARE APPNOTE 6.3, 4.3), with every bound checked before anything is unpacked: number and
 * size of entries, compression ratio, names that repeat or point outside, entries that overlap or are encrypted.
 * Throws Refusal.
 */
export function zipDirectory(bytes: Uint8Array, file: string): ZipEntry[] {
  const at = { source: file, part: null, row: null, column: null };
  const damaged = (damage: Damage, part = ''): never => {
    throw new Refusal(damagedFile({ part: sampleOf(part), damage }, at));
  };
  const unsafe = (entry: string, distrust: Distrust): never => {
    throw new Refusal(unsafeEntry({ entry: sampleOf(entry), distrust }, at));
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view) ?? damaged('no-directory');
  if (directory.count > limits.entries) throw tooLarge('entries', directory.count, limits.entries, at);

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const areas: { start: number; end: number; name: string }[] = [];
  let total = 0;
  let offset = directory.offset;
  for (let i = 0; i < directory.count; i += 1) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== entrySignature) damaged('directory-cut');
    const header = readHeader(view, bytes, offset);
    offset = header.next;
    if (offset > view.byteLength) damaged('directory-cut');
    const { name, flags, method, packedSize, size, local } = header;
    if (name.endsWith('/') && size === 0) continue;
    if (!isPlainName(name)) unsafe(name, 'outside');
    if (names.has(name.toLowerCase())) unsafe(name, 'twice');
    names.add(name.toLowerCase());
    if ((flags & 0x2041) !== 0) throw new Refusal(encryptedFile({ file }, at));
    if (method !== 0 && method !== 8) unsafe(name, 'compression');
    total += size;
    if (size > limits.partBytes) throw tooLarge('bytes', size, limits.partBytes, at, sampleOf(name));
    if (total > limits.packageBytes) throw tooLarge('bytes', total, limits.packageBytes, at);
    if (size > limits.ratioFrom && size > packedSize * limits.ratio)
      throw tooLarge('ratio', Math.round(size / Math.max(1, packedSize)), limits.ratio, at, sampleOf(name));
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) damaged('entry-header', name);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const end = start + packedSize;
    if (end > directory.offset) damaged('entry-cut', name);
    if (method === 0 && packedSize !== size) damaged('entry-size', name);
    areas.push({ start: local, end, name });
    entries.push({ name, packed: bytes.subarray(start, end), deflated: method === 8, size, crc: header.crc });
  }
  areas.sort((a, b) => a.start - b.start);
  for (const [i, area] of areas.entries()) if (area.start < (areas[i - 1]?.end ?? 0)) unsafe(area.name, 'overlap');
  return entries;
}

/** Nothing is ever written under these names; one that points elsewhere still means that the file is not what it says. */
function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what a name must not have
  return name !== '' && !/^\/|^[A-Za-z]:|[\x00-\x1f]|(?:^|\/)\.\.?(?:\/|$)|\/\//.test(name);
}
