import { CompiledQuery, sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { sha256 } from '../../../src/model/sha256.ts';
import { lapsedMails } from '../../../src/store/ledger/doubts.ts';
import type { Ledger } from '../../../src/store/ledger/ledger.ts';
import { type MailEnd, type MailState, mailStates } from '../../../src/store/ledger/outbox.ts';
import { dueMails } from '../../../src/store/ledger/send-mail.ts';
import { onEachLedger } from '../support/ledgers.ts';
import { mailOf } from '../support/mails.ts';
import { at, leaseOf } from '../support/moments.ts';
import { bytesOf } from '../support/samples.ts';

onEachLedger('a mail', (ground) => {
  let ledger: Ledger;
  let outbox: Ledger['outbox'];
  beforeEach(() => {
    ({ ledger } = ground());
    ({ outbox } = ledger);
  });

  const endOf = (state: MailEnd['state'], more: Partial<MailEnd> = {}): MailEnd => {
    return { state, response: `said ${state}`, nextAt: state === 'retry' ? at(30) : null, sha256: null, ...more };
  };
  /** Brings the mail that is due next into a state. */
  const bring = async (state: MailEnd['state']): Promise<number> => {
    const mail = (await outbox.claim(leaseOf('一', 1)))?.id ?? 0;
    const { attempt = 0 } = (await outbox.mail(mail)) ?? {};
    expect(await outbox.end({ mail, owner: '一', attempt }, endOf(state), at(2))).toBe(true);
    return mail;
  };
  const stateOf = async (id: number) => (await outbox.mail(id))?.state;
  const history = async (id: number) => (await outbox.events(id)).map(({ from, to }) => [from, to]);

  it('is in the outbox once, whole, with what it carries', async () => {
    const file = { sha256: sha256('附'), bytes: bytesOf('附') };
    await ledger.documents.keep([file, file], at(0));
    await ledger.documents.keep([file], at(1));
    const attachments = [{ name: '附件.pdf', type: 'application/pdf', sha256: file.sha256, size: 3 }];
    const mail = mailOf('a', { attachments, html: '<b>𠮷\ud800\0</b>' }, { edition: null, recipient: '\u2028@x' });
    expect(await outbox.add([mail, mailOf('b'), mail], at(0))).toBe(2);
    expect(await outbox.add([mailOf('a', { subject: '另' }), mailOf('c')], at(1))).toBe(1);
    const state = { state: 'pending', attempt: 0, nextAt: at(0), owner: null, leaseUntil: null } as const;
    const none = { response: null, sha256: null, createdAt: at(0), endedAt: null };
    expect(await outbox.mail(1)).toEqual({ id: 1, ...mail, ...state, ...none });
    const { message, ...summary } = { id: 1, ...mail, ...state, ...none };
    expect((await outbox.list({}))[0]).toEqual(summary);
    expect((await outbox.list({})).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(await ledger.documents.bytes(file.sha256)).toEqual(file.bytes);
    expect(await outbox.mail(9)).toBeNull();
    await expect(outbox.add([mailOf('d\0')], at(1))).rejects.toMatchObject({ name: 'DataError' });
    const missing = [{ ...attachments[0], sha256: sha256('缺') } as (typeof attachments)[0]];
    await expect(outbox.add([mailOf('d'), mailOf('e', { attachments: missing })], at(1))).rejects.toThrow(/not kept/);
    expect(await outbox.list({})).toHaveLength(3);
  });

  it('is claimed when it is due, the one that has been due longest first', async () => {
    await outbox.add([mailOf('late')], at(5));
    await outbox.add([mailOf('early'), mailOf('early too')], at(3));
    expect(await outbox.claim(leaseOf('一', 2))).toBeNull();
    const keys = [];
    for (const owner of ['一', '二', '三', '四']) {
      const mail = await outbox.claim(leaseOf(owner, 6));
      keys.push(mail?.key);
      if (mail) expect(mail).toMatchObject({ state: 'sending', attempt: 1, owner, leaseUntil: at(16), nextAt: null });
    }
    expect(keys).toEqual(['early', 'early too', 'late', undefined]);
  });

  it('waits for its turn where so many may leave in a minute, whoever takes them', async () => {
    await outbox.add(
      ['a', 'b', 'c', 'd'].map((key) => mailOf(key)),
      at(0),
    );
    const second = (count: number) => new Date(Date.parse(at(0)) + count * 1000).toISOString();
    const pace = (count: number) => ({ perMinute: 2, now: second(count) });
    const claim = async (owner: string, count: number) =>
      (await outbox.claim({ owner, leaseUntil: at(10), now: second(count) }, pace(count)))?.key;
    expect(await outbox.mayLeaveAt(pace(10))).toBeNull();
    expect([await claim('一', 10), await claim('二', 30), await claim('三', 69)]).toEqual(['a', 'b', undefined]);
    expect(await outbox.mayLeaveAt(pace(69))).toBe(second(70));
    expect([await claim('三', 70), await claim('一', 89)]).toEqual(['c', undefined]);
    // Nobody waits for the minute of a clock that was set back since.
    expect(await outbox.mayLeaveAt({ perMinute: 1, now: second(5) })).toBeNull();
    expect(await claim('一', 90)).toBe('d');
    expect(await outbox.mayLeaveAt(pace(91))).toBeNull();
  });

  it.each<[MailEnd['state'], MailState, string | null]>([
    ['sent', 'sent', at(2)],
    ['retry', 'retry', null],
    ['dead', 'dead', at(2)],
    ['in-doubt', 'in-doubt', null],
  ])('ends as %s, once', async (state, expected, endedAt) => {
    await outbox.add([mailOf('a')], at(0));
    const id = await bring(state);
    const fence = { mail: id, owner: '一', attempt: 1 };
    expect(await outbox.mail(id)).toMatchObject({ state: expected, response: `said ${state}`, endedAt, owner: null });
    expect(await outbox.end(fence, endOf('sent'), at(3))).toBe(false);
    expect(await outbox.renew(fence, at(99))).toBe(false);
    expect(await history(id)).toEqual([
      [null, 'pending'],
      ['pending', 'sending'],
      ['sending', expected],
    ]);
    expect((await outbox.events(id)).at(-1)).toEqual({
      ...{ mail: id, at: at(2), from: 'sending', to: expected, by: null, detail: `said ${state}` },
    });
    expect(await outbox.claim(leaseOf('一', 29))).toBeNull();
    const again = await outbox.claim(leaseOf('二', 30));
    if (state === 'retry') expect(again).toMatchObject({ id, state: 'sending', attempt: 2, owner: '二' });
    else expect(again).toBeNull();
  });

  it('keeps the digest of what was handed over last, and what a server said in whatever bytes', async () => {
    await outbox.add([mailOf('a')], at(0));
    const { id: mail = 0 } = (await outbox.claim(leaseOf('一', 1))) ?? {};
    await outbox.end({ mail, owner: '一', attempt: 1 }, endOf('retry', { sha256: 'ab', response: '4\0\ud800' }), at(2));
    expect(await outbox.mail(mail)).toMatchObject({ sha256: 'ab', response: '4\ufffd\ufffd' });
    await outbox.claim(leaseOf('一', 30));
    await outbox.end({ mail, owner: '一', attempt: 2 }, endOf('retry'), at(31));
    expect(await outbox.mail(mail)).toMatchObject({ sha256: 'ab', response: 'said retry' });
  });

  it('is in doubt when its sender went away, and nobody claims it until that is resolved', async () => {
    await outbox.add([mailOf('a')], at(0));
    const fence = { mail: 1, owner: '一', attempt: 1 };
    await outbox.claim(leaseOf('一', 1));
    expect(await outbox.renew(fence, at(20))).toBe(true);
    expect(await outbox.lapse(at(19))).toEqual([]);
    const lapsed = await outbox.lapse(at(20));
    expect(lapsed).toEqual([await outbox.mail(1)]);
    expect(lapsed[0]).toMatchObject({
      state: 'in-doubt',
      owner: null,
      leaseUntil: null,
      message: { subject: '6月简报' },
    });
    expect(await outbox.lapse(at(99))).toEqual([]);
    expect(await outbox.end(fence, endOf('sent'), at(21))).toBe(false);
    expect(await outbox.claim(leaseOf('二', 99))).toBeNull();
    expect(await outbox.resolve(1, 'absent', null, '未找到', at(22))).toBe(true);
    expect(await outbox.resolve(1, 'arrived', null, '', at(22))).toBe(false);
    expect(await outbox.claim(leaseOf('二', 22))).toMatchObject({ id: 1, attempt: 2 });
    await outbox.lapse(at(99));
    expect(await outbox.resolve(1, 'arrived', '督查室负责人', '已收到', at(100))).toBe(true);
    expect(await outbox.mail(1)).toMatchObject({ state: 'sent', endedAt: at(100) });
    expect((await outbox.events(1)).map(({ to, by, detail }) => [to, by, detail])).toEqual([
      ['pending', null, ''],
      ['sending', null, '一 1'],
      ['in-doubt', null, 'lease over'],
      ['pending', null, '未找到'],
      ['sending', null, '二 2'],
      ['in-doubt', null, 'lease over'],
      ['sent', '督查室负责人', '已收到'],
    ]);
  });

  it('is sent again only where it is dead', async () => {
    const states = ['sent', 'retry', 'dead', 'in-doubt'] as const;
    await outbox.add(
      ['甲', '乙', '丙', '丁', '戊'].map((key) => mailOf(key)),
      at(0),
    );
    for (const state of states) await bring(state);
    expect(await outbox.resend([1, 2, 3, 3, 4, 5, 99], '督查室负责人', '地址已改', at(9))).toEqual([3]);
    expect(await stateOf(3)).toBe('pending');
    expect((await outbox.events(3)).at(-1)).toMatchObject({ from: 'dead', by: '督查室负责人', detail: '地址已改' });
    for (const id of [1, 2, 3, 5]) expect(await outbox.resolve(id, 'arrived', null, '', at(9))).toBe(false);
    expect(await outbox.resend([], '督查室负责人', '', at(9))).toEqual([]);
  });

  it('is listed and counted by month, kind, audience, edition and state', async () => {
    await outbox.add(
      [
        mailOf('1'),
        mailOf('2', {}, { kind: 'reminder', edition: null, audience: '乙县' }),
        mailOf('3', {}, { period: '2023-05' }),
        mailOf('4', {}, { edition: 1 }),
      ],
      at(0),
    );
    await bring('dead');
    const ids = async (which: Parameters<typeof outbox.list>[0]) => (await outbox.list(which)).map(({ id }) => id);
    expect(await ids({ period: '2023-06' })).toEqual([1, 2, 4]);
    expect(await ids({ period: '2023-06', kind: 'packet', edition: 0 })).toEqual([1]);
    expect(await ids({ audience: '乙县' })).toEqual([2]);
    expect(await ids({ states: ['dead', 'sent'] })).toEqual([1]);
    const none = Object.fromEntries(mailStates.map((state) => [state, 0]));
    expect(await outbox.counts({})).toEqual({ ...none, pending: 3, dead: 1 });
    expect(await outbox.counts({ period: '2023-06', kind: 'packet', edition: 1 })).toEqual({ ...none, pending: 1 });
    expect(await outbox.counts({ period: '2022-01' })).toEqual(none);
  });

  it('is found among 15,000 by an index, whether it is due or was left', async () => {
    const many = Array.from({ length: 15_000 }, (_, i) => mailOf(`${i}`));
    expect(await outbox.add(many, at(0))).toBe(15_000);
    expect(await outbox.add(many, at(0))).toBe(0);
    const { database } = ground();
    if (database.kind === 'postgres') await database.write((db) => sql`analyze mail`.execute(db));
    const explain = database.kind === 'sqlite' ? 'explain query plan' : 'explain';
    const queries = { mail_due: dueMails, mail_lease: lapsedMails };
    for (const [index, query] of Object.entries(queries)) {
      const { rows } = await database.read((db) => {
        const { sql: text, parameters } = query(db, at(1)).compile();
        return db.executeQuery(CompiledQuery.raw(`${explain} ${text}`, [...parameters]));
      });
      const plan = JSON.stringify(rows);
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/sort|temp b-tree|seq scan|scan mail"/i);
    }
    expect((await outbox.claim(leaseOf('一', 1)))?.id).toBe(1);
    expect(await outbox.counts({ period: '2023-06', kind: 'packet' })).toMatchObject({ pending: 14_999, sending: 1 });
  });
});
