import type { PacketFile } from './packet-file.ts';

/** Head of a part: names twice, as encoded words and as RFC 2231, type and boundary. A character of a name takes up to 16 bytes there. */
const headOf = ({ name }: Pick<PacketFile, 'name'>) => 512 + 16 * name.length;

/** Bytes of an attachment as it travels: base64 in lines of 76 characters (RFC 2045, 6.8), with its head. At least what it really takes. */
export function travelSize(file: PacketFile): number {
  const characters = Math.ceil(file.bytes.length / 3) * 4;
  return characters + 2 * Math.ceil(characters / 76) + headOf(file);
}
