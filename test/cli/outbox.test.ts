import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/model/sha256.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newMail, packetDocument } from '../delivery/support/mails.ts';
import { typed } from '../support/command.ts';

const now = '2023-07-05T01:00:00.000Z';
const at = ['--now', '2023-07-05 10:00'];
const signed = ['--by', '督查室负责人', '--because', '电话核实'];

/** An office with one mail of each kind: 1 sent, 2 dead, 3 in doubt, 4 pending. */
describe('jianbao outbox', () => {
  let cwd: string;
  let count = 0;
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'jianbao-outbox-'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore(join(cwd, 'data', 'jianbao.db'), { now });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  beforeEach(async () => {
    count += 1;
    cwd = join(root, String(count));
    mkdirSync(join(cwd, 'data'), { recursive: true });
    writeFileSync(
      join(cwd, 'data', 'jianbao.yaml'),
      'mail:\n  from: { name: 市民生实事办, address: msss@city.example }\n  domains: [city.example]\n',
    );
    await withStore(async ({ ledger: { outbox, documents } }) => {
      await documents.keep([packetDocument], now);
      await outbox.add(
        ['a', 'b', 'c', 'd'].map((name) => newMail(name)),
        now,
      );
      const states = ['sent', 'dead', 'in-doubt'] as const;
      for (const state of states) {
        const mail = await outbox.claim({ owner: '甲', leaseUntil: '2023-07-05T03:00:00.000Z', now });
        const fence = { mail: mail?.id ?? 0, owner: '甲', attempt: 1 };
        const response = { sent: '250 taken', dead: '550 no such user', 'in-doubt': '连接中断 ‖ connection lost' }[
          state
        ];
        await outbox.end(fence, { state, response, nextAt: null, sha256: null }, now);
      }
    });
  });

  it('list shows mails with their states and says what to do about them', async () => {
    const { status, stdout } = await typed(['outbox', 'list'], cwd);
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^编号 +月份 +种类 +对象 +收件人 +状态/);
    expect(lines[2]).toMatch(/^1 +2023-06 +简报 +上城区 +a@city\.example +已发送 +1 +2023-07-05 09:00 +250 taken/);
    expect(lines[4]).toMatch(/存疑 .*连接中断$/);
    expect(stdout).toMatch(/共 4 封：待发 1，已发送 1，发送失败 1，存疑 1/);
    expect(stdout).toMatch(/jianbao outbox resend --all-dead --by 姓名/);
    expect(stdout).toMatch(/jianbao outbox resolve 编号 --absent/);
    const english = await typed(['--lang', 'en', 'outbox', 'list', '--state', '存疑,dead'], cwd);
    expect(english.stdout).toMatch(/3 .*in-doubt .*connection lost/);
    expect(english.stdout).not.toMatch(/a@city\.example/);
    const json = JSON.parse((await typed(['outbox', 'list', '--json', '--month', '2023-06'], cwd)).stdout);
    expect(json.mails.map(({ state }: { state: string }) => state)).toEqual(['sent', 'dead', 'in-doubt', 'pending']);
    expect((await typed(['outbox', 'list', '--month', '2023-05'], cwd)).stdout).toBe('没有符合条件的邮件\n');
    expect((await typed(['outbox', 'list', '--audience', '下城区'], cwd)).stdout).toBe('没有符合条件的邮件\n');
    expect(await typed(['outbox', 'list', '--state', '丢失'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/可选：pending、/),
    });
  });

  it('show tells what happened to a mail, and writes the very bytes again', async () => {
    await typed([...at, 'outbox', 'send'], cwd);
    const { status, stdout } = await typed(['outbox', 'show', '4', '--eml', '第4封.eml'], cwd);
    expect(status).toBe(0);
    expect(stdout).toMatch(/主题: 2023年6月市十大民生实事/);
    expect(stdout).toMatch(/附件: 上城区2023年6月简报\.pdf（20 KB）/);
    expect(stdout).toMatch(/2023-07-05 10:00 +待发 +发送中 +程序 +→ \S+发件箱，第 1 次\n/);
    expect(stdout).toMatch(/已写出 第4封\.eml，与寄出的逐字节相同/);
    const digest = /内容 SHA-256: (\S+)/.exec(stdout)?.[1];
    expect(sha256(readFileSync(join(cwd, '第4封.eml')))).toBe(digest);
    expect(await typed(['outbox', 'show', '99'], cwd)).toMatchObject({ status: 2 });
    expect(await typed(['outbox', 'show', 'x'], cwd)).toMatchObject({ status: 2 });
  });

  it('show says in words what the program alone knows', async () => {
    await withStore(async ({ ledger: { outbox } }) => {
      await outbox.claim({ owner: '乙', leaseUntil: '2023-07-05T01:30:00.000Z', now });
      await outbox.lapse('2023-07-05T02:00:00.000Z');
    });
    expect((await typed(['outbox', 'show', '4'], cwd)).stdout).toMatch(
      /发送中 +存疑 +程序 +发送程序中途退出，没有记下结果/,
    );
    expect((await typed(['--lang', 'en', 'outbox', 'show', '4'], cwd)).stdout).toMatch(/the sender went away/);
  });

  it('resend puts failures back and nothing else', async () => {
    expect(await typed(['outbox', 'resend', '2'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/--by 姓名/),
    });
    expect(await typed(['outbox', 'resend', ...signed], cwd)).toMatchObject({ status: 2 });
    const some = await typed(['outbox', 'resend', '1', '2', '3', ...signed], cwd);
    expect(some.status).toBe(1);
    expect(some.stdout).toMatch(/已转为待发 1 封（2）/);
    expect(some.stdout).toMatch(/1 未重发：状态为“已发送”/);
    expect(some.stdout).toMatch(/3 未重发：状态为“存疑”.*outbox resolve/);
    const none = await typed(['outbox', 'resend', '--all-dead', ...signed], cwd);
    expect([none.status, none.stdout]).toEqual([0, '没有可重发的邮件\n']);
  });

  it('resend goes to the address that has taken the place of a wrong one, once', async () => {
    const key = (who: string) => `2023-06/packet/0/上城区/${who}@city.example`;
    const mails = ['wrong', 'other'].map((who) => newMail(who));
    await withStore(async ({ ledger: { outbox } }) => {
      await outbox.add(mails, now);
      // 4 was there before.
      for (const id of [4, 5, 6]) {
        await outbox.claim({ owner: '甲', leaseUntil: '2023-07-05T03:00:00.000Z', now });
        const end = { state: 'dead', response: '550 no such user', nextAt: null, sha256: null } as const;
        await outbox.end({ mail: id, owner: '甲', attempt: 1 }, end, now);
      }
    });
    const reader = 'recipients: { readers: { 上城区: { to: [right@city.example, other@city.example] } } }\n';
    const path = join(cwd, 'data', 'jianbao.yaml');
    writeFileSync(path, readFileSync(path, 'utf8') + reader);
    const right = await typed([...at, 'outbox', 'resend', '5', '6', ...signed], cwd);
    expect([right.status, right.stdout]).toEqual([
      0,
      expect.stringMatching(/^已转为待发 2 封（6、5）.*\n5 改寄 right@city\.example：/),
    ]);
    await withStore(async ({ ledger: { outbox } }) => {
      const mail = await outbox.mail(5);
      expect([mail?.key, mail?.recipient, mail?.state]).toEqual([key('right'), 'right@city.example', 'pending']);
      expect(mail?.message.to.map(({ address }) => address)).toContain('right@city.example');
      expect(mail?.message.messageId).not.toBe(mails[0]?.message.messageId);
      expect((await outbox.events(5)).at(-1)?.detail).toBe('电话核实 (wrong@city.example → right@city.example)');
      const claimed = await outbox.claim({
        owner: '乙',
        leaseUntil: '2023-07-05T04:00:00.000Z',
        now: '2023-07-05T02:30:00.000Z',
      });
      expect(claimed).not.toBeNull();
      // Where everybody has the mail by now, a wrong address is no reason to send it once more.
      await outbox.add([newMail('former')], now);
    });
    const state = 'dead';
    await withStore(async ({ ledger: { outbox } }) => {
      for (;;) {
        const mail = await outbox.claim({
          owner: '丙',
          leaseUntil: '2023-07-05T04:00:00.000Z',
          now: '2023-07-05T02:30:00.000Z',
        });
        if (mail === null) break;
        const fence = { mail: mail.id, owner: '丙', attempt: mail.attempt };
        await outbox.end(fence, { state, response: '550', nextAt: null, sha256: null }, now);
      }
    });
    const none = await typed([...at, 'outbox', 'resend', '7', ...signed], cwd);
    expect([none.status, none.stdout]).toEqual([
      1,
      expect.stringMatching(/7 未重发：.*上城区的其他地址都已另有这封邮件/),
    ]);
  });

  it('resolve settles what is in doubt, once, in a person’s name', async () => {
    expect(await typed(['outbox', 'resolve', '3', ...signed], cwd)).toMatchObject({ status: 2 });
    expect((await typed(['outbox', 'resolve', '3', '--absent', ...signed], cwd)).stdout).toBe(
      '3 已转为待发，下一轮寄出\n',
    );
    const again = await typed(['outbox', 'resolve', '3', '--arrived', ...signed], cwd);
    expect([again.status, again.stdout]).toEqual([1, '3 的状态为“待发”，不是“存疑”，没有改动\n']);
    expect((await typed(['outbox', 'show', '3'], cwd)).stdout).toMatch(/存疑 +待发 +督查室负责人 +电话核实/);
  });

  it('send sends one round and ends with 3 while a person has something to do', async () => {
    const { status, stdout } = await typed([...at, 'outbox', 'send'], cwd);
    // The mail in doubt did not go into this folder, which can tell nothing of it.
    expect(stdout).toMatch(/寄出 1 封，待重试 0 封，失败 0 封，存疑 1 封\n存疑的（可能已送达/);
    expect(status).toBe(3);
    writeFileSync(join(cwd, 'data', 'jianbao.yaml'), '# 没有邮件设置\n');
    expect(await typed(['outbox', 'send'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/没有 mail/),
    });
    const smtp = '  transport: smtp\n  smtp: { host: 127.0.0.1, port: 1, security: none, timeout: 1 }\n';
    writeFileSync(
      join(cwd, 'data', 'jianbao.yaml'),
      `mail:\n  from: { address: msss@city.example }\n  domains: [city.example]\n${smtp}`,
    );
    await typed(['outbox', 'resend', '2', ...signed], cwd);
    const down = await typed(['outbox', 'send'], cwd);
    expect(down.status).toBe(3);
    expect(down.stdout).toMatch(/本轮提前结束：邮件服务器暂时不能用（connect ECONNREFUSED/);
  });
});
