import type { Period } from '../model/period.ts';
import type { Edition } from '../store/ledger/editions.ts';
import type { SigningOffice } from './places.ts';
import { noEdition, notSigned, publishedAlready } from './refusals.ts';

export interface SignatureRevocation {
  readonly period: Period;
  readonly by: string;
  readonly because: string;
  /** ISO UTC time. */
  readonly now: string;
}

/** Takes the signature of a month's newest edition back, as long as nothing was published; the draft stays checked. UsageError otherwise. */
export async function revokeSignature(
  { store }: Pick<SigningOffice, 'store'>,
  { period, by, because, now }: SignatureRevocation,
): Promise<Edition> {
  const { editions } = store.ledger;
  const known = (await editions.list(period)).at(-1);
  if (known === undefined) throw noEdition({ period, number: 0 });
  const { number, draft } = known;
  const revoked = await editions.unsign({ period, number, snapshot: draft.snapshot }, by, because, now);
  if (revoked !== null) return revoked;
  const stands = (await editions.edition(period, number)) ?? known;
  throw stands.published === null ? notSigned(stands) : publishedAlready(stands);
}
