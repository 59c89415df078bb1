import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { messageBytes } from '../../src/mail/message-bytes.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { linkTo } from '../../src/packing/link.ts';
import { type PackedMail, pack } from '../../src/packing/pack.ts';
import type { PacketFile } from '../../src/packing/packet-file.ts';
import { hasPython } from '../mail/support/python.ts';

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
const name = '杭州西湖风景名胜区-2023年6月民生实事简报（更正版1）';

/** Bytes that no compression makes smaller, the same for the same seed. */
function noise(size: number, seed: number): Uint8Array {
  let state = seed * 2 + 1;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

function file(extension: string, size: number): PacketFile {
  return { name: `${name}.${extension}`, type: 'application/octet-stream', bytes: noise(size, size) };
}

const packet = [file('pdf', 250_000), file('docx', 40_000), file('xlsx', 160_000)];

/** The mail as it would travel, with a letter as long as letters are. */
async function travelling({ attachments }: PackedMail): Promise<number> {
  const mailbox = { name: '市民生实事办', address: 'msss@city.example' };
  const digests = new Map(attachments.map((one) => [sha256(one.bytes), one.bytes]));
  const bytes = await messageBytes(
    {
      from: mailbox,
      replyTo: null,
      to: [mailbox],
      cc: [],
      subject: name,
      text: '实'.repeat(3_000),
      html: '事'.repeat(5_000),
      date: '2023-07-05T01:00:00.000Z',
      messageId: '<a@city.example>',
      attachments: attachments.map((one) => ({
        name: one.name,
        type: one.type,
        sha256: sha256(one.bytes),
        size: one.bytes.length,
      })),
    },
    async (digest) => digests.get(digest) ?? null,
  );
  return bytes.length;
}

describe('a packet', () => {
  it('goes as its files, or as one zip of them', () => {
    const files = pack(packet, { form: 'files', name, limit: 20_000_000, link: null });
    expect(files.mails.map(({ attachments }) => attachments)).toEqual([packet]);
    expect(files.mails[0]?.carriage).toMatchObject({ kind: 'files', part: { number: 1, of: 1 } });
    const zipped = pack(packet, { form: 'zip', name, limit: 20_000_000, link: null });
    const [zip] = zipped.mails[0]?.attachments ?? [];
    expect(zip?.name).toBe(`${name}.zip`);
    expect(unzipSync(zip?.bytes as Uint8Array)).toEqual(Object.fromEntries(packet.map((one) => [one.name, one.bytes])));
    expect(zipped.mails[0]?.carriage).toMatchObject({
      kind: 'zip',
      zip: `${name}.zip`,
      files: packet.map((one) => ({ name: one.name })),
    });
    expect(pack(packet, { form: 'zip', name, limit: 20_000_000, link: null })).toEqual(zipped);
  });

  it.skipIf(!hasPython)(
    'names the files of a zip in UTF-8, as Python reads them (skipped where python3 is not installed)',
    () => {
      const [zip] = pack(packet, { form: 'zip', name, limit: 20_000_000, link: null }).mails[0]?.attachments ?? [];
      const bytes = Buffer.from(zip?.bytes as Uint8Array);
      // APPNOTE 4.4.4: bit 11 of the flags, 8 bytes into an entry of the directory.
      expect(bytes.readUInt16LE(bytes.indexOf('PK\u0001\u0002', 'latin1') + 8) & 0x0800).toBe(0x0800);
      const folder = mkdtempSync(join(tmpdir(), 'jianbao-zip-'));
      try {
        writeFileSync(join(folder, 'packet.zip'), bytes);
        execFileSync('python3', ['-m', 'zipfile', '-e', 'packet.zip', 'out'], { cwd: folder });
        expect(readdirSync(join(folder, 'out')).sort()).toEqual(packet.map((one) => one.name).sort());
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it.skipIf(!hasUnzip)('keeps the names of its files with Info-ZIP (skipped where unzip is not installed)', () => {
    const [zip] = pack(packet, { form: 'zip', name, limit: 20_000_000, link: null }).mails[0]?.attachments ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'jianbao-zip-'));
    try {
      writeFileSync(join(folder, 'packet.zip'), zip?.bytes as Uint8Array);
      const env = { ...process.env, LC_ALL: 'C.UTF-8' };
      execFileSync('unzip', ['-q', 'packet.zip', '-d', 'out'], { cwd: folder, env });
      expect(readdirSync(join(folder, 'out')).sort()).toEqual(packet.map((one) => one.name).sort());
      for (const one of packet) expect(readFileSync(join(folder, 'out', one.name))).toEqual(Buffer.from(one.bytes));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('above the limit goes behind a link, with what proves each file', () => {
    const about = { month: '2023-06', audience: '上城区' };
    const [link = '', corrected = ''] = [0, 1].map((edition) =>
      linkTo('https://wj.city.example/{month}/{audience}/{edition}', { ...about, edition }),
    );
    expect(decodeURI(link)).toBe('https://wj.city.example/2023-06/上城区/原版');
    expect(decodeURI(corrected)).toBe('https://wj.city.example/2023-06/上城区/更正版1');
    const { mails } = pack(packet, { form: 'files', name, limit: 300_000, link });
    expect(mails).toEqual([
      {
        carriage: {
          kind: 'link',
          url: link,
          files: packet.map((one) => ({ name: one.name, size: one.bytes.length, sha256: sha256(one.bytes) })),
        },
        attachments: [],
      },
    ]);
  });

  it('is not mailed in part where a file alone is above the limit', () => {
    const { mails, problems } = pack(packet, { form: 'files', name, limit: 300_000, link: null });
    expect(mails).toEqual([]);
    expect(problems.map(({ code, data }) => [code, data])).toEqual([
      ['packet-file-too-large', { file: `${name}.pdf`, size: '343 KB', limit: '300 KB' }],
    ]);
  });

  it('that is split has every file once, whole, and no mail above the limit', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.constantFrom('files', 'zip'),
        fc.integer({ min: 280_000, max: 700_000 }),
        async (all, form, limit) => {
          const files = all.map((size, index) => file(`${index}.pdf`, size));
          const { mails, problems } = pack(files, { form, name, limit, link: null });
          expect(problems).toEqual([]);
          const carried = mails.flatMap(({ attachments }) =>
            form === 'files'
              ? attachments.map((one) => [one.name, one.bytes] as const)
              : attachments.flatMap((zip) => Object.entries(unzipSync(zip.bytes))),
          );
          expect(carried).toHaveLength(files.length);
          expect(Object.fromEntries(carried)).toEqual(Object.fromEntries(files.map((one) => [one.name, one.bytes])));
          for (const mail of mails) expect(await travelling(mail)).toBeLessThanOrEqual(limit);
          const parts = mails.map(({ carriage }) => (carriage.kind === 'link' ? null : carriage.part));
          expect(parts).toEqual(mails.map((_, index) => ({ number: index + 1, of: mails.length })));
          // No two mails could have been one.
          const room = limit - 64_000;
          const loads = mails.map(({ attachments }) =>
            attachments.reduce((sum, one) => sum + one.bytes.length * 1.37, 0),
          );
          for (const [index, load] of loads.entries())
            for (const other of loads.slice(index + 1)) expect(load + other + 20_000).toBeGreaterThan(room);
        },
      ),
      { numRuns: 10 },
    );
  });
});
