import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { repackZip } from '../../src/writers/zip.ts';

const parts = {
  'word/': new Uint8Array(),
  'word/document.xml': strToU8('<文档/>'.repeat(500)),
  '_rels/.rels': strToU8('<r/>'),
  '[Content_Types].xml': strToU8('<t/>'),
  'Alpha.xml': strToU8('<a/>'),
};
const zone = process.env.TZ;

describe('repackZip', () => {
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('keeps the contents, puts [Content_Types].xml first and leaves folders out', () => {
    const repacked = unzipSync(repackZip(zipSync(parts, { level: 0 })));
    expect(Object.keys(repacked)).toEqual(['[Content_Types].xml', 'Alpha.xml', '_rels/.rels', 'word/document.xml']);
    for (const [name, content] of Object.entries(repacked)) expect(content).toEqual(parts[name as keyof typeof parts]);
  });

  it('gives the same bytes whatever the order, the time stamps, the compression and the time zone', () => {
    process.env.TZ = 'Asia/Shanghai';
    const one = repackZip(zipSync(parts, { level: 0, mtime: '2023-07-05' }));
    process.env.TZ = 'America/Los_Angeles';
    const backwards = Object.fromEntries(Object.entries(parts).reverse());
    const other = repackZip(zipSync(backwards, { level: 9, mtime: '2031-01-01' }));
    expect(Buffer.compare(one, other)).toBe(0);
    expect(one.length).toBeLessThan(parts['word/document.xml'].length);
  });

  it('stamps every entry 1980-01-01 00:00', () => {
    const bytes = Buffer.from(repackZip(zipSync(parts)));
    // Local file header: time at 10, date at 12; date 0x0021 is year 0, month 1, day 1.
    expect(bytes.readUInt16LE(10)).toBe(0);
    expect(bytes.readUInt16LE(12)).toBe(0x0021);
  });
});
