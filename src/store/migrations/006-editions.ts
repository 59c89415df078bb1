import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** 审签: the editions of the months on their way from draft to delivered, with who signed. */
export const editions: Migration = {
  version: 6,
  name: 'editions',
  async up({ db, types: { text } }) {
    await db.schema
      .createTable('edition')
      .addColumn('period', text, (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull().check(sql`number >= 0`))
      .addColumn('state', text, (c) =>
        c.notNull().check(sql`state in ('draft', 'checked', 'signed', 'published', 'delivered')`),
      )
      .addColumn('draft_snapshot', text, (c) => c.notNull())
      .addColumn('drafted_at', text, (c) => c.notNull())
      .addColumn('checked_at', text)
      .addColumn('signed_by', text)
      .addColumn('signed_at', text)
      .addColumn('signed_automatic', 'integer', (c) => c.check(sql`signed_automatic in (0, 1)`))
      .addColumn('published_snapshot', text)
      .addColumn('published_at', text)
      .addColumn('delivered_at', text)
      .addPrimaryKeyConstraint('edition_key', ['period', 'number'])
      .addCheckConstraint('edition_checked', sql`(state = 'draft') = (checked_at is null)`)
      .addCheckConstraint(
        'edition_signed',
        sql`(state in ('draft', 'checked')) = (signed_at is null) and (signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_automatic is null)`,
      )
      .addCheckConstraint(
        'edition_published',
        sql`(state in ('published', 'delivered')) = (published_at is not null) and (published_at is null) = (published_snapshot is null)`,
      )
      .addCheckConstraint('edition_delivered', sql`(state = 'delivered') = (delivered_at is not null)`)
      .execute();
  },
};
