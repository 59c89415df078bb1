import { setTimeout as pause } from 'node:timers/promises';

const minute = 60_000;

/** A limit that holds as long as its transport is open: lets so many things begin in any minute as the settings allow, one after another. */
export class Pace {
  private readonly perMinute: number | null;
  /** When the last ones began, oldest first, by a clock that nobody sets. */
  private readonly begun: number[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  constructor(perMinute: number | null) {
    this.perMinute = perMinute;
  }

  /** Does `begin` when its turn has come; null where it gave null, which takes no turn, or where the signal ended the waiting. */
  next<T>(begin: () => Promise<T | null>, signal: AbortSignal): Promise<T | null> {
    const turn = this.turn.then(async () => {
      if (!(await this.room(signal))) return null;
      const result = await begin();
      if (result !== null) this.begun.push(performance.now());
      return result;
    });
    this.turn = turn.catch(() => {});
    return turn;
  }

  private async room(signal: AbortSignal): Promise<boolean> {
    while (this.perMinute !== null && !signal.aborted) {
      const now = performance.now();
      while ((this.begun[0] ?? now) <= now - minute) this.begun.shift();
      if (this.begun.length < this.perMinute) break;
      await pause((this.begun[0] ?? now) + minute - now, undefined, { signal }).catch(() => {});
    }
    return !signal.aborted;
  }
}
