/** What a running program remembers between two ticks, so that it need not try again what cannot have changed. */
export interface Memory {
  /** Whether a thing was looked at in the same state less than ten minutes ago. */
  knows(key: string, state: string, now: string): boolean;
  /** Whether anything is remembered of it. */
  has(key: string): boolean;
  note(key: string, state: string, now: string): void;
}

/** Not everything shows in a state, such as a font that was installed. */
const lookAgain = 10 * 60_000;

export function newMemory(): Memory {
  const seen = new Map<string, { state: string; at: number }>();
  return {
    knows(key, state, now) {
      const before = seen.get(key);
      return before?.state === state && Math.abs(Date.parse(now) - before.at) < lookAgain;
    },
    has: (key) => seen.has(key),
    note(key, state, now) {
      seen.set(key, { state, at: Date.parse(now) });
    },
  };
}
