import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Mails with their states, what they say, and the files that they carry. The key of a mail puts it into the outbox once. */
export const outbox: Migration = {
  version: 7,
  name: 'outbox',
  async up({ db, types: { text, bytes } }) {
    await db.schema
      .createTable('document')
      .addColumn('sha256', text, (c) => c.primaryKey())
      .addColumn('size', 'integer', (c) => c.notNull())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addColumn('kept_at', text, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('mail')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('key', text, (c) => c.notNull().unique())
      .addColumn('period', text, (c) => c.notNull())
      .addColumn('edition', 'integer', (c) => c.check(sql`edition >= 0`))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('audience', text, (c) => c.notNull())
      .addColumn('recipient', text, (c) => c.notNull())
      .addColumn('state', text, (c) =>
        c.notNull().check(sql`state in ('pending', 'sending', 'sent', 'retry', 'dead', 'in-doubt')`),
      )
      .addColumn('attempt', 'integer', (c) => c.notNull().check(sql`attempt >= 0`))
      .addColumn('next_at', text)
      .addColumn('owner', text)
      .addColumn('lease_until', text)
      .addColumn('response', text)
      .addColumn('sha256', text)
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('ended_at', text)
      // Whether a mail is due can then be told from `next_at` alone, whose index holds the waiting mails and no others.
      .addCheckConstraint('mail_waits', sql`(state in ('pending', 'retry')) = (next_at is not null)`)
      .addCheckConstraint(
        'mail_owned',
        sql`(state = 'sending') = (owner is not null) and (owner is null) = (lease_until is null)`,
      )
      .addCheckConstraint('mail_ended', sql`(state in ('sent', 'dead')) = (ended_at is not null)`)
      .execute();
    await db.schema
      .createIndex('mail_due')
      .on('mail')
      .columns(['next_at', 'id'])
      .where(sql.ref('next_at'), 'is not', null)
      .execute();
    await db.schema
      .createIndex('mail_lease')
      .on('mail')
      .column('lease_until')
      .where(sql.ref('lease_until'), 'is not', null)
      .execute();
    await db.schema.createIndex('mail_month').on('mail').columns(['period', 'kind']).execute();
    await db.schema.createIndex('mail_state').on('mail').column('state').execute();
    await db.schema
      .createTable('mail_message')
      .addColumn('mail_id', 'integer', (c) => c.primaryKey().references('mail.id'))
      .addColumn('message', text, (c) => c.notNull())
      .execute();
  },
};
