import type { Migration } from './migration.ts';

/** Source files, what was found when they were read, and the versions of each year's plan. */
export const plans: Migration = {
  version: 1,
  name: 'plans',
  async up({ db, types: { text, bytes } }) {
    await db.schema
      .createTable('source_document')
      .addColumn('sha256', text, (c) => c.primaryKey())
      .addColumn('size', 'integer', (c) => c.notNull())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addColumn('imported_at', text, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('reading')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('document_sha256', text, (c) => c.notNull().references('source_document.sha256'))
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('read_at', text, (c) => c.notNull())
      .addColumn('diagnostics', text, (c) => c.notNull())
      .execute();
    await db.schema.createIndex('reading_document').on('reading').column('document_sha256').execute();
    await db.schema
      .createTable('plan_version')
      .addColumn('year', 'integer', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('effective_month', text, (c) => c.notNull())
      .addColumn('document_number', text, (c) => c.notNull())
      .addColumn('plan', text, (c) => c.notNull())
      .addColumn('plan_sha256', text, (c) => c.notNull())
      .addColumn('reading_id', text, (c) => c.notNull().references('reading.id'))
      .addPrimaryKeyConstraint('plan_version_key', ['year', 'version'])
      .execute();
  },
};
