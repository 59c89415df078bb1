import { type QueryExecutorProvider, sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The audit log, whose lines the database itself refuses to change or delete. */
export const auditLog: Migration = {
  version: 8,
  name: 'audit-log',
  async up({ db, kind, types: { text } }) {
    await db.schema
      .createTable('audit_line')
      .addColumn('seq', 'integer', (c) => c.primaryKey())
      .addColumn('at', text, (c) => c.notNull())
      .addColumn('by', text)
      .addColumn('action', text, (c) => c.notNull())
      .addColumn('subject', text, (c) => c.notNull())
      .addColumn('detail', text, (c) => c.notNull())
      .addColumn('hash', text, (c) => c.notNull())
      .execute();
    await db.schema.createIndex('audit_subject').on('audit_line').columns(['subject', 'seq']).execute();
    await db.schema
      .createTable('audit_end')
      .addColumn('one', 'integer', (c) => c.primaryKey().check(sql`one = 1`))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('hash', text, (c) => c.notNull())
      .execute();
    if (kind === 'postgres') await sql.raw(refusal).execute(db);
    await guardAuditLog(db, kind);
  },
};

type Kind = 'sqlite' | 'postgres';

const refusal = `create function audit_line_refused() returns trigger language plpgsql as
  $$ begin raise exception 'audit lines are never changed'; end $$`;

const guards: Readonly<Record<Kind, readonly string[]>> = {
  sqlite: ['update', 'delete'].map(
    (change) =>
      `create trigger audit_line_${change} before ${change} on audit_line
         begin select raise(abort, 'audit lines are never changed'); end`,
  ),
  postgres: [
    `create trigger audit_line_change before update or delete on audit_line
       for each row execute function audit_line_refused()`,
    `create trigger audit_line_truncate before truncate on audit_line
       for each statement execute function audit_line_refused()`,
  ],
};

const unguards: Readonly<Record<Kind, readonly string[]>> = {
  sqlite: ['drop trigger audit_line_update', 'drop trigger audit_line_delete'],
  postgres: ['drop trigger audit_line_change on audit_line', 'drop trigger audit_line_truncate on audit_line'],
};

export async function guardAuditLog(db: QueryExecutorProvider, kind: Kind): Promise<void> {
  for (const statement of guards[kind]) await sql.raw(statement).execute(db);
}

/** For the transaction that puts a backup in place of everything, which guards it again before it ends. */
export async function unguardAuditLog(db: QueryExecutorProvider, kind: Kind): Promise<void> {
  for (const statement of unguards[kind]) await sql.raw(statement).execute(db);
}
