import type { Period } from '../model/period.ts';
import type { ReturnRevision, Store } from '../store/store.ts';

export interface ListedReturn extends ReturnRevision {
  readonly state: 'counts' | 'replaced' | 'withdrawn';
}

/** Every revision there is, of a month or a reporter or of all, by month, reporter and number. StoreError. */
export async function listReturns(
  store: Store,
  month: Period | null,
  reporter: string | null,
): Promise<ListedReturn[]> {
  const which = { ...(month && { from: month, to: month }), ...(reporter && { reporter }) };
  const standing = await store.revisions(which);
  const last = new Map<string, number>();
  for (const one of standing) last.set(keyOf(one), Math.max(one.revision, last.get(keyOf(one)) ?? 0));
  const all = [...standing, ...(await store.revisions({ ...which, withdrawn: true }))].map((one): ListedReturn => {
    if (one.withdrawal !== null) return { ...one, state: 'withdrawn' };
    return { ...one, state: last.get(keyOf(one)) === one.revision ? 'counts' : 'replaced' };
  });
  return all.sort((a, b) => (keyOf(a) === keyOf(b) ? a.revision - b.revision : keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ period, reporter }: ReturnRevision): string {
  return `${period} ${reporter}`;
}
