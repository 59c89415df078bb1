import type { Withdrawal } from '../model/withdrawal.ts';
import type { Database } from './database.ts';
import { appendLines } from './ledger/append-lines.ts';
import { refuseUnstorableTexts } from './storable.ts';
import type { ReturnName } from './store.ts';

/** Withdraws one revision, and tells the audit log. False where there is none, or it is withdrawn already. */
export async function saveWithdrawal(
  database: Database,
  { period, reporter, revision }: ReturnName,
  { by, because, withdrawn }: Withdrawal,
  now: string,
): Promise<boolean> {
  refuseUnstorableTexts([by, because]);
  return database.write(async (db) => {
    const known = await db
      .selectFrom('return_revision')
      .select('id')
      .where('period', '=', period)
      .where('reporter', '=', reporter)
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (known === undefined) return false;
    const row = { return_id: known.id, withdrawn_by: by, because, withdrawn, recorded_at: now };
    const added = await db
      .insertInto('return_withdrawal')
      .values(row)
      .onConflict((c) => c.column('return_id').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return false;
    await appendLines(db, [{ by, action: 'return.withdrawn', subject: known.id, detail: { because } }], now);
    return true;
  });
}

/** What a row says of its withdrawal, where the tables were joined; null where it stands. */
export function withdrawalOf(row: {
  readonly withdrawn_by: string | null;
  readonly because: string | null;
  readonly withdrawn: string | null;
}): Withdrawal | null {
  const { withdrawn_by: by, because, withdrawn } = row;
  return by === null || because === null || withdrawn === null ? null : { by, because, withdrawn };
}
