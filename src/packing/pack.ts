import type { Carriage, CarriedFile } from '../letters/packet.ts';
import { sizeText } from '../letters/size-text.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { sha256 } from '../model/sha256.ts';
import type { PacketFile } from './packet-file.ts';
import { fileTooLarge } from './problems.ts';
import { shareOut } from './share-out.ts';
import { travelSize } from './travel-size.ts';
import { zipped } from './zipped.ts';

export interface PackOptions {
  /** The files themselves, or one zip of them. */
  readonly form: 'files' | 'zip';
  /** Name of the zip, without its extension. */
  readonly name: string;
  /** Bytes of one mail as it travels. */
  readonly limit: number;
  /** Where the packet lies, if one that is above the limit is not to travel; null to split it. */
  readonly link: string | null;
}

/** One mail of a packet: what its letter says of the files, and the files. */
export interface PackedMail {
  readonly carriage: Carriage;
  readonly attachments: readonly PacketFile[];
}

export interface Packed {
  /** None where there are problems: a part of a packet is not mailed. */
  readonly mails: readonly PackedMail[];
  readonly problems: readonly Diagnostic[];
}

/** Bytes kept free for headers, text and HTML of the letter; the longest letters take about 30 KB. */
export const letterRoom = 64_000;

/** Packs the files of a packet into one mail or, above the limit, into several or behind a link. The same files make the same bytes. */
export function pack(files: readonly PacketFile[], options: PackOptions): Packed {
  const room = options.limit - letterRoom;
  const whole = options.form === 'zip' ? [zipOf(files, options.name)] : files;
  if (total(whole) <= room)
    return { mails: [mailOf(files, options.form === 'zip' ? whole[0] : undefined, 1, 1)], problems: [] };
  if (options.link !== null)
    return {
      mails: [{ carriage: { kind: 'link', url: options.link, files: files.map(carried) }, attachments: [] }],
      problems: [],
    };
  return splitUp(files, options, room);
}

function splitUp(files: readonly PacketFile[], { form, name, limit }: PackOptions, room: number): Packed {
  const sizeOf = (file: PacketFile) => travelSize(file) + (form === 'zip' ? zipEntryRoom(file) : 0);
  const problems = files
    .filter((file) => sizeOf(file) > room)
    .map((file) => fileTooLarge({ file: file.name, size: sizeText(sizeOf(file)), limit: sizeText(limit) }, null));
  if (problems.length > 0) return { mails: [], problems };
  const parts = shareOut(files, sizeOf, room);
  const mails = parts.map((part, index) => {
    const zip = form === 'zip' ? zipOf(part, `${name}（${index + 1}）`) : undefined;
    return mailOf(part, zip, index + 1, parts.length);
  });
  return { mails, problems: [] };
}

function mailOf(files: readonly PacketFile[], zip: PacketFile | undefined, number: number, of: number): PackedMail {
  const told = { files: files.map(carried), part: { number, of } };
  if (zip === undefined) return { carriage: { kind: 'files', ...told }, attachments: files };
  return { carriage: { kind: 'zip', zip: zip.name, ...told }, attachments: [zip] };
}

function carried({ name, bytes }: PacketFile): CarriedFile {
  return { name, size: bytes.length, sha256: sha256(bytes) };
}

function zipOf(files: readonly PacketFile[], name: string): PacketFile {
  return { name: `${name}.zip`, type: 'application/zip', bytes: zipped(files) };
}

/** What a zip adds to a file that cannot be made smaller: its two heads, names in UTF-8, and deflate's five bytes in 64 KB, as base64. */
function zipEntryRoom({ name, bytes }: PacketFile): number {
  return Math.ceil((200 + 8 * name.length + bytes.length / 1000) * 1.4);
}

function total(files: readonly PacketFile[]): number {
  return files.reduce((sum, file) => sum + travelSize(file), 0);
}
