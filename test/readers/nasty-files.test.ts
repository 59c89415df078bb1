import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/readers/package/limits.ts';
import {
  type Parts,
  p,
  relationsOf,
  row,
  sheetFile,
  tbl,
  tc,
  tr,
  wordFile,
  wordParts,
  workbookFile,
  workbookParts,
  zipOf,
} from '../support/office-parts.ts';
import { problems, read } from '../support/read-tables.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const sheetParts = (rows: string, after = ''): Parts => workbookParts({ sheets: [{ rows, after }] });
const small = sheetParts(row(1, ['甲', '乙']));
const merge = (area: string) => `<mergeCells><mergeCell ref="${area}"/></mergeCells>`;

/** Overwrites bytes of a zip, found by a signature, in every record of that kind. */
function patched(bytes: Uint8Array, signature: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1) if (view.getUint32(at, true) === signature) change(view, at);
  return copy;
}
const central = 0x02014b50;

/** A zip with one entry whose declared size is a lie. */
function lying(name: string, content: Uint8Array, declared: number): Uint8Array {
  return patched(zipOf({ [name]: content }), central, (view, at) => view.setUint32(at + 24, declared, true));
}

/** A zip of one entry that unpacks to `megabytes` of zeros. */
function bomb(megabytes: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
  const file = zipOf({ 'word/document.xml': Uint8Array.from(packed) });
  return patched(file, central, (view, at) => {
    view.setUint16(at + 10, 8, true);
    view.setUint32(at + 24, megabytes * 1024 * 1024, true);
  });
}

const compound = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ]);
const doctype = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const external = '<!DOCTYPE w SYSTEM "file:///etc/passwd">';
const wide = (count: number) => Array.from({ length: count }, () => '甲');

