import { leakGate } from '../gates/leak-gate.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { printedHash } from '../model/printed-hash.ts';
import type { Edition } from '../store/ledger/editions.ts';
import { verifyFiles } from '../verification/verify-files.ts';
import { draftFolder, type EditionName, type SigningOffice } from './places.ts';
import { draftNotWhole } from './problems.ts';
import { draftGone, noEdition } from './refusals.ts';
import { wholeEdition } from './whole-edition.ts';

export interface CheckedDraft {
  readonly edition: Edition;
  /** What is wrong with its files; empty where nothing is, and then it is checked. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts the packets of a draft through both gates that stand before a mail, and notes that they passed. An edition that is further on stays as it is. */
export async function checkDraft(
  office: SigningOffice,
  { period, number, now }: EditionName & { readonly now: string },
): Promise<CheckedDraft> {
  const { editions } = office.store.ledger;
  const known = await editions.edition(period, number);
  if (known === null) throw noEdition({ period, number });
  if (known.state !== 'draft') return { edition: known, diagnostics: [] };
  const diagnostics = await findingsOf(draftFolder(office, known), known);
  if (diagnostics.length > 0) return { edition: known, diagnostics };
  const checked = await editions.check({ period, number, snapshot: known.draft.snapshot }, now);
  if (checked !== null) return { edition: checked, diagnostics };
  const stands = await editions.edition(period, number);
  // Another program has checked it too.
  if (stands !== null && stands.draft.snapshot === known.draft.snapshot) return { edition: stands, diagnostics };
  throw draftGone(known);
}

async function findingsOf(folder: string, { draft }: Edition): Promise<readonly Diagnostic[]> {
  if ((await wholeEdition(folder, draft.snapshot)) === null) {
    const place = { source: folder, part: null, row: null, column: null };
    return [draftNotWhole({ snapshot: printedHash(draft.snapshot) }, place)];
  }
  return (await verifyFiles({ paths: [folder], against: null, alsoCheck: leakGate() })).diagnostics;
}
