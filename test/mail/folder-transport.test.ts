import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderTransport, fileNameOf } from '../../src/mail/folder-transport.ts';
import { rawMail } from './support/mail.ts';

describe('a folder of mails', () => {
  let office: string;
  beforeAll(() => {
    office = mkdtempSync(join(tmpdir(), 'jianbao-folder-'));
  });
  afterAll(() => rmSync(office, { recursive: true }));

  it('has a file for each mail, the mail written again in the same file', async () => {
    const folder = join(office, '发件箱');
    const transport = new FolderTransport(folder);
    const mail = { ...(await rawMail('1')), name: '2023-07-05 0012 上城区 简报 3f9a01bc' };
    expect(await transport.probe(mail)).toBe('absent');
    for (const _ of [1, 2])
      expect(await transport.send(mail)).toEqual({ kind: 'sent', response: `${mail.name}.eml`, everyMail: false });
    expect(readdirSync(folder)).toEqual([`${mail.name}.eml`]);
    expect(readFileSync(join(folder, `${mail.name}.eml`)).equals(mail.bytes)).toBe(true);
    expect(await transport.probe(mail)).toBe('arrived');
    // A file of that name that is another mail is not this one.
    expect(await transport.probe({ ...mail, messageId: '<other@city.example>' })).toBe('absent');
  });

  it('is made if need be, by a look whether it can be written that leaves nothing', async () => {
    const folder = join(office, '新', '发件箱');
    expect(await new FolderTransport(folder).check()).toBe(null);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is rid of what a sender that was killed had begun to write there, not of what another is writing', async () => {
    const folder = join(office, '发件箱');
    const [old, fresh] = [join(folder, '.jianbao-old'), join(folder, '.jianbao-fresh')];
    for (const path of [old, fresh]) writeFileSync(path, 'half');
    utimesSync(old, new Date(), new Date(Date.now() - 2 * 3_600_000));
    await new FolderTransport(folder).send(await rawMail('2'));
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });

  it('that cannot be written keeps mails waiting and says so', async () => {
    const blocked = join(office, 'file');
    writeFileSync(blocked, '');
    const transport = new FolderTransport(join(blocked, '发件箱'));
    expect(await transport.send(await rawMail('1'))).toMatchObject({ kind: 'later', everyMail: true });
    expect((await transport.check())?.['zh-CN']).toMatch(/无法写入/);
  });

  it('names files so that Windows takes them', () => {
    expect(fileNameOf('2023-07-05 上城区/下城区: 简报 "1"?. ')).toBe('2023-07-05 上城区_下城区_ 简报 _1__.eml');
  });
});
