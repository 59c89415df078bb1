import type { Edition } from '../store/ledger/editions.ts';
import type { EditionName, SigningOffice } from './places.ts';
import { noEdition, notSigned, publishedAlready } from './refusals.ts';

/** Takes a signature back, as long as nothing was published; the draft stays checked. UsageError otherwise. */
export async function revokeSignature(
  { store }: Pick<SigningOffice, 'store'>,
  {
    period,
    number,
    by,
    because,
    now,
  }: EditionName & { readonly by: string; readonly because: string; readonly now: string },
): Promise<Edition> {
  const { editions } = store.ledger;
  const known = await editions.edition(period, number);
  if (known === null) throw noEdition({ period, number });
  const revoked = await editions.unsign({ period, number, snapshot: known.draft.snapshot }, by, because, now);
  if (revoked !== null) return revoked;
  const stands = (await editions.edition(period, number)) ?? known;
  throw stands.published === null ? notSigned(stands) : publishedAlready(stands);
}
