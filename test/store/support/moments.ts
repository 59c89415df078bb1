import type { Lease } from '../../../src/store/ledger/lease.ts';

/** So many minutes after nine on a day in July 2023, as ISO UTC time. */
export function at(minute: number): string {
  return new Date(Date.UTC(2023, 6, 5, 1, minute)).toISOString();
}

/** A lease of ten minutes. */
export function leaseOf(owner: string, minute: number): Lease {
  return { owner, leaseUntil: at(minute + 10), now: at(minute) };
}
