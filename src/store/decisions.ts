import type { Selectable, Transaction } from 'kysely';
import { nextId } from '../decisions/next-id.ts';
import type { About } from '../model/about.ts';
import type { DecidedFigure, Decision, DecisionKind, NewDecision, Revocation } from '../model/decision.ts';
import type { Database } from './database.ts';
import type { DecisionRevocationRow, DecisionRow, Schema } from './schema.ts';
import { refuseUnstorableTexts } from './storable.ts';

/** Stores a decision under the next number of its year. */
export async function saveDecision(database: Database, given: NewDecision, now: string): Promise<Decision> {
  refuseUnstorableTexts([given.by, given.because]);
  return database.write(async (db) => {
    const all = await db.selectFrom('decision').select(['id', 'seq']).execute();
    const decision: Decision = { ...given, id: nextId(all, given.year), revoked: null };
    const seq = Math.max(0, ...all.map((one) => one.seq)) + 1;
    await db
      .insertInto('decision')
      .values({ ...rowOf(decision), seq, recorded_at: now })
      .execute();
    return decision;
  });
}

/** Revokes a decision. False where there is none of this id, or it is revoked already. */
export async function saveRevocation(
  database: Database,
  id: string,
  { by, because, revoked }: Revocation,
  now: string,
): Promise<boolean> {
  refuseUnstorableTexts([by, because]);
  return database.write(async (db) => {
    const known = await db.selectFrom('decision').select('id').where('id', '=', id).executeTakeFirst();
    if (known === undefined) return false;
    const row = { decision_id: id, revoked_by: by, because, revoked, recorded_at: now };
    const added = await db
      .insertInto('decision_revocation')
      .values(row)
      .onConflict((c) => c.column('decision_id').doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  });
}

/** All decisions, oldest first. */
export async function storedDecisions(db: Transaction<Schema>): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .leftJoin('decision_revocation', 'decision_revocation.decision_id', 'decision.id')
    .selectAll('decision')
    .select([
      'decision_revocation.revoked_by',
      'decision_revocation.because as revoked_because',
      'decision_revocation.revoked',
    ])
    .orderBy('seq')
    .execute();
  return rows.map(decisionOf);
}

function rowOf(decision: Decision): Omit<DecisionRow, 'seq' | 'recorded_at'> {
  const { id, year, kind, code, about, data, finding, figure, value, was, by, because, decided, until } = decision;
  return {
    id,
    year,
    kind,
    code,
    about: JSON.stringify(about),
    data: JSON.stringify(data),
    finding,
    figure: figure && JSON.stringify(figure),
    value: value?.value ?? null,
    unit: value?.unit ?? null,
    was_value: was?.value ?? null,
    was_unit: was?.unit ?? null,
    decided_by: by,
    because,
    decided,
    until,
  };
}

interface Row extends Selectable<DecisionRow> {
  readonly revoked_by: DecisionRevocationRow['revoked_by'] | null;
  readonly revoked_because: string | null;
  readonly revoked: string | null;
}

function decisionOf(row: Row): Decision {
  const { id, year, code, finding, because, decided, until } = row;
  return {
    id,
    year,
    kind: row.kind as DecisionKind,
    code,
    about: JSON.parse(row.about) as About,
    data: JSON.parse(row.data) as Record<string, string>,
    finding,
    figure: row.figure === null ? null : (JSON.parse(row.figure) as DecidedFigure),
    value: row.value === null || row.unit === null ? null : { value: row.value, unit: row.unit },
    was: row.was_value === null || row.was_unit === null ? null : { value: row.was_value, unit: row.was_unit },
    by: row.decided_by,
    because,
    decided,
    until,
    revoked:
      row.revoked === null || row.revoked_by === null || row.revoked_because === null
        ? null
        : { by: row.revoked_by, because: row.revoked_because, revoked: row.revoked },
  };
}
