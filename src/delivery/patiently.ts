import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../model/errors/store-error.ts';

/** Seconds to wait before each further try; together far less than a lease. */
const waits = [1, 3, 9];

/**
 * Tries again where the store is away for a moment, as while a database server restarts: what is known of a mail would be lost otherwise, and
 * the mail in doubt. StoreError where it stays away, at once where it is full or broken.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const seconds of waits)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError) || !['unreachable', 'busy'].includes(error.fault)) throw error;
      await pause(seconds * 1000);
    }
  return work();
}
