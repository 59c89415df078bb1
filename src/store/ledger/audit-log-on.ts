import type { Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { appendLines, lineHash } from './append-lines.ts';
import type { AuditEntry, AuditLog } from './audit-log.ts';

export function auditLogOn({ read, write }: Database): AuditLog {
  return {
    add: (entry, now) => write((db) => appendLines(db, [entry], now)),
    list: (which) => read((db) => auditLines(db, which)),
    firstChanged: () => read(firstChanged),
  };
}

/** Lines of the log, oldest first. */
export async function auditLines(
  db: Transaction<Schema>,
  { subject, from, to }: Parameters<AuditLog['list']>[0],
): Promise<AuditEntry[]> {
  let query = db.selectFrom('audit_line').selectAll().orderBy('seq');
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<=', to);
  return (await query.execute()).map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditEntry['detail'] }));
}

async function firstChanged(db: Transaction<Schema>): Promise<number | null> {
  let last = { seq: 0, hash: '' };
  for (let page = await firstPage(db).execute(); page.length > 0; ) {
    for (const row of page) {
      if (row.seq !== last.seq + 1 || row.hash !== lineHash(row, last.hash)) return last.seq + 1;
      last = row;
    }
    page = await firstPage(db).where('seq', '>', last.seq).execute();
  }
  const end = await db.selectFrom('audit_end').select(['seq', 'hash']).executeTakeFirst();
  const { seq, hash } = end ?? { seq: 0, hash: '' };
  return seq === last.seq && hash === last.hash ? null : last.seq + 1;
}

function firstPage(db: Transaction<Schema>) {
  return db.selectFrom('audit_line').selectAll().orderBy('seq').limit(1000);
}
