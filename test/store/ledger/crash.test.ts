import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { connect } from '../../../src/store/connect.ts';
import type { Ledger } from '../../../src/store/ledger/ledger.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { type Child, startChild } from '../support/children.ts';
import { onEachDatabase } from '../support/databases.ts';
import { monthOf, steps, tasks } from '../support/ledger-tasks.ts';
import { mailOf } from '../support/mails.ts';
import { at } from '../support/moments.ts';

/** Programs killed on each kind of database, as senders and as workers. */
const kills = Number(process.env['JIANBAO_KILLS'] ?? 2);
/** As many work at a time, killed ones and those that end the work. */
const owners = ['一', '二', '三'].slice(0, kills);
const atOnce = owners.length;
const rounds = Math.ceil(kills / atOnce);
const mails = 40 * rounds;
/** Long after every lease. */
const later = '2099-01-01T00:00:00.000Z';

interface Said {
  readonly claimed?: number;
  readonly handed?: number;
  readonly ended?: number;
  readonly begun?: string;
  readonly did?: string;
  readonly done?: string;
}

const said = (children: readonly Child[]) => children.flatMap((child) => child.said() as Said[]);
const all = <K extends keyof Said>(lines: readonly Said[], what: K) =>
  lines.map((line) => line[what]).filter((value) => value !== undefined);

onEachDatabase('programs that share a ledger', (fresh) => {
  it(
    `hand each mail over once and lose none, though ${kills} are killed`,
    async () => {
      const url = await fresh();
      await withLedger(url, ({ outbox }) =>
        outbox.add(
          Array.from({ length: mails }, (_, index) => mailOf(`${index}`)),
          at(0),
        ),
      );
      const killed = await killedChildren('send', url);
      const last = owners.map((owner) => startChild(['send', url, owner]));
      await Promise.all(last.map(({ ended }) => ended));
      const lines = said([...killed, ...last]);
      const handed = all(lines, 'handed');
      await withLedger(url, async ({ outbox, audit }) => {
        const sent = (await outbox.list({ states: ['sent'] })).map(({ id }) => id);
        // An acknowledged end is kept, though the program died at once.
        expect(all(lines, 'ended').filter((id) => !sent.includes(id))).toEqual([]);
        // What was claimed and not ended is in doubt, and nothing else is.
        const doubtful = (await outbox.lapse(later)).map(({ id }) => id);
        expect(sent.length + doubtful.length).toBe(mails);
        expect(doubtful.length).toBeLessThanOrEqual(killed.length);
        for (const id of doubtful) {
          expect(all(lines, 'ended')).not.toContain(id);
          await outbox.resolve(id, handed.includes(id) ? 'arrived' : 'absent', null, 'probe', at(0));
        }
        expect(await audit.firstChanged()).toBeNull();
      });
      const rest = startChild(['send', url, '四']);
      await rest.ended;
      const numbers = Array.from({ length: mails }, (_, index) => index + 1);
      expect([...handed, ...all(said([rest]), 'handed')].toSorted((a, b) => a - b)).toEqual(numbers);
      await withLedger(url, async ({ outbox }) => expect((await outbox.counts({})).sent).toBe(mails));
      await expectSound(url);
    },
    60_000 + kills * 2_000,
  );

  it(
    `do each step once, and each of its tasks with its mail, though ${kills} are killed`,
    async () => {
      const url = await fresh();
      const killed = await killedChildren('work', url);
      const last = owners.map((owner) => startChild(['work', url, `${rounds - 1}.${owner}`]));
      const ends = await Promise.all(last.map(({ ended }) => ended));
      expect(ends.map(({ code }) => code)).toEqual(owners.map(() => 0));
      const lines = said([...killed, ...last]);
      const months = Array.from({ length: rounds }, (_, round) => monthOf(round));
      const ids = months.flatMap((month) => steps.map((step) => `${month}/${step}`));
      const everyTask = ids.flatMap((id) => tasks.map((key) => `${id}/${key}`)).toSorted();
      for (const what of ['begun', 'did', 'done'] as const) {
        const told = all(lines, what);
        expect([what, new Set(told).size]).toEqual([what, told.length]);
      }
      await withLedger(url, async ({ runs, outbox, audit, documents }) => {
        const ran = await runs.list({});
        expect(ran.map(({ id, state, planned, produced }) => [id, state, planned, produced]).toSorted()).toEqual(
          ids.map((id) => [id, 'done', tasks.length, tasks.length]),
        );
        const made = await outbox.list({});
        expect(made.map(({ key }) => key).toSorted()).toEqual(everyTask);
        for (const { id } of made) {
          const [file] = (await outbox.mail(id))?.message.attachments ?? [];
          expect((await documents.bytes(file?.sha256 ?? ''))?.length).toBe(file?.size);
        }
        const actions = (await audit.list({})).map(({ action, subject }) => `${subject} ${action}`);
        for (const id of ids)
          for (const once of ['run.begun', 'run.done'])
            expect(actions.filter((action) => action === `${id} ${once}`)).toHaveLength(1);
        expect(await audit.firstChanged()).toBeNull();
      });
      await expectSound(url);
    },
    60_000 + kills * 2_000,
  );
});

/** Programs that were ended in the midst of their work as a power cut would. */
async function killedChildren(task: string, url: string): Promise<Child[]> {
  const killed: Child[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const children = Array.from({ length: atOnce }, (_, index) => startChild([task, url, `${round}.${index}`]));
    await Promise.all(
      children.map(async (child) => {
        await child.saidAtLeast(1);
        await pause(Math.random() * 60);
        child.process.kill('SIGKILL');
        await child.ended;
      }),
    );
    killed.push(...children);
  }
  expect(killed.map(({ process }) => process.signalCode)).toContain('SIGKILL');
  return killed;
}

async function withLedger(url: string, use: (ledger: Ledger) => Promise<unknown>): Promise<void> {
  const store = await openStore(url, { now: at(0) });
  try {
    await use(store.ledger);
  } finally {
    await store.close();
  }
}

async function expectSound(url: string): Promise<void> {
  const database = await connect(url, false);
  await database.check();
  await database.close();
}
