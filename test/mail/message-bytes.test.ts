import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WriteError } from '../../src/model/errors/write-error.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { bytesOfMail, packetMessage } from './support/mail.ts';
import { hasPython, parseMails } from './support/python.ts';

const pdf = {
  name: '上城区2023年6月民生实事项目进展情况简报（含附件1滞后项目情况表、附件2任务分解及完成情况表）.pdf',
  bytes: new Uint8Array(1000).map((_, i) => i % 251),
};
const plain = { name: 'packet 1.pdf', bytes: new Uint8Array([37, 80, 68, 70]) };
const rare = { name: '\u{2ba4a}𠮷区🀄.pdf', bytes: new Uint8Array([0, 13, 10, 255]) };
const files = [pdf, plain, rare];

/** Python keeps the line ends that travelled. */
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

describe('the bytes of a mail', () => {
  it('are the same for the same message, and others for another Message-ID', async () => {
    const once = await bytesOfMail(packetMessage(files), files);
    expect(Buffer.compare(once, await bytesOfMail(packetMessage(files), files))).toBe(0);
    const other = await bytesOfMail(packetMessage(files, { messageId: '<other@city.example>' }), files);
    const boundary = (bytes: Uint8Array) => /boundary="?([^"\s;]+)/.exec(Buffer.from(bytes).toString())?.[1];
    expect(boundary(once)).toBeDefined();
    expect(boundary(other)).not.toBe(boundary(once));
  });

  it('are ASCII in lines of at most 76 characters that end in CRLF', async () => {
    const text = Buffer.from(await bytesOfMail(packetMessage(files), files)).toString('latin1');
    expect(text.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7e\t]+$/);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => line.length > 78)).toEqual([]);
  });

  it('cut no character of the subject: each encoded word reads alone', async () => {
    const { subject } = packetMessage([]);
    const head = Buffer.from(await bytesOfMail(packetMessage([]), []))
      .toString()
      .split(/\r\n(?=[A-Z])/);
    const field = head.find((line) => line.startsWith('Subject:')) ?? '';
    const words = [...field.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)].map(([, word = '']) => Buffer.from(word, 'base64'));
    expect(words.length).toBeGreaterThan(2);
    const texts = words.map((word) => new TextDecoder('utf-8', { fatal: true }).decode(word));
    expect(texts.join('')).toBe(subject);
  });

  it.each([
    ['subject', { subject: '简报\r\nBcc: other@elsewhere.example' }],
    ['name', { to: [{ name: '联络员\nBcc: x@elsewhere.example', address: 'sc@city.example' }] }],
    ['address', { cc: [{ name: '', address: 'sc@city.example\r\nX: y' }] }],
    ['separator of lines', { subject: '简报\u2028' }],
    ['Message-ID', { messageId: '<a@city.example>\r\nX: y' }],
  ])('are refused with a line break in a %s', async (_, more) => {
    await expect(bytesOfMail(packetMessage([], more), [])).rejects.toThrow(WriteError);
  });

  it('are refused with a line break in a file name, or other bytes than were checked', async () => {
    const broken = { ...plain, name: 'a\r\nb.pdf' };
    await expect(bytesOfMail(packetMessage([broken]), [broken])).rejects.toThrow(/line break/);
    await expect(bytesOfMail(packetMessage([plain]), [])).rejects.toThrow(/missing or changed/);
    const message = packetMessage([plain]);
    const lying = [{ ...message.attachments[0], sha256: sha256('其他') } as (typeof message.attachments)[0]];
    await expect(bytesOfMail({ ...message, attachments: lying }, [plain])).rejects.toThrow(/missing or changed/);
  });
});

describe.skipIf(!hasPython)("a mail read by Python's email (skipped where python3 is not installed)", () => {
  it('is what was sent: people, subject, both texts, files and their names by either rule', async () => {
    const message = packetMessage(files);
    const [parsed] = parseMails([await bytesOfMail(message, files)]);
    const boxes = (list: readonly { name: string; address: string }[]) =>
      list.map(({ name, address }) => [name, address]);
    expect(parsed).toEqual({
      subject: message.subject,
      date: '2023-07-05T01:00:00+00:00',
      messageId: message.messageId,
      autoSubmitted: 'auto-generated',
      from: boxes([message.from]),
      replyTo: [['', 'duty@city.example']],
      to: boxes(message.to),
      cc: boxes(message.cc),
      structure: [
        'multipart/mixed',
        'multipart/alternative',
        'text/plain',
        'text/html',
        ...files.map(() => 'application/pdf'),
      ],
      text: crlf(message.text),
      html: crlf(message.html),
      attachments: files.map(({ name, bytes }) => ({
        strict: name,
        loose: name,
        type: 'application/pdf',
        sha256: sha256(bytes),
      })),
      defects: [],
    });
  });

  it('is so for any subject, name and content', async () => {
    const word = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'简报上城区（）“”、𠮷🀄é'),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 60,
    });
    // What looks like an encoded word already is read as one, and white space at the ends is layout.
    const line = word.map((text) => `简${text.replaceAll('=?', '= ?').replaceAll(/\s+/g, ' ').trim()}报`);
    const mail = fc.record({
      subject: line,
      name: line,
      file: line,
      text: word.map((text) => `${text}\n`),
      bytes: fc.uint8Array({ minLength: 1 }),
    });
    const mails = fc.sample(mail, { numRuns: 60 });
    const bytes = await Promise.all(
      mails.map(({ subject, name, file, text, bytes }) => {
        const own = [{ name: `${file}.pdf`, bytes }];
        return bytesOfMail(packetMessage(own, { subject, text, from: { name, address: 'msss@city.example' } }), own);
      }),
    );
    for (const [index, parsed] of parseMails(bytes).entries()) {
      const { subject, name, file, text, bytes } = mails[index] as (typeof mails)[0];
      expect(parsed).toMatchObject({ subject, from: [[name, 'msss@city.example']], text: crlf(text), defects: [] });
      expect(parsed.attachments).toEqual([
        { strict: `${file}.pdf`, loose: `${file}.pdf`, type: 'application/pdf', sha256: sha256(bytes) },
      ]);
    }
  });
});
