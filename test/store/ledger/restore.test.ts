import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Period } from '../../../src/model/period.ts';
import { restoreStore } from '../../../src/store/backup/restore.ts';
import { backupStore } from '../../../src/store/backup/write-backup.ts';
import type { Ledger } from '../../../src/store/ledger/ledger.ts';
import { everyStep } from '../../../src/store/ledger/runs.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { fixtures } from '../fixtures/index.ts';
import { onEachDatabase } from '../support/databases.ts';
import { mailOf } from '../support/mails.ts';
import { at, leaseOf } from '../support/moments.ts';
import { writtenBackup } from '../support/written-backup.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-restore-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let count = 0;
const newFile = () => join(work, `${++count}.gz`);

async function withLedger<T>(url: string, use: (ledger: Ledger) => Promise<T>): Promise<T> {
  const store = await openStore(url, { now: at(0) });
  try {
    return await use(store.ledger);
  } finally {
    await store.close();
  }
}

const months = ['2023-03', '2023-04', '2023-05', '2023-06'] as const satisfies readonly Period[];

/** Steps of the schedule before a backup is made: from the first to the last, or some of them. */
const everyMoment = Array.from({ length: 30 }, (_, step) => step);
const someMoments = { sqlite: [0, 4, 7, 21], postgres: [7] };

/** An office whose months are delivered by schedule, each minute one more. `handed` is what really left. */
async function tick(ledger: Ledger, minute: number, handed: string[], after: () => Promise<void>): Promise<void> {
  const { runs, outbox } = ledger;
  const probe = async (id: number) => {
    const arrived = handed.includes((await outbox.mail(id))?.key ?? '');
    await outbox.resolve(id, arrived ? 'arrived' : 'absent', null, 'probe', at(minute));
  };
  await outbox.lapse(at(minute));
  for (const { id } of await outbox.list({ states: ['in-doubt'] })) await probe(id);
  for (const [index, period] of months.entries()) {
    if (index > minute) break;
    const step = { period, step: 'deliver', due: at(index), late: index < minute, by: null };
    const lease = leaseOf('serve', minute);
    const run = (await runs.begin(step, lease)) ?? (await runs.takeUp(`${period}/deliver`, lease));
    if (run === null) continue;
    await after();
    const fence = { run: run.id, owner: 'serve', attempt: run.attempt };
    await runs.plan(fence, ['甲区', '乙县'], at(minute));
    for (const key of ['甲区', '乙县']) {
      const mails = [mailOf(`${period}/${key}`, {}, { period })];
      await runs.endTask(fence, { key, state: 'done', reason: null, mails, documents: [] }, at(minute));
      await after();
    }
    await runs.end(fence, { state: 'done', reason: null }, at(minute));
    await after();
  }
  for (
    let mail = await outbox.claim(leaseOf('serve', minute));
    mail;
    mail = await outbox.claim(leaseOf('serve', minute))
  ) {
    await after();
    handed.push(mail.key);
    await after();
    const end = { state: 'sent', response: '250', nextAt: null, sha256: null } as const;
    await outbox.end({ mail: mail.id, owner: 'serve', attempt: mail.attempt }, end, at(minute));
    await after();
  }
}