/** Each file, what it is called, and all that is said of it. */
const files: readonly (readonly [what: string, file: () => Uint8Array, name: string, expected: readonly string[]])[] = [
  ['an empty file', () => new Uint8Array(), '附件2.docx', ['file-kind@']],
  ['a document of Word 97', () => compound('WordDocument'), '附件2.doc', ['file-kind@']],
  ['a document of WPS Writer', () => compound('WordDocument'), '附件2.wps', ['file-kind@']],
  ['a workbook of Excel 97', () => compound('Workbook'), '附件2.xls', ['file-kind@']],
  ['a workbook of WPS Spreadsheets under another extension', () => compound('Workbook'), '附件2.xlsx', ['file-kind@']],
  ['a workbook with a password', () => compound('EncryptionInfo', 'EncryptedPackage'), '附件2.xlsx', ['file-kind@']],
  [
    'a binary workbook',
    () => zipOf({ 'xl/workbook.bin': 'x', 'xl/worksheets/sheet1.bin': 'x' }),
    '附件2.xlsb',
    ['file-kind@'],
  ],
  ['a PDF', () => utf8('%PDF-1.7\n%âãÏÓ'), '附件2.pdf', ['file-kind@']],
  ['a scanned page', () => Buffer.from('ffd8ffe000104a464946', 'hex'), '附件2.docx', ['file-kind@']],
  ['a web page called a workbook', () => utf8('\uFEFF <html><table><tr><td>1'), '附件2.xls', ['file-kind@']],
  [
    'a table of XML called a workbook',
    () => utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    '附件2.xls',
    ['file-kind@'],
  ],
  ['an RTF file called a document', () => utf8('{\\rtf1\\ansi'), '附件2.doc', ['file-kind@']],
  ['a presentation', () => zipOf({ 'ppt/presentation.xml': 'x' }), '附件2.pptx', ['file-kind@']],
  [
    'an OpenDocument table',
    () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    '附件2.ods',
    ['file-kind@'],
  ],
  ['an archive of files', () => zipOf({ '附件2.docx': 'x' }), '附件.zip', ['file-kind@']],
  ['a CSV file called a workbook', () => utf8('序号,项目名称\n1,建桥'), '附件2.xlsx', ['file-is-text@']],
  ['a line of half a million commas', () => utf8(`序号${','.repeat(500_000)}`), '附件2.csv', ['file-too-large@表1:1,']],
  ['a line of half a million tabs', () => utf8(`序号${'\t'.repeat(500_000)}`), '附件2.txt', ['file-too-large@表1:1,']],
  ['text of an unknown extension', () => utf8('序号 项目名称'), '附件2.md', ['file-format-unknown@']],
  ['a document called a workbook', () => wordFile(p('甲')), '附件2.xlsx', ['file-extension@']],
  ['a truncated document', () => wordFile(p('甲')).slice(0, 400), '附件2.docx', ['file-damaged@']],
  ['a document whose directory is cut', () => wordFile(p('甲')).slice(0, -40), '附件2.docx', ['file-damaged@']],
  ['a document with a broken byte', () => damagedEntry(), '附件2.docx', ['file-damaged@']],
  [
    'a part that is larger than declared',
    () => lying('word/document.xml', utf8('a'.repeat(9_000)), 10),
    '附件2.docx',
    ['file-damaged@'],
  ],
  [
    'a part that is smaller than declared',
    () => lying('word/document.xml', utf8('<a/>'), 4_000),
    '附件2.docx',
    ['file-damaged@'],
  ],
  ['a zip bomb', () => bomb(64), '附件2.docx', ['file-too-large@']],
  ['a part of a gigabyte', () => lying('word/document.xml', utf8('<a/>'), 1 << 30), '附件2.docx', ['file-too-large@']],
  [
    'ten thousand entries',
    () => zipOf(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`word/${i}`, '']))),
    '附件2.docx',
    ['file-too-large@'],
  ],
  [
    'a name that leaves the package',
    () => zipOf({ ...small, '../../etc/passwd': 'x' }),
    '附件2.xlsx',
    ['file-unsafe@'],
  ],
  ['a name that occurs twice', () => zipOf({ ...small, 'XL/Workbook.xml': 'x' }), '附件2.xlsx', ['file-unsafe@']],
  [
    'an encrypted entry',
    () => patched(zipOf(small), central, (view, at) => view.setUint16(at + 8, 1, true)),
    '附件2.xlsx',
    ['file-encrypted@'],
  ],
  ['entries that overlap', () => overlapping(), '附件2.xlsx', ['file-unsafe@']],
  [
    'an unknown compression',
    () => patched(zipOf(small), central, (view, at) => view.setUint16(at + 10, 14, true)),
    '附件2.xlsx',
    ['file-unsafe@'],
  ],
  ['a package without its main part', () => zipOf({ 'word/styles.xml': '<a/>' }), '附件2.docx', ['file-part-missing@']],
  [
    'a workbook that does not say where its sheets are',
    () => zipOf({ ...small, 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    '附件2.xlsx',
    ['file-part-missing@'],
  ],
  [
    'a workbook whose formats are missing',
    () => sheetFile(row(1, ['甲', '<c s="9"><v>210</v></c>', '乙'])),
    '附件2.xlsx',
    ['xlsx-style-missing@表1:1,2'],
  ],
  [
    'a workbook whose sheet is empty',
    () => zipOf({ ...small, 'xl/worksheets/sheet1.xml': '' }),
    '附件2.xlsx',
    ['file-xml-broken@'],
  ],
  [
    'entities that grow',
    () => withXml(`${doctype}<w:document xmlns:w="w">&b;</w:document>`),
    '附件2.docx',
    ['file-xml-doctype@'],
  ],
  [
    'an entity from outside',
    () => withXml(`${external}<w:document xmlns:w="w"/>`),
    '附件2.docx',
    ['file-xml-doctype@'],
  ],
  [
    'an entity of no name',
    () => withXml('<w:document xmlns:w="w"><w:t>&secret;</w:t></w:document>'),
    '附件2.docx',
    ['file-xml-broken@'],
  ],
  [
    'elements that do not match',
    () => withXml('<w:document xmlns:w="w"><w:body></w:document>'),
    '附件2.docx',
    ['file-xml-broken@'],
  ],
  [
    'a raw control character',
    () => withXml('<w:document xmlns:w="w"><w:t>a\u0001b</w:t></w:document>'),
    '附件2.docx',
    ['file-xml-broken@'],
  ],
  [
    'a raw U+FFFE',
    () => withXml('<w:document xmlns:w="w"><w:t>a\uFFFEb</w:t></w:document>'),
    '附件2.docx',
    ['file-xml-broken@'],
  ],
  [
    'bytes that are no UTF-8',
    () => wordFile(p('甲'), { 'word/document.xml': Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xfd) }),
    '附件2.docx',
    ['file-xml-broken@'],
  ],
  [
    'XML that nests too deep',
    () => wordFile('<w:sdt>'.repeat(2_000) + '</w:sdt>'.repeat(2_000)),
    '附件2.docx',
    ['file-nested-deep@'],
  ],
  ['tables in tables in tables', () => wordFile(nestedTables(12)), '附件2.docx', ['file-too-large@表1:1,1']],
  [
    'a cell over a million columns',
    () => wordFile(tbl([tr([tc('甲', '<w:gridSpan w:val="1000000"/>')])])),
    '附件2.docx',
    ['file-too-large@表1:1,1'],
  ],
  [
    'a row that begins a million columns on',
    () => wordFile(tbl([tr(['甲'], '<w:gridBefore w:val="999999999"/>')])),
    '附件2.docx',
    ['file-too-large@'],
  ],
  [
    'a wide row among many',
    () => wordFile(tbl([tr(wide(900)), ...Array.from({ length: 700 }, () => tr(['甲']))])),
    '附件2.docx',
    ['file-too-large@表1'],
  ],
  [
    'a cell of a hundred thousand characters',
    () => wordFile(tbl([tr(['字'.repeat(100_000)])])),
    '附件2.docx',
    ['file-too-large@表1:1,1'],
  ],
  ['a sheet of a million rows', () => millionRows(), '附件2.xlsx', ['file-too-large@表1:500001,1']],
  [
    'a word in the last cell of all',
    () => sheetFile(`${row(1, ['甲', '乙'])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    '附件2.xlsx',
    ['file-too-large@表1:1048576,16384'],
  ],
  [
    'a merge of the whole sheet',
    () => sheetFile(row(1, ['甲', '乙']), { after: merge('A1:XFD1048576') }),
    '附件2.xlsx',
    ['file-too-large@表1:1,1'],
  ],
  [
    'a merged figure that reaches over all columns',
    () => sheetFile(row(1, ['甲', '乙']) + row(2, ['丙', '丁']), { after: merge('B2:XFD2') }),
    '附件2.xlsx',
    ['file-too-large@表1:2,2'],
  ],
  [
    'merges without end',
    () =>
      sheetFile(row(1, ['甲', '乙']), {
        after: `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(limits.merges + 1)}</mergeCells>`,
      }),
    '附件2.xlsx',
    ['file-too-large@表1:1,1'],
  ],
  [
    'rows out of order',
    () => sheetFile(row(5, ['甲', '乙']) + row(2, ['丙', '丁'])),
    '附件2.xlsx',
    ['xlsx-reference@表1:5,'],
  ],
  [
    'a cell beyond the sheet',
    () => sheetFile('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    '附件2.xlsx',
    ['xlsx-reference@表1:1,'],
  ],
  [
    'strings without end',
    () => sheetFile(row(1, ['甲', '乙']), { strings: Array.from({ length: limits.strings + 1 }, () => '') }),
    '附件2.xlsx',
    ['file-too-large@'],
  ],
  ['one sheet a thousand times', () => manySheets(), '附件2.xlsx', ['file-unsafe@']],
];

function damagedEntry(): Uint8Array {
  const bytes = Uint8Array.from(zipOf(wordParts(p('甲'.repeat(500)))));
  const at = Buffer.from(bytes).indexOf('word/document.xml') + 'word/document.xml'.length + 8;
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  return bytes;
}

function overlapping(): Uint8Array {
  let first = -1;
  return patched(zipOf(small), central, (view, at) => {
    if (first < 0) first = view.getUint32(at + 42, true);
    else view.setUint32(at + 42, first, true);
  });
}

function withXml(xml: string): Uint8Array {
  return wordFile('', { 'word/document.xml': xml });
}

function nestedTables(depth: number): string {
  return depth === 0 ? p('甲') : tbl([tr([tc(nestedTables(depth - 1) + p(''))])]);
}

function millionRows(): Uint8Array {
  return sheetFile(Array.from({ length: 1_000_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join(''));
}

function manySheets(): Uint8Array {
  const ids = Array.from({ length: 1_000 }, (_, i) => `s${i + 1}`);
  const sheet = ['worksheet', 'worksheets/sheet1.xml'] as const;
  const parts = workbookParts({ sheets: ids.map((name) => ({ name, rows: row(1, ['甲', '乙']) })) });
  parts['xl/_rels/workbook.xml.rels'] = relationsOf(Object.fromEntries(ids.map((id) => [id, sheet])));
  return zipOf(parts);
}

describe('nasty files', () => {
  it.each(files)('%s', (_, make, name, expected) => {
    const bytes = make();
    const started = performance.now();
    const reading = read(bytes, name);
    // None takes more than two seconds of a machine that has nothing else to do.
    expect(performance.now() - started).toBeLessThan(50_000);
    expect(problems(reading)).toEqual(expected);
    for (const { severity, at, message, hint } of reading.diagnostics) {
      expect(at?.source).toBe(name);
      expect([message['zh-CN'], hint['zh-CN'], message.en, hint.en].every((text) => text.length > 5)).toBe(true);
      if (severity === 'error') expect(message['zh-CN'] + hint['zh-CN']).not.toMatch(/undefined(?! entity)|\[object/);
    }
    const refused = reading.diagnostics.some(({ severity }) => severity === 'error');
    if (refused && !/^xlsx-(?:reference|style)/.test(expected[0] ?? '')) expect(reading.blocks).toEqual([]);
  });

  it('survives sixty thousand empty rows and a merged title over all columns, which offices do have', () => {
    const empty = Array.from(
      { length: 60_000 },
      (_, i) => `<row r="${i + 3}" hidden="1"><c r="A${i + 3}" s="1"/></row>`,
    );
    const bytes = sheetFile(row(1, ['标题']) + row(2, ['甲', '乙']) + empty.join(''), { after: merge('A1:XFD1') });
    const reading = read(bytes, 't.xlsx');
    expect([problems(reading), reading.blocks.map(({ kind }) => kind)]).toEqual([[], ['paragraph', 'table']]);
  });

  it('does not mind pictures whose names are in another encoding', () => {
    const bytes = Uint8Array.from(zipOf({ ...wordParts(p('甲')), 'word/media/ab.png': 'x' }));
    for (const [at, byte] of bytes.entries())
      if (byte === 0x61 && Buffer.from(bytes.subarray(at, at + 6)).toString() === 'ab.png') bytes.set([0xcd, 0xbc], at);
    expect(problems(read(bytes, 't.docx'))).toEqual([]);
  });

  it('reads a workbook whose entries have zip64 sizes', () => {
    const bytes = workbookFile({ sheets: [{ rows: row(1, ['甲', '乙']) }] });
    expect(problems(read(zip64(bytes), 't.xlsx'))).toEqual([]);
  });
});

/** The same zip with the size of each entry in a zip64 extra field, as streaming writers do. */
function zip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const start = view.getUint32(end + 16, true);
  const records: Buffer[] = [];
  for (let at = start; at < end; ) {
    const length = view.getUint16(at + 28, true);
    const record = Buffer.from(bytes.subarray(at, at + 46 + length));
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(record.readUInt32LE(24)), 4);
    extra.writeBigUInt64LE(BigInt(record.readUInt32LE(20)), 12);
    record.writeUInt32LE(0xffffffff, 20);
    record.writeUInt32LE(0xffffffff, 24);
    record.writeUInt16LE(20, 30);
    record.writeUInt16LE(0, 32);
    records.push(record, extra);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const directory = Buffer.concat(records);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([bytes.subarray(0, start), directory, tail]);
}
