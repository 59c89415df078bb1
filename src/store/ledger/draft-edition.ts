import type { Database } from '../database.ts';
import { appendLines } from './append-lines.ts';
import { editionSubject, storedEdition } from './edition-rows.ts';
import type { Edition } from './editions.ts';

/** Notes the draft of an edition that nobody signed yet. The same draft again changes nothing. */
export async function noteDraft(
  { write }: Database,
  { period, number }: Pick<Edition, 'period' | 'number'>,
  snapshot: string,
  now: string,
): Promise<Edition | null> {
  return write(async (db) => {
    const known = await storedEdition(db, period, number);
    if (known !== null && known.signed !== null) return null;
    if (known?.draft.snapshot === snapshot) return known;
    const draft = { state: 'draft', draft_snapshot: snapshot, drafted_at: now, checked_at: null };
    await db
      .insertInto('edition')
      .values({ period, number, ...draft })
      .onConflict((c) => c.columns(['period', 'number']).doUpdateSet(draft))
      .execute();
    const line = { by: null, action: 'edition.drafted', subject: editionSubject({ period, number }) };
    await appendLines(db, [{ ...line, detail: { snapshot } }], now);
    return storedEdition(db, period, number);
  });
}
