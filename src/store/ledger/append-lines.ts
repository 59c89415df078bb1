import type { Transaction } from 'kysely';
import { sha256 } from '../../model/sha256.ts';
import { inChunks } from '../in-chunks.ts';
import type { Schema } from '../schema.ts';
import type { AuditEntry } from './audit-log.ts';
import type { AuditLineRow } from './ledger-schema.ts';

export type NewLine = Pick<AuditEntry, 'by' | 'action' | 'subject' | 'detail'>;

/** Adds lines to the audit log, in the transaction of whatever they tell. */
export async function appendLines(db: Transaction<Schema>, lines: readonly NewLine[], now: string): Promise<void> {
  if (lines.length === 0) return;
  const last = await db.selectFrom('audit_end').select(['seq', 'hash']).executeTakeFirst();
  let { seq, hash } = last ?? { seq: 0, hash: '' };
  const rows = lines.map(({ by, action, subject, detail }): AuditLineRow => {
    const line = { seq: ++seq, at: now, by, action, subject, detail: JSON.stringify(detail) };
    hash = lineHash(line, hash);
    return { ...line, hash };
  });
  for (const some of inChunks(rows)) await db.insertInto('audit_line').values(some).execute();
  await db
    .insertInto('audit_end')
    .values({ one: 1, seq, hash })
    .onConflict((c) => c.column('one').doUpdateSet({ seq, hash }))
    .execute();
}

/** Over a line and the hash of the one before, so that no line can be changed, taken out or put in alone. */
export function lineHash({ seq, at, by, action, subject, detail }: Omit<AuditLineRow, 'hash'>, before: string): string {
  return sha256(JSON.stringify([seq, at, by, action, subject, detail, before]));
}
