import type { Period } from '../model/period.ts';
import { findSnapshot } from '../publishing/find-snapshot.ts';
import { type InputChange, type InputKind, inputChanges } from '../snapshot/input-changes.ts';
import { shelfOf } from '../sources/store-shelf.ts';
import type { Edition } from '../store/ledger/editions.ts';
import { inputsNow } from './inputs-now.ts';
import { monthFolder, type SigningOffice } from './places.ts';

export interface LateInputs {
  /** The last edition that was published. */
  readonly edition: Edition;
  /** What is another now. `jianbao sign draft --month … --correction` makes the 更正版. */
  readonly changes: readonly InputChange[];
}

/** A new template, or another version of the program, corrects no figure. */
const mayCorrect: readonly InputKind[] = ['return', 'plan', 'decision', 'last-year', 'settings'];

/** What came in, or was decided or set otherwise, after a month was published; null where nothing did, or nothing is published. */
export async function lateInputs(office: SigningOffice, period: Period, now: string): Promise<LateInputs | null> {
  const edition = (await office.store.ledger.editions.list(period)).findLast((one) => one.published !== null);
  if (edition?.published == null) return null;
  const places = { folders: [monthFolder(office, period)], shelf: shelfOf(office.store, now) };
  const { snapshot } = await findSnapshot(edition.published.snapshot, places);
  const found = inputChanges(snapshot.inputs, await inputsNow(office, period, null));
  const changes = found.filter(({ kind }) => mayCorrect.includes(kind));
  return changes.length === 0 ? null : { edition, changes };
}
