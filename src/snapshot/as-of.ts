import type { Diagnostic } from '../model/diagnostic.ts';
import type { Origin } from '../model/origin.ts';
import { type Period, yearOf } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import type { MonthReadings } from '../month/pipeline.ts';
import type { SnapshotSource } from './snapshot.ts';

/**
 * The readings that a month rests on, as plain data that is the same whether it came from files or from the store: without
 * returns of later months, what was found in their files and what was decided about them. So a month freezes to the same snapshot when it is made again
 * after the next month came in. Where the month itself has no return nothing is left out, so that the refusal can name the
 * months that have some.
 */
export function asOf(readings: MonthReadings, period: Period): MonthReadings {
  const { planOrigin, ...rest } = readings;
  const { returns, returnDiagnostics, decisions, lastYear, planVersions } = rest;
  if (!returns.some((one) => one.period === period)) return readings;
  const used = returns.filter((one) => one.period <= period);
  const speaking = new Set(used.map(({ at }) => at.source));
  const silent = new Set(returns.map(({ at }) => at.source).filter((source) => !speaking.has(source)));
  const matters = ({ at, about }: Diagnostic) =>
    !(at !== null && silent.has(at.source)) && !(about.period !== undefined && about.period > period);
  return {
    ...rest,
    ...(planOrigin === undefined ? {} : { planOrigin: plainOrigin(planOrigin) }),
    returns: used.map(plainReturn),
    returnDiagnostics: returnDiagnostics.filter(matters),
    decisions: decisions.filter(
      ({ year, about }) => year === yearOf(period) && (about.period === undefined || about.period <= period),
    ),
    planVersions: planVersions.map((version) => ({
      ...version,
      returns: version.returns.filter((one) => one.period <= period).map(plainReturn),
    })),
    lastYear: lastYear && { ...lastYear, returns: lastYear.returns.map(plainReturn) },
  };
}

/** Those of the files that the readings name as a source. */
export function sourcesOf(readings: MonthReadings, files: readonly SnapshotSource[]): SnapshotSource[] {
  const named = new Set(sourcesIn(readings));
  return files.filter(({ path }) => named.has(path)).map(({ path, sha256, bytes }) => ({ path, sha256, bytes }));
}

/** Without what the store knows besides, and with its keys in one order: readers and the store set them in orders of their own. */
function plainReturn(one: Return): Return {
  const { provenance: _, origin, ...plain } = one as Return & { readonly provenance?: unknown };
  return inOrder(origin === undefined ? plain : { ...plain, origin: plainOrigin(origin) }) as Return;
}

/** When a file came in is printed nowhere, and a folder does not know it. */
function plainOrigin({ sha256 }: Origin): Origin {
  return { sha256, received: null };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]));
}

/** Every `source` of a place, however deep. */
function sourcesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'source' && typeof part === 'string' ? [part] : sourcesIn(part),
  );
}
