import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerCounts } from '../../src/health/ledger-counts.ts';
import { gatherFacts } from '../../src/health/status/gather-facts.ts';
import { statusOf } from '../../src/health/status/status.ts';
import { chinaInstant } from '../../src/model/china-time.ts';
import type { NewMail } from '../../src/model/new-mail.ts';
import { type Office, openOffice } from '../../src/office/office.ts';
import { initOffice } from '../../src/starting/init.ts';
import type { RunEnd } from '../../src/store/ledger/runs.ts';
import { typed } from '../support/command.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-status-'));
const folder = join(work, 'data');
const at = (date: string, time = '09:00') => chinaInstant(`2023-${date}`, time);
let office: Office;

beforeAll(async () => {
  await initOffice({ folder, source: { kind: 'sample' }, databaseUrl: null, now: at('01-10') });
  office = await openOffice(folder, { databaseUrl: null, now: at('01-10') });
});
afterAll(async () => {
  await office.close();
  rmSync(work, { recursive: true, force: true });
});

const codes = async (now: string) => {
  const status = statusOf(await gatherFacts(office, now));
  return status.items.map(({ urgency, code, period }) => `${urgency} ${code} ${period ?? ''}`.trim());
};

const mail = (audience: string): NewMail => ({
  key: `2023-01/packet/0/${audience}`,
  period: '2023-01',
  edition: 0,
  kind: 'packet',
  audience,
  recipient: 'somebody@city.example',
  message: {
    from: { name: '', address: 'msss@city.example' },
    replyTo: null,
    to: [{ name: '', address: 'somebody@city.example' }],
    cc: [],
    subject: audience,
    text: '',
    html: '',
    date: at('02-08'),
    messageId: `<${audience.length}@city.example>`,
    attachments: [],
  },
});

/** Does a step with one task, and what comes of it. */
async function step(name: string, now: string, end: RunEnd, mails: readonly NewMail[] = []): Promise<void> {
  const { runs } = office.store.ledger;
  const lease = { owner: 'test', leaseUntil: new Date(Date.parse(now) + 60_000).toISOString(), now };
  const run = await runs.begin({ period: '2023-01', step: name, due: now, late: false, by: null }, lease);
  if (run === null) throw new Error(`${name} was begun before`);
  const fence = { run: run.id, owner: 'test', attempt: run.attempt };
  await runs.plan(fence, ['all'], now);
  if (end.state === 'done')
    await runs.endTask(fence, { key: 'all', state: 'done', reason: null, mails, documents: [] }, now);
  expect((await runs.end(fence, end, now))?.state).toBe(end.state);
}

const done: RunEnd = { state: 'done', reason: null };
const reason = { 'zh-CN': '原因', en: 'reason' };

describe('the facts of an office', () => {
  it('are its own through a month', async () => {
    expect(await codes(at('01-20'))).toEqual([]);
    expect(await codes(at('02-01'))).toEqual(['act not-served 2023-01']);
    await step('forms', at('01-31'), done);
    expect(await codes(at('02-01'))).toEqual(['wait not-reported 2023-01']);
    const before = await gatherFacts(office, at('02-01'));
    expect(before.months[0]?.silent).toHaveLength(15);
    expect(before.next.map(({ period, name }) => `${period} ${name}`).slice(0, 3)).toEqual([
      '2023-01 remind',
      '2023-01 remind-2',
      '2023-01 escalate',
    ]);

    expect(await ledgerCounts(office, at('02-01'))).toMatchObject({
      runs: [{ step: 'forms', state: 'done' }],
      mails: { pending: 0, sent: 0 },
      nextDue: at('02-03'),
    });
    const imported = await typed(['progress', 'import', join(folder, '样例月报/2023-01.csv'), '--to', folder], work);
    expect(imported.status).toBe(0);
    expect((await gatherFacts(office, at('02-02'))).months[0]?.silent).toEqual([]);
    for (const name of ['remind', 'remind-2', 'escalate']) await step(name, at('02-07'), done);
    await step('close', at('02-07', '17:00'), { state: 'waiting', reason });
    expect(await codes(at('02-07', '17:05'))).toEqual([
      'wait step-due 2023-01',
      'wait step-due 2023-01',
      'wait step-waits 2023-01',
    ]);
  });

  it('are failures and mails, and the command ends with 1', async () => {
    for (const name of ['draft', 'ask']) await step(name, at('02-07', '17:00'), done);
    await step('deliver', at('02-08'), done, [mail('上城区'), mail('杭州西湖风景名胜区')]);
    await step('archive', at('02-28', '18:00'), { state: 'failed', reason });
    const { outbox } = office.store.ledger;
    const lease = { owner: 'test', leaseUntil: at('02-08', '09:10'), now: at('02-08') };
    const first = await outbox.claim(lease);
    const second = await outbox.claim(lease);
    expect([first?.audience, second?.audience]).toEqual(['上城区', '杭州西湖风景名胜区']);
    const end = {
      state: 'dead',
      response: '550 no such box somebody@city.example',
      nextAt: null,
      sha256: null,
    } as const;
    await outbox.end({ mail: first?.id ?? 0, owner: 'test', attempt: 1 }, end, at('02-08'));
    await outbox.lapse(at('02-08', '09:11'));
    await office.store.ledger.runs.pause('remind', '督查室负责人', '试用', at('02-08'));
    const now = at('02-28', '18:01');
    expect((await codes(now)).filter((code) => !code.includes('2023-02'))).toEqual([
      'act step-failed 2023-01',
      // Nobody has waited for returns since the 10th.
      'act step-waits 2023-01',
      'act mail-dead',
      'act mail-in-doubt',
      'know paused',
    ]);
    const { status, stdout } = await typed(['status', '--now', '2023-02-28 18:01'], work);
    expect(status).toBe(1);
    expect(stdout).not.toContain('@');
    for (const text of [
      '需要处理（',
      '2023-01 归档失败',
      'jianbao outbox resend 1 --by',
      'jianbao outbox resolve 2 --arrived|--absent',
      '接下来',
    ])
      expect(stdout).toContain(text);
    const { items, ok } = JSON.parse((await typed(['status', '--json', '--now', '2023-02-28 18:01'], work)).stdout);
    expect([ok, items.length]).toEqual([false, stdout.split('\n').filter((line) => /^ {2}\S/.test(line)).length - 6]);
    expect((await typed(['status', '--now', '2023-01-05 09:00', '--lang', 'en'], work)).stdout).toContain(
      'To be done by a person',
    );
  });
});
