import type { Transaction } from 'kysely';
import type { NewReturn } from '../model/return.ts';
import { contentDigest } from './content.ts';
import type { Database } from './database.ts';
import { figureRows } from './figure-row.ts';
import { inChunks } from './in-chunks.ts';
import { keepReading, type PreparedFile, prepared } from './keep-reading.ts';
import { declaredOf, placeOf, type StoredRevision } from './place-return.ts';
import type { FigureRow, ReturnRevisionRow, Schema } from './schema.ts';
import { refuseUnstorable } from './storable.ts';
import type { ReturnSaved, ReturnsToSave } from './store.ts';
import { withdrawalOf } from './withdrawals.ts';

/** A file and its returns, digested outside of the transaction. */
interface PreparedReturns extends Omit<ReturnsToSave, 'file' | 'returns'> {
  readonly file: PreparedFile;
  readonly returns: readonly { readonly given: NewReturn; readonly content: string }[];
}

/** Stores the returns of all files in one transaction. */
export async function saveReturns(
  database: Database,
  files: readonly ReturnsToSave[],
  now: string,
): Promise<ReturnSaved[]> {
  refuseUnstorable(files);
  const all = files.map(({ file, returns, ...rest }): PreparedReturns => {
    const digested = returns.map((given) => ({ given, content: contentDigest(given) }));
    return { ...rest, file: prepared(file), returns: digested };
  });
  return database.write(async (db) => {
    const known = await knownReturns(db, all);
    let seq = await lastSeq(db);
    const saved: ReturnSaved[] = [];
    const revisions: ReturnRevisionRow[] = [];
    const figures: FigureRow[] = [];
    for (const { file, returns, readmitted = false, ...received } of all) {
      let reading: string | null = null;
      for (const { given, content } of returns) {
        const { period, reporter } = given;
        const declared = given.revision ?? 0;
        const others = known.get(keyOf(given)) ?? [];
        const here = { period, reporter, declared, document_sha256: file.sha256, content_sha256: content };
        const place = placeOf(here, others, readmitted);
        const isNew = place.outcome === 'stored' || place.outcome === 'revised';
        saved.push({ ...place, period, reporter, counts: countsAmong(others, isNew ? place.revision : null) });
        if (!isNew) continue;
        const placed = { ...here, revision: place.revision };
        reading ??= await keepReading(db, file, now);
        const row = revisionRow(
          given,
          { ...placed, declared: declaredOf(placed, others), seq: ++seq, reading_id: reading },
          received,
          now,
        );
        known.set(keyOf(given), [...others, { ...row, withdrawal: null }]);
        revisions.push(row);
        figures.push(...figureRows(row.id, given.entries));
      }
    }
    for (const rows of inChunks(revisions)) await db.insertInto('return_revision').values(rows).execute();
    for (const rows of inChunks(figures)) await db.insertInto('figure').values(rows).execute();
    return saved;
  });
}

/** The stored returns of the months in question, by month and reporter. */
async function knownReturns(
  db: Transaction<Schema>,
  files: readonly PreparedReturns[],
): Promise<Map<string, StoredRevision[]>> {
  const periods = [...new Set(files.flatMap(({ returns }) => returns.map(({ given }) => given.period)))];
  const known = new Map<string, StoredRevision[]>();
  for (const period of periods) {
    const rows = await db
      .selectFrom('return_revision')
      .leftJoin('return_withdrawal', 'return_withdrawal.return_id', 'return_revision.id')
      .select(['period', 'reporter', 'revision', 'declared', 'document_sha256', 'content_sha256'])
      .select(['withdrawn_by', 'because', 'withdrawn'])
      .where('period', '=', period)
      .execute();
    for (const row of rows)
      known.set(keyOf(row), [...(known.get(keyOf(row)) ?? []), { ...row, withdrawal: withdrawalOf(row) }]);
  }
  return known;
}

/** The highest revision that stands, a new one among them. */
function countsAmong(others: readonly StoredRevision[], added: number | null): number | null {
  const standing = others.filter(({ withdrawal }) => withdrawal === null).map(({ revision }) => revision);
  const all = added === null ? standing : [...standing, added];
  return all.length === 0 ? null : Math.max(...all);
}

async function lastSeq(db: Transaction<Schema>): Promise<number> {
  const { seq } = await db
    .selectFrom('return_revision')
    .select((e) => e.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  return Number(seq ?? 0);
}

type Placed = Omit<StoredRevision, 'withdrawal'> & Pick<ReturnRevisionRow, 'seq' | 'reading_id'>;

function revisionRow(
  { period, reporter, cutoff, sample, at }: NewReturn,
  placed: Placed,
  received: Pick<ReturnsToSave, 'receivedAt' | 'formVersion' | 'formPlan'>,
  now: string,
): ReturnRevisionRow {
  return {
    ...placed,
    id: `${period}/${reporter}/${placed.revision}`,
    cutoff,
    sample: sample ? 1 : 0,
    received_at: received.receivedAt ?? now,
    form_version: received.formVersion ?? null,
    form_plan_sha256: received.formPlan ?? null,
    source: at.source,
    place_part: at.part,
    place_row: at.row,
    place_column: at.column,
  };
}

function keyOf({ period, reporter }: { period: string; reporter: string }): string {
  return `${period}/${reporter}`;
}
