/** Minutes from a failure to the next try; after the last the run is left to a person. */
const pauses = [1, 5, 30, 120] as const;

/** When a run that failed so many times is tried again by itself, ISO UTC; null where it is not. */
export function retryAt(failures: number, failedAt: string): string | null {
  const pause = pauses[failures - 1];
  return pause === undefined ? null : new Date(Date.parse(failedAt) + pause * 60_000).toISOString();
}
