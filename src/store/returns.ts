import type { Expression, ExpressionBuilder, Selectable, SqlBool, Transaction } from 'kysely';
import type { Period } from '../model/period.ts';
import type { ReturnEntry } from '../model/return.ts';
import { entryOf } from './figure-row.ts';
import type { ReadingRow, ReturnRevisionRow, ReturnWithdrawalRow, Schema } from './schema.ts';
import type { ReturnQuery, ReturnRevision, StoredReturn } from './store.ts';
import { withdrawalOf } from './withdrawals.ts';

/** Returns with all their revisions and figures, in the order of storing. */
export async function storedReturns(db: Transaction<Schema>, which: ReturnQuery): Promise<StoredReturn[]> {
  const rows = await revisionRows(db, which);
  const figures = await db
    .selectFrom('figure')
    .innerJoin('return_revision', 'return_revision.id', 'figure.return_id')
    .leftJoin('return_withdrawal', 'return_withdrawal.return_id', 'return_revision.id')
    .selectAll('figure')
    .where((e) => matches(e, which))
    .orderBy('return_revision.seq')
    .orderBy('figure.position')
    .execute();
  const entries = new Map<string, ReturnEntry[]>(rows.map(({ id }) => [id, []]));
  for (const figure of figures) entries.get(figure.return_id)?.push(entryOf(figure));
  return rows.map((row) => ({
    reporter: row.reporter,
    period: row.period as Period,
    revision: row.revision,
    cutoff: row.cutoff,
    sample: row.sample === 1,
    entries: entries.get(row.id) ?? [],
    at: { source: row.source, part: row.place_part, row: row.place_row, column: row.place_column },
    provenance: revisionOf(row),
  }));
}

export async function storedRevisions(db: Transaction<Schema>, which: ReturnQuery): Promise<ReturnRevision[]> {
  return (await revisionRows(db, which)).map(revisionOf);
}

type Row = Selectable<ReturnRevisionRow> &
  Pick<ReadingRow, 'name' | 'read_at'> & {
    readonly [Field in 'withdrawn_by' | 'because' | 'withdrawn']: ReturnWithdrawalRow[Field] | null;
  };

function revisionRows(db: Transaction<Schema>, which: ReturnQuery): Promise<Row[]> {
  return db
    .selectFrom('return_revision')
    .innerJoin('reading', 'reading.id', 'return_revision.reading_id')
    .leftJoin('return_withdrawal', 'return_withdrawal.return_id', 'return_revision.id')
    .selectAll('return_revision')
    .select(['name', 'read_at', 'withdrawn_by', 'because', 'withdrawn'])
    .where((e) => matches(e, which))
    .orderBy('seq')
    .execute();
}

function matches(
  e: ExpressionBuilder<Schema, 'return_revision' | 'return_withdrawal'>,
  { from, to, reporter, withdrawn = false }: ReturnQuery,
): Expression<SqlBool> {
  return e.and([
    e('return_withdrawal.return_id', withdrawn ? 'is not' : 'is', null),
    ...(from === undefined ? [] : [e('return_revision.period', '>=', from)]),
    ...(to === undefined ? [] : [e('return_revision.period', '<=', to)]),
    ...(reporter === undefined ? [] : [e('return_revision.reporter', '=', reporter)]),
  ]);
}

function revisionOf(row: Row): ReturnRevision {
  return {
    period: row.period as Period,
    reporter: row.reporter,
    revision: row.revision,
    cutoff: row.cutoff,
    sample: row.sample === 1,
    receivedAt: row.received_at,
    formVersion: row.form_version,
    formPlan: row.form_plan_sha256,
    content: row.content_sha256,
    source: { name: row.name, sha256: row.document_sha256, readAt: row.read_at, reading: row.reading_id },
    withdrawal: withdrawalOf(row),
  };
}
