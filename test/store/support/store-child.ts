import { writeSync } from 'node:fs';
import { StoreError } from '../../../src/model/errors/store-error.ts';
import { restoreStore } from '../../../src/store/backup/restore.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { decisionOn } from '../../support/decisions.ts';
import { batchOf } from './batches.ts';
import { sendAll, workAll } from './ledger-tasks.ts';
import { now } from './samples.ts';

/** A program of its own that works on a store; each line it prints is JSON, written before the next thing is done. */
const [task = '', url = '', more = ''] = process.argv.slice(2);
const say = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`);

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  async open() {
    const store = await openStore(url, { now });
    say({ opened: true });
    await store.close();
  },
  /** Stores the batches of one writer one after another, for ever; says of each that it was acknowledged. */
  async import() {
    const store = await openStore(url, { now });
    for (let number = 0; ; number += 1) {
      await store.saveReturns([batchOf(more, number)], now);
      say({ stored: number });
    }
  },
  /** Stores the same batches as every other program and says what became of them. */
  async same() {
    const store = await openStore(url, { now });
    for (let number = 0; number < Number(more); number += 1)
      for (const { outcome } of await store.saveReturns([batchOf('同', number)], now)) say(outcome);
    await store.close();
  },
  /** Records three decisions. */
  async decide() {
    const store = await openStore(url, { now });
    const sum = decisionOn({ code: 'allocation-sum', about: { target: '6.3' }, data: {} });
    for (let number = 0; number < 3; number += 1) say((await store.saveDecision(sum, now)).id);
    await store.close();
  },
  async list() {
    const store = await openStore(url, { now });
    const revisions = await store.revisions({});
    const files: Record<string, number> = {};
    for (const { source } of revisions) files[source.name] = (files[source.name] ?? 0) + 1;
    say({ files });
    await store.close();
  },
  async send() {
    const store = await openStore(url, { now });
    await sendAll(store.ledger, more, say);
    await store.close();
  },
  async work() {
    const store = await openStore(url, { now });
    await workAll(store.ledger, more, say);
    await store.close();
  },
  async restore() {
    say({ begins: true });
    const { counts } = await restoreStore(url, more, new Date().toISOString());
    say({ counts });
  },
};

try {
  await tasks[task]?.();
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  say({ fault: error.fault, text: error.text['zh-CN'] });
}
