import type { Selectable, Transaction } from 'kysely';
import type { Period } from '../../model/period.ts';
import type { Schema } from '../schema.ts';
import type { Edition, EditionState } from './editions.ts';
import type { EditionRow } from './ledger-schema.ts';

export async function storedEdition(db: Transaction<Schema>, period: Period, number: number): Promise<Edition | null> {
  const row = await db
    .selectFrom('edition')
    .selectAll()
    .where('period', '=', period)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : editionOf(row);
}

export async function storedEditions(db: Transaction<Schema>, period?: Period): Promise<Edition[]> {
  let query = db.selectFrom('edition').selectAll().orderBy('period').orderBy('number');
  if (period !== undefined) query = query.where('period', '=', period);
  return (await query.execute()).map(editionOf);
}

/** The subject of an edition's lines in the audit log: `2023-06/0`. */
export function editionSubject({ period, number }: Pick<Edition, 'period' | 'number'>): string {
  return `${period}/${number}`;
}

function editionOf(row: Selectable<EditionRow>): Edition {
  const { signed_by: by, signed_at: signedAt, published_snapshot: snapshot, published_at: publishedAt } = row;
  return {
    period: row.period as Period,
    number: row.number,
    state: row.state as EditionState,
    draft: { snapshot: row.draft_snapshot, at: row.drafted_at },
    checkedAt: row.checked_at,
    signed: by === null || signedAt === null ? null : { by, at: signedAt, automatic: row.signed_automatic === 1 },
    published: snapshot === null || publishedAt === null ? null : { snapshot, at: publishedAt },
    deliveredAt: row.delivered_at,
  };
}
