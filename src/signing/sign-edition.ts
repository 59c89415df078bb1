import { findSnapshot } from '../publishing/find-snapshot.ts';
import { inputChanges } from '../snapshot/input-changes.ts';
import { shelfOf } from '../sources/store-shelf.ts';
import type { Edition } from '../store/ledger/editions.ts';
import { inputsNow } from './inputs-now.ts';
import { draftFolder, type EditionName, type SigningOffice } from './places.ts';
import { draftGone, inputsChanged, needsPerson, noEdition, notChecked, otherDraft, signedAlready } from './refusals.ts';
import { signerName } from './signer-name.ts';

export interface SignOptions extends EditionName {
  /** The signer as printed: 督查室负责人. */
  readonly by: string;
  /** ISO UTC time, which is printed too. */
  readonly now: string;
  /** The draft that the signer read, by its snapshot or how it begins; left out for the one that is there. */
  readonly draft?: string;
}

/** How the ledger calls it when the settings let a month go unsigned. */
export const automaticSigner = '按设置自动审签';

/**
 * Signs the checked draft of an edition: one signer wins, whoever comes later is told. UsageError where it was not checked, is
 * signed, or its inputs are others by now; SnapshotError, StoreError.
 */
export async function signEdition(office: SigningOffice, options: SignOptions): Promise<Edition> {
  return sign(office, { ...options, by: await signerName(options.by, office) }, false);
}

/** The same without a person, where the settings say so. UsageError where they do not. */
export function signAutomatically(office: SigningOffice, options: Omit<SignOptions, 'by'>): Promise<Edition> {
  if (office.config.signoff !== 'automatic') throw needsPerson(options);
  return sign(office, { ...options, by: automaticSigner }, true);
}

async function sign(
  office: SigningOffice,
  { period, number, by, now, draft }: SignOptions,
  automatic: boolean,
): Promise<Edition> {
  const { editions } = office.store.ledger;
  const known = await editions.edition(period, number);
  if (known === null) throw noEdition({ period, number });
  if (known.signed !== null) throw signedAlready(known, known.signed);
  if (draft !== undefined && !known.draft.snapshot.startsWith(draft.toLowerCase())) throw otherDraft(known, draft);
  if (known.state !== 'checked') throw notChecked(known);
  const folders = [draftFolder(office, known)];
  const { snapshot } = await findSnapshot(known.draft.snapshot, { folders, shelf: shelfOf(office.store, now) });
  const changes = inputChanges(snapshot.inputs, await inputsNow(office, period, null));
  if (changes.length > 0) throw inputsChanged(known, changes);
  const signed = await editions.sign({ period, number, snapshot: known.draft.snapshot }, by, automatic, now);
  if (signed !== null) return signed;
  const winner = await editions.edition(period, number);
  throw winner?.signed ? signedAlready(winner, winner.signed) : draftGone(known);
}
