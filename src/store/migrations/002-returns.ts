import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Returns with their revisions, and their figures. The unique keys carry the promise that nothing is stored twice. */
export const returns: Migration = {
  version: 2,
  name: 'returns',
  async up({ db, types: { text } }) {
    await db.schema
      .createTable('return_revision')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('period', text, (c) => c.notNull())
      .addColumn('reporter', text, (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
      .addColumn('declared', 'integer', (c) => c.notNull().check(sql`declared >= 0`))
      .addColumn('cutoff', text, (c) => c.notNull())
      .addColumn('sample', 'integer', (c) => c.notNull().check(sql`sample in (0, 1)`))
      .addColumn('received_at', text, (c) => c.notNull())
      .addColumn('form_version', text)
      .addColumn('form_plan_sha256', text)
      .addColumn('reading_id', text, (c) => c.notNull().references('reading.id'))
      .addColumn('document_sha256', text, (c) => c.notNull().references('source_document.sha256'))
      .addColumn('content_sha256', text, (c) => c.notNull())
      .addColumn('source', text, (c) => c.notNull())
      .addColumn('place_part', text)
      .addColumn('place_row', 'integer')
      .addColumn('place_column', 'integer')
      .addUniqueConstraint('return_revision_number', ['period', 'reporter', 'revision'])
      .addUniqueConstraint('return_revision_once', [
        'period',
        'reporter',
        'document_sha256',
        'declared',
        'content_sha256',
      ])
      .execute();
    await db.schema
      .createTable('figure')
      .addColumn('return_id', text, (c) => c.notNull().references('return_revision.id'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('target', text, (c) => c.notNull())
      .addColumn('column_name', text)
      .addColumn('value', text)
      .addColumn('unit', text)
      .addColumn('mark', text)
      .addColumn('remark', text, (c) => c.notNull())
      .addColumn('fall_reason', text)
      .addColumn('problems', text)
      .addColumn('next_steps', text)
      .addColumn('source', text, (c) => c.notNull())
      .addColumn('place_part', text)
      .addColumn('place_row', 'integer')
      .addColumn('place_column', 'integer')
      .addPrimaryKeyConstraint('figure_key', ['return_id', 'position'])
      // Either a figure with its unit, which may be empty, or a mark, which may be the empty one of a blank cell.
      .addCheckConstraint('figure_or_mark', sql`(value is null) = (unit is null) and (value is null) <> (mark is null)`)
      .execute();
  },
};