onEachDatabase('a restored ledger', (fresh, { kind }) => {
  it('holds in doubt what had not ended, and lets nobody go on with it', async () => {
    const [url, file] = [await fresh(), newFile()];
    const keys = ['sent', 'dead', 'in-doubt', 'retry', 'sending', 'pending'];
    const fence = { mail: 5, owner: '一', attempt: 1 };
    const run = { run: '2023-06/draft', owner: '一', attempt: 1 };
    await withLedger(url, async ({ outbox, runs }) => {
      await outbox.add(
        keys.map((key) => mailOf(key)),
        at(0),
      );
      for (const state of ['sent', 'dead', 'in-doubt', 'retry'] as const) {
        const { id: mail = 0 } = (await outbox.claim(leaseOf('一', 1))) ?? {};
        const end = { state, response: '', nextAt: state === 'retry' ? at(9) : null, sha256: null };
        await outbox.end({ mail, owner: '一', attempt: 1 }, end, at(1));
      }
      await outbox.claim(leaseOf('一', 1));
      await runs.begin({ period: '2023-06', step: 'draft', due: at(0), late: false, by: null }, leaseOf('一', 1));
      await backupStore(url, file, { now: at(2), force: false });
    });
    expect(await restoreStore(url, file, at(3))).toMatchObject({ doubtful: 3, counts: { mail: 6, run: 1, pause: 0 } });
    await withLedger(url, async ({ outbox, runs, audit }) => {
      expect((await outbox.list({})).map(({ key, state }) => [key, state])).toEqual([
        ['sent', 'sent'],
        ['dead', 'dead'],
        ...['in-doubt', 'retry', 'sending', 'pending'].map((key) => [key, 'in-doubt']),
      ]);
      const detail = `restored from a backup of ${at(2)}`;
      expect((await outbox.events(5)).at(-1)).toMatchObject({ from: 'sending', to: 'in-doubt', at: at(3), detail });
      expect(await outbox.claim(leaseOf('一', 99))).toBeNull();
      const end = { state: 'sent', response: '250', nextAt: null, sha256: null } as const;
      expect(await outbox.end(fence, end, at(4))).toBe(false);
      expect(await runs.run(run.run)).toMatchObject({ state: 'waiting', owner: null });
      expect(await runs.plan(run, ['甲区'], at(4))).toBe(false);
      expect(await runs.takeUp(run.run, leaseOf('一', 99))).toBeNull();
      expect(await runs.pauses()).toEqual([
        { step: everyStep, by: '恢复备份', because: `备份时间 ${at(2)}`, at: at(3) },
      ]);
      expect(await audit.list({ subject: 'store' })).toMatchObject([
        { action: 'store.restored', by: null, at: at(3), detail: { taken: at(2) } },
      ]);
      expect(await audit.firstChanged()).toBeNull();
    });
  });

  it('doubts new mails of steps that were due before it and of months that were over, and no others', async () => {
    const [url, file] = [await fresh(), newFile()];
    await withLedger(url, () => backupStore(url, file, { now: at(0), force: false }));
    // In July; `at(6)` is after it.
    await restoreStore(url, file, at(5));
    await withLedger(url, async ({ outbox, runs }) => {
      await runs.resume(everyStep, '督查室负责人', at(6));
      const steps = [
        { period: '2023-07', step: 'forms', due: at(5) },
        { period: '2023-07', step: 'remind', due: at(6) },
        { period: '2023-06', step: 'deliver', due: at(6) },
      ] as const;
      for (const { period, step, due } of steps) {
        const fence = { run: `${period}/${step}`, owner: '一', attempt: 1 };
        await runs.begin({ period, step, due, late: false, by: null }, leaseOf('一', 6));
        await runs.plan(fence, ['甲区'], at(6));
        const mails = [mailOf(step, { date: at(9) }, { period })];
        await runs.endTask(fence, { key: '甲区', state: 'done', reason: null, mails, documents: [] }, at(6));
      }
      const july = { period: '2023-07' } as const;
      await outbox.add([mailOf('before', { date: at(5) }, july), mailOf('after', { date: at(6) }, july)], at(7));
      expect((await outbox.list({})).map(({ key, state }) => [key, state])).toEqual([
        ['forms', 'in-doubt'],
        ['remind', 'pending'],
        ['deliver', 'in-doubt'],
        ['before', 'in-doubt'],
        ['after', 'pending'],
      ]);
      expect(await outbox.events(1)).toMatchObject([{ from: null, to: 'in-doubt', detail: `restored ${at(5)}` }]);
    });
  });

  it('mails nothing twice and forgets nothing, whenever the backup was made', async () => {
    const file = newFile();
    for (const moment of process.env['JIANBAO_RUNS'] ? everyMoment : someMoments[kind]) {
      const url = await fresh();
      const handed: string[] = [];
      let steps = 0;
      const after = async () => {
        if (steps++ === moment) await backupStore(url, file, { now: at(3), force: true });
      };
      await withLedger(url, async (ledger) => {
        for (const minute of [0, 1, 2]) await tick(ledger, minute, handed, after);
      });
      const before = [...handed];
      await restoreStore(url, file, at(3));
      await withLedger(url, async (ledger) => {
        await tick(ledger, 3, handed, async () => {});
        // As long as nobody looked, nothing but what was probed goes on.
        expect(handed.filter((key) => key.startsWith('2023-06'))).toEqual([]);
        await ledger.runs.resume(everyStep, '督查室负责人', at(4));
        for (const minute of [4, 5]) await tick(ledger, minute, handed, async () => {});
        expect(await ledger.outbox.counts({})).toMatchObject({ sent: 8, pending: 0, 'in-doubt': 0 });
        expect((await ledger.runs.list({})).map(({ state, produced }) => [state, produced])).toEqual(
          months.map(() => ['done', 2]),
        );
      });
      expect(handed.slice(0, before.length)).toEqual(before);
      expect(handed.toSorted()).toEqual(months.flatMap((period) => [`${period}/乙县`, `${period}/甲区`]));
    }
  });

  // An old backup is brought up to date in a SQLite database, whatever it is restored into.
  it.each(kind === 'sqlite' ? fixtures : fixtures.slice(-1))(
    'comes of a backup of schema $version',
    async (fixture) => {
      const [url, file] = [await fresh(), newFile()];
      await writtenBackup(file, fixture.version, fixture.rows);
      const { doubtful } = await restoreStore(url, file, at(3));
      await withLedger(url, async ({ runs, editions, outbox, audit }) => {
        const ran = (await runs.list({})).map(({ id, planned, produced }) => [id, planned, produced]);
        expect(ran).toEqual(fixture.version < 5 ? [] : [['2023-06/forms', 1, 1]]);
        const paused = (await runs.pauses()).map(({ step }) => step);
        expect(paused).toEqual(fixture.version < 5 ? [everyStep] : [everyStep, 'remind']);
        const signers = (await editions.list()).map(({ signed }) => signed?.by);
        expect(signers).toEqual(fixture.version < 6 ? [] : ['督查室负责人']);
        expect([doubtful, (await outbox.counts({}))['in-doubt']]).toEqual(fixture.version < 7 ? [0, 0] : [1, 1]);
        expect(await audit.firstChanged()).toBeNull();
      });
    },
  );
});
