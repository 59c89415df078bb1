import type { Database } from '../database.ts';
import { refuseUnstorableTexts } from '../storable.ts';
import { appendLines } from './append-lines.ts';
import { editionSubject, storedEdition } from './edition-rows.ts';
import type { Edition, EditionRef, EditionState } from './editions.ts';
import type { EditionRow } from './ledger-schema.ts';

interface Move {
  readonly from: EditionState;
  readonly to: EditionState;
  readonly by: string | null;
  readonly set: Partial<EditionRow>;
  /** Where the log names it otherwise than the state. */
  readonly action?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Moves an edition from one state to another, for this draft alone; null where it stands elsewhere. */
export async function moveEdition(
  { write }: Database,
  { period, number, snapshot, signature }: EditionRef,
  { from, to, by, set, action = to, detail = {} }: Move,
  now: string,
): Promise<Edition | null> {
  refuseUnstorableTexts([by ?? '', ...Object.values(detail)]);
  return write(async (db) => {
    let update = db
      .updateTable('edition')
      .set({ ...set, state: to })
      .where('period', '=', period)
      .where('number', '=', number)
      .where('state', '=', from)
      .where('draft_snapshot', '=', snapshot);
    if (signature !== undefined)
      update = update.where('signed_by', '=', signature.by).where('signed_at', '=', signature.at);
    const { numUpdatedRows } = await update.executeTakeFirst();
    if (numUpdatedRows !== 1n) return null;
    const subject = editionSubject({ period, number });
    await appendLines(db, [{ by, action: `edition.${action}`, subject, detail: { snapshot, ...detail } }], now);
    return storedEdition(db, period, number);
  });
}
