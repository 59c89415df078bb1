import { type Period, periodOf } from '../../../src/model/period.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import type { Ledger } from '../../../src/store/ledger/ledger.ts';
import type { Run } from '../../../src/store/ledger/runs.ts';
import { mailOf } from './mails.ts';
import { bytesOf } from './samples.ts';

type Say = (value: unknown) => void;

/** The steps of a month that programs work on at the same time, and the tasks of each. */
export const steps = Array.from({ length: 8 }, (_, index) => `step-${index}`);
export const tasks = ['甲区', '乙县', '丙市', '丁旗'];

/** Sends what is due, one mail after another; says what it claimed before it hands it over, and when it was handed over. */
export async function sendAll({ outbox }: Ledger, owner: string, say: Say): Promise<void> {
  for (;;) {
    const mail = await outbox.claim({ owner, leaseUntil: inMilliseconds(600_000), now: inMilliseconds(0) });
    if (mail === null) return;
    say({ claimed: mail.id });
    say({ handed: mail.id });
    const end = { state: 'sent', response: '250', nextAt: null, sha256: null } as const;
    if (await outbox.end({ mail: mail.id, owner, attempt: mail.attempt }, end, inMilliseconds(0)))
      say({ ended: mail.id });
  }
}

/** The month that the programs of a round begin. */
export function monthOf(round: number): Period {
  return periodOf(2023 + Math.floor(round / 12), (round % 12) + 1);
}

/**
 * Does all steps of the months up to its round's, together with whoever else does; its leases are so short that some are over while
 * it works. The owner's name begins with the round.
 */
export async function workAll(ledger: Ledger, owner: string, say: Say): Promise<void> {
  for (let round = 0; round <= Number.parseInt(owner, 10); round += 1)
    await workMonth(ledger, owner, monthOf(round), say);
}

async function workMonth(ledger: Ledger, owner: string, period: Period, say: Say): Promise<void> {
  const { runs } = ledger;
  while ((await runs.list({ period, states: ['done'] })).length < steps.length)
    for (const step of steps) {
      const lease = { owner, leaseUntil: inMilliseconds(60), now: inMilliseconds(0) };
      const begun = await runs.begin({ period, step, due: lease.now, late: false, by: null }, lease);
      if (begun !== null) say({ begun: begun.id });
      const run = begun ?? (await runs.takeUp(`${period}/${step}`, lease, { failed: true, by: null }));
      if (run !== null) await workOn(ledger, run, say);
    }
}

/** Stops where it finds that another took over. */
async function workOn({ runs }: Ledger, { id, owner, attempt }: Run, say: Say): Promise<void> {
  const fence = { run: id, owner: owner ?? '', attempt };
  if (!(await runs.plan(fence, tasks, inMilliseconds(0)))) return;
  for (const { key, state } of await runs.tasks(id)) {
    if (state === 'done') continue;
    const file = { sha256: sha256(`${id}/${key}`), bytes: bytesOf(`${id}/${key}`) };
    const attachment = { name: `${key}.pdf`, type: 'application/pdf', sha256: file.sha256, size: file.bytes.length };
    const mails = [mailOf(`${id}/${key}`, { attachments: [attachment] })];
    const task = { key, state: 'done', reason: null, mails, documents: [file] } as const;
    if (!(await runs.endTask(fence, task, inMilliseconds(0)))) return;
    say({ did: `${id}/${key}` });
  }
  if ((await runs.end(fence, { state: 'done', reason: null }, inMilliseconds(0)))?.state === 'done') say({ done: id });
}

/** By the clock of this machine, as ISO UTC time. */
function inMilliseconds(from: number): string {
  return new Date(Date.now() + from).toISOString();
}
