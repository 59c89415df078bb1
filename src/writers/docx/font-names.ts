/** What a font is called inside a file: the family, its name for PostScript, and whether it is the family's bold. */
export interface FontNames {
  readonly family: string;
  /** Letters, digits and hyphens only. */
  readonly postScript: string;
  readonly bold: boolean;
}

/** Copyright, trademark, licence and its address stay what they are. */
const keptNames = new Set([0, 7, 13, 14]);
const windows = { platform: 3, encoding: 1 } as const;
const english = 0x409;

/**
 * Gives a font other names and the weight of its place in the family; Word finds an embedded font by them. Works on the
 * tables of an OpenType file (ISO/IEC 14496-22, 4.3): `name` is written anew, `OS/2` and `head` say the weight.
 */
export function renamedFont(font: Uint8Array, names: FontNames): Uint8Array {
  const tables = tablesOf(font);
  tables.set('name', nameTable(tables.get('name') as Uint8Array, names));
  const os2 = viewOf(tables.get('OS/2') as Uint8Array);
  os2.setUint16(4, names.bold ? 700 : 400);
  // fsSelection: not italic, and either bold or regular.
  os2.setUint16(62, (os2.getUint16(62) & ~0x61) | (names.bold ? 0x20 : 0x40));
  viewOf(tables.get('head') as Uint8Array).setUint16(44, names.bold ? 1 : 0);
  return fontOf(viewOf(font).getUint32(0), tables);
}

/** Copies of the tables by their tags, in the order of the file. */
export function tablesOf(font: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    const start = view.getUint32(record + 8);
    tables.set(tag, font.slice(start, start + view.getUint32(record + 12)));
  }
  return tables;
}

interface NameRecord {
  readonly language: number;
  readonly id: number;
  readonly text: Uint8Array;
}

function nameTable(old: Uint8Array, { family, postScript, bold }: FontNames): Uint8Array {
  const style = bold ? 'Bold' : 'Regular';
  const given = [
    [1, family],
    [2, style],
    [3, postScript],
    [4, `${family} ${style}`],
    [6, postScript],
  ] as const;
  const records: NameRecord[] = [
    ...keptRecords(old),
    ...given.map(([id, text]) => ({ language: english, id, text: utf16(text) })),
  ].sort((a, b) => a.language - b.language || a.id - b.id);
  const textStart = 6 + 12 * records.length;
  const table = new Uint8Array(textStart + records.reduce((sum, { text }) => sum + text.length, 0));
  const view = viewOf(table);
  view.setUint16(2, records.length);
  view.setUint16(4, textStart);
  let offset = 0;
  for (const [index, { language, id, text }] of records.entries()) {
    const fields = [windows.platform, windows.encoding, language, id, text.length, offset];
    for (const [at, value] of fields.entries()) view.setUint16(6 + 12 * index + 2 * at, value);
    table.set(text, textStart + offset);
    offset += text.length;
  }
  return table;
}

function keptRecords(table: Uint8Array): NameRecord[] {
  const view = viewOf(table);
  const textStart = view.getUint16(4);
  const records: NameRecord[] = [];
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((at) =>
      view.getUint16(6 + 12 * i + at),
    ) as [number, number, number, number, number, number];
    if (platform !== windows.platform || encoding !== windows.encoding || !keptNames.has(id)) continue;
    records.push({ language, id, text: table.slice(textStart + offset, textStart + offset + length) });
  }
  return records;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = viewOf(bytes);
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 * i, text.charCodeAt(i));
  return bytes;
}

/** The tables as a file, each at a multiple of four bytes, with their check sums. */
function fontOf(version: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const padded = (length: number) => (length + 3) & ~3;
  const start = 12 + 16 * tables.size;
  const file = new Uint8Array([...tables.values()].reduce((sum, { length }) => sum + padded(length), start));
  const view = viewOf(file);
  const power = Math.floor(Math.log2(tables.size));
  view.setUint32(0, version);
  for (const [at, value] of [tables.size, 16 * 2 ** power, power, 16 * (tables.size - 2 ** power)].entries())
    view.setUint16(4 + 2 * at, value);
  let offset = start;
  let head = 0;
  for (const [index, [tag, table]] of [...tables].entries()) {
    file.set(table, offset);
    if (tag === 'head') {
      head = offset;
      view.setUint32(head + 8, 0);
    }
    const record = 12 + 16 * index;
    for (let i = 0; i < 4; i += 1) view.setUint8(record + i, tag.charCodeAt(i));
    view.setUint32(record + 4, checkSum(file.subarray(offset, offset + padded(table.length))));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    offset += padded(table.length);
  }
  view.setUint32(head + 8, 0xb1b0afba - checkSum(file));
  return file;
}

function checkSum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
