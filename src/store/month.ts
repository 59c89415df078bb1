import type { Transaction } from 'kysely';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Period, periodOf, yearOf } from '../model/period.ts';
import { latestReturns, monthBefore } from '../model/return.ts';
import { storedDecisions } from './decisions.ts';
import { planInForce } from './plans.ts';
import { storedReturns, storedRevisions } from './returns.ts';
import type { Schema } from './schema.ts';
import type { ReturnRevision, Source, StoredMonth, StoredReturn } from './store.ts';

/** Plan, returns, decisions, what was found when they were read, and their files: everything that a month is made from. */
export async function storedMonth(db: Transaction<Schema>, where: string, period: Period): Promise<StoredMonth> {
  const year = yearOf(period);
  const plan = await planInForce(db, where, period);
  const ofYear = { from: periodOf(year, 1), to: periodOf(year, 12) };
  const returns = await storedReturns(db, ofYear);
  const counted = new Set([...latestReturns(returns, period).values(), ...monthBefore(returns, period).values()]);
  const used = returns.filter((one) => counted.has(one));
  const files = returns.filter((one) => one.period <= period).map(({ provenance }) => provenance.source);
  const sources = plan === null ? files : [plan.source, ...files];
  const documents = new Map(sources.map((source) => [`${source.sha256}/${source.name}`, source]));
  return {
    plan,
    returns,
    diagnostics: await foundIn(db, used, await storedRevisions(db, { ...ofYear, withdrawn: true })),
    decisions: (await storedDecisions(db)).filter((one) => one.year === year || one.year === year - 1),
    documents: await withSizes(db, [...documents.values()]),
  };
}

/** Diagnostics of the readings that these returns came from, each reading once. */
async function foundIn(
  db: Transaction<Schema>,
  returns: readonly StoredReturn[],
  withdrawn: readonly ReturnRevision[],
): Promise<Diagnostic[]> {
  const periods = [...new Set(returns.map((one) => one.period))];
  if (periods.length === 0) return [];
  const rows = await db
    .selectFrom('reading')
    .select(['id', 'diagnostics'])
    .where('id', 'in', (e) => e.selectFrom('return_revision').select('reading_id').where('period', 'in', periods))
    .execute();
  const found = new Map(rows.map(({ id, diagnostics }) => [id, JSON.parse(diagnostics) as Diagnostic[]]));
  const readings = new Set(returns.map(({ provenance }) => provenance.source.reading));
  return [...readings].flatMap((id) =>
    (found.get(id) ?? []).filter((d) => !givenAnew(d, id, returns) && !ofWithdrawn(d, id, returns, withdrawn)),
  );
}

/** Whether it was found in a withdrawn return, of a file whose other returns count. */
function ofWithdrawn(
  { about }: Diagnostic,
  reading: string,
  returns: readonly StoredReturn[],
  withdrawn: readonly ReturnRevision[],
): boolean {
  const isMeant = ({ period, reporter, source }: ReturnRevision) =>
    source.reading === reading && period === about.period && reporter === about.column;
  return withdrawn.some(isMeant) && !returns.some(({ provenance }) => isMeant(provenance));
}

/** Whether a figure that was found wrong in one file came once more, in a return from another that counts now. */
function givenAnew({ about }: Diagnostic, reading: string, returns: readonly StoredReturn[]): boolean {
  return returns.some(
    ({ period, reporter, entries, provenance }) =>
      provenance.source.reading !== reading &&
      period === about.period &&
      reporter === about.column &&
      entries.some(({ target, column }) => target === about.target && column === undefined),
  );
}

async function withSizes(db: Transaction<Schema>, sources: readonly Source[]): Promise<StoredMonth['documents']> {
  const rows = await db.selectFrom('source_document').select(['sha256', 'size']).execute();
  const sizes = new Map(rows.map((row) => [row.sha256, row.size]));
  return sources.map(({ name, sha256 }) => ({ name, sha256, size: sizes.get(sha256) ?? 0 }));
}
