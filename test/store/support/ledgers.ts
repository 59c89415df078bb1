import { beforeAll, beforeEach } from 'vitest';
import { deleteAll } from '../../../src/store/backup/table-rows.ts';
import type { Database } from '../../../src/store/database.ts';
import type { Ledger } from '../../../src/store/ledger/ledger.ts';
import { ledgerOn } from '../../../src/store/ledger/ledger-on.ts';
import { guardAuditLog, unguardAuditLog } from '../../../src/store/migrations/008-audit-log.ts';
import { openDatabase } from '../../../src/store/open-store.ts';
import { onEachDatabase } from './databases.ts';
import { now } from './samples.ts';

/** The ledger that a test works on, and the database below it. */
export interface Ground {
  readonly ledger: Ledger;
  readonly database: Database;
}

/** The same tests on every kind of database. All of them use one database, which is empty before each: making one takes far longer. */
export function onEachLedger(title: string, suite: (ground: () => Ground) => void): void {
  onEachDatabase(title, (fresh) => {
    let ground: Ground;
    beforeAll(async () => {
      const database = await openDatabase(await fresh(), { now });
      ground = { database, ledger: ledgerOn(database) };
      return () => database.close();
    });
    beforeEach(() => empty(ground.database));
    suite(() => ground);
  });
}

/** Takes everything out, as a restore does before it puts a backup in. */
export async function empty(database: Database): Promise<void> {
  await database.write(async (db) => {
    await unguardAuditLog(db, database.kind);
    await deleteAll(db);
    await guardAuditLog(db, database.kind);
  });
}
