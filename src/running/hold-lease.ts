import type { Fence, Runs } from '../store/ledger/runs.ts';
import type { Log } from './log.ts';

/** How long work stays ours without a sign of life, in seconds. Longer than anything that blocks this thread. */
export const usualLease = 300;

/** A lease from now on. */
export function leaseFrom(owner: string, now: string, seconds: number) {
  return { owner, now, leaseUntil: new Date(Date.parse(now) + seconds * 1000).toISOString() };
}

/** Renews the lease of a run until it is let go; a renewal that fails is told, and the next one tried. */
export function holdLease(
  runs: Runs,
  fence: Fence,
  { seconds, now, log }: { readonly seconds: number; readonly now: () => string; readonly log: Log },
): { letGo(): Promise<void> } {
  let renewing: Promise<unknown> = Promise.resolve();
  const renew = async () => {
    const kept = await runs.renew(fence, leaseFrom(fence.owner, now(), seconds).leaseUntil);
    if (!kept) log.warn({ run: fence.run }, 'lease lost');
  };
  const timer = setInterval(
    () => {
      renewing = renew().catch((error: unknown) =>
        log.warn({ run: fence.run, error: String(error) }, 'lease not renewed'),
      );
    },
    (seconds * 1000) / 3,
  );
  timer.unref();
  return {
    async letGo() {
      clearInterval(timer);
      await renewing;
    },
  };
}
