/** Records of a zip as they lie in its bytes (PKWARE APPNOTE 6.3, 4.3), with their zip64 extensions. */

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const longestComment = 0xffff;

export interface DirectoryPlace {
  readonly offset: number;
  readonly count: number;
}

/** Looks for the end record from the end of the file; null where there is none, or the archive has several disks. */
export function findDirectory(view: DataView): DirectoryPlace | null {
  const first = Math.max(0, view.byteLength - 22 - longestComment);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) return null;
    if (count !== 0xffff && offset !== 0xffffffff) return offset <= at ? { offset, count } : null;
    return findDirectory64(view, at - 20);
  }
  return null;
}

function findDirectory64(view: DataView, locator: number): DirectoryPlace | null {
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return null;
  const end = Number(view.getBigUint64(locator + 8, true));
  if (end + 56 > view.byteLength || view.getUint32(end, true) !== end64Signature) return null;
  const offset = Number(view.getBigUint64(end + 48, true));
  return offset <= end ? { offset, count: Number(view.getBigUint64(end + 32, true)) } : null;
}

/** An entry of the directory as written. */
export interface EntryHeader {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly local: number;
  readonly next: number;
}

/** The entry at an offset; its signature was checked. */
export function readHeader(view: DataView, bytes: Uint8Array, at: number): EntryHeader {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameEnd = at + 46 + nameLength;
  const next = nameEnd + extraLength + view.getUint16(at + 32, true);
  const long = longFields(view, nameEnd, Math.min(nameEnd + extraLength, view.byteLength));
  const field = (offset: number): number => {
    const value = view.getUint32(offset, true);
    return value === 0xffffffff ? (long.shift() ?? value) : value;
  };
  // The order in which zip64 lists what it holds: size, packed size, local header.
  const size = field(at + 24);
  const packedSize = field(at + 20);
  const local = field(at + 42);
  return {
    name: entryName(bytes.subarray(at + 46, nameEnd)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    local,
    next,
  };
}

/** UTF-8, or else GBK, in which Chinese Windows names files; bytes that are neither, each as a character of its own. */
function entryName(bytes: Uint8Array): string {
  const texts = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes));
  const text = texts.find((one) => !one.includes('\ufffd')) ?? Buffer.from(bytes).toString('latin1');
  return text.replaceAll('\\', '/');
}

/** The 64-bit values of a zip64 extra field (header id 1), in order; none without one. */
function longFields(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), to - at - 4) / 8);
    return Array.from({ length: Math.min(3, count) }, (_, i) => Number(view.getBigUint64(at + 4 + i * 8, true)));
  }
  return [];
}
