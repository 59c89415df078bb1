import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, signingOffice, type TestOffice } from '../signing/support/signing-office.ts';
import { typed } from '../support/command.ts';
import { pressHere } from '../support/press.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-sign-'));
const database = join(work, 'data/jianbao.db');
let city: TestOffice;
beforeAll(async () => {
  city = await signingOffice(database, join(work, 'data'), pressHere);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (now: string, ...args: string[]) => typed([...args, '--now', now], work);
const june = ['--month', '2023-06'];

it('an officer drafts a month, a leader signs it, and it is published', async () => {
  const nothing = await run('2023-07-05 09:00', 'sign', 'list');
  expect([nothing.status, nothing.said]).toEqual([0, expect.stringContaining('还没有送审稿')]);
  const early = await run('2023-07-05 09:00', 'sign', ...june, '--by', '督查室负责人');
  expect([early.status, early.said]).toEqual([
    2,
    expect.stringContaining('请先运行 jianbao sign draft --month 2023-06'),
  ]);
  const drafted = await run('2023-07-05 17:00', 'sign', 'draft', ...june, '--format', 'html');
  expect([drafted.status, drafted.said]).toEqual([
    0,
    expect.stringMatching(
      /已生成2023年6月送审稿 4 个文件.*请审阅.*jianbao sign --month 2023-06 --by 审签人 --draft [0-9a-f]{16}/s,
    ),
  ]);
  const draft = /--draft ([0-9a-f]{16})/.exec(drafted.said)?.[1] ?? '';
  expect((await run('2023-07-05 17:05', 'sign', 'list')).said).toMatch(/2023-06 {2}原版 {2}待审签 .* 2023-07-05 17:00/);

  const nobody = await run('2023-07-06 08:00', 'sign', ...june);
  expect([nobody.status, nobody.said]).toEqual([2, expect.stringContaining('请写明审签人')]);
  const signed = await run('2023-07-06 08:40', 'sign', ...june, '--by', '督查室负责人', '--draft', draft);
  expect([signed.status, signed.said]).toEqual([
    0,
    expect.stringMatching(/已由督查室负责人审签（2023-07-06 08:40）并发布，共 4 个文件.*deliver/s),
  ]);
  expect(existsSync(city.output('2023-06/manifest.json'))).toBe(true);
  // The same once more ends what it may have begun; another signer is told.
  expect((await run('2023-07-06 09:00', 'sign', ...june, '--by', '督查室负责人', '--lang', 'en')).said).toContain(
    'signed by 督查室负责人 (2023-07-06 08:40) and published, 4 files',
  );
  const other = await run('2023-07-06 09:00', 'sign', ...june, '--by', '另一人');
  expect([other.status, other.said]).toEqual([2, expect.stringContaining('已经发布，不能再改')]);
  const revoked = await run('2023-07-06 09:00', 'sign', 'revoke', ...june, '--by', '督查室负责人', '--because', '有误');
  expect([revoked.status, revoked.said]).toEqual([2, expect.stringContaining('--correction')]);
});

it('a correction goes the same way', async () => {
  const correct = ['sign', 'draft', ...june, '--correction', '--reason', '乙县漏报2座', '--format', 'html'];
  expect((await run('2023-07-10 09:00', ...correct)).said).toContain('没有变化');
  await city.report('乙县', '3', at('10T01:00'));
  const drafted = await run('2023-07-10 10:00', ...correct);
  expect([drafted.status, drafted.said]).toEqual([0, expect.stringMatching(/2023年6月更正版1送审稿/)]);
  const signed = await run('2023-07-10 11:00', 'sign', ...june, '--by', '督查室负责人', '--json');
  expect(JSON.parse(signed.stdout)).toMatchObject({
    ok: true,
    edition: { number: 1, state: 'published' },
    aside: null,
  });
  const revoke = ['sign', 'revoke', ...june, '--by', '督查室负责人'];
  expect((await run('2023-07-10 11:00', ...revoke)).said).toContain('--because 理由');
});

it('a signature is taken back before publication', async () => {
  await city.report('甲区', '3', at('11T01:00'));
  await run('2023-07-11 10:00', 'sign', 'draft', ...june, '--correction', '--format', 'html');
  await city.sign(at('11T03:00'), '督查室负责人', 2);
  const { status, said } = await run(
    '2023-07-11 12:00',
    'sign',
    'revoke',
    ...june,
    '--by',
    '某人',
    '--because',
    '有误',
  );
  expect([status, said]).toEqual([0, expect.stringContaining('已撤回2023年6月更正版2简报的审签')]);
  expect((await run('2023-07-11 12:00', 'sign', 'list')).said).toMatch(/更正版2 {2}待审签/);
});

it('the audit log says who did what, and tells when somebody changed it', async () => {
  const { said } = await run('2023-07-12 09:00', 'audit', ...june);
  expect(said).toMatch(/3 {5}2023-07-06 08:40 {2}督查室负责人 {2}审签 {8}2023-06\/0/);
  expect(said).toMatch(/某人 {10}撤回审签 {4}2023-06\/2 .*理由：有误/);
  expect((await run('2023-07-12 09:00', 'audit', '--month', '2023-05')).said).toContain('没有操作记录');
  const whole = await run('2023-07-12 09:00', 'audit', '--check');
  expect([whole.status, whole.said]).toEqual([0, expect.stringContaining('均与写入时相同')]);
  const file = new DatabaseSync(database);
  // Whoever means to change the log has to take away first what keeps it from being changed.
  for (const { name } of file.prepare("select name from sqlite_master where type = 'trigger'").all())
    file.exec(`drop trigger "${name}"`);
  file.exec("update audit_line set subject = '2023-05/0' where seq = 3");
  file.close();
  const changed = await run('2023-07-12 09:00', 'audit', '--check');
  expect([changed.status, changed.said]).toEqual([1, expect.stringContaining('从第 3 条起与写入时不同')]);
});
