import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The frozen inputs of what was published, and the digests of the files that were rendered from them. */
export const snapshots: Migration = {
  version: 4,
  name: 'snapshots',
  async up({ db, types: { text, bytes } }) {
    await db.schema
      .createTable('snapshot')
      .addColumn('hash', text, (c) => c.primaryKey())
      .addColumn('period', text, (c) => c.notNull())
      .addColumn('edition', 'integer', (c) => c.notNull().check(sql`edition >= 0`))
      .addColumn('program', text, (c) => c.notNull())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addColumn('kept_at', text, (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('snapshot_file')
      .addColumn('snapshot_hash', text, (c) => c.notNull().references('snapshot.hash'))
      .addColumn('path', text, (c) => c.notNull())
      .addColumn('audience', text, (c) => c.notNull())
      .addColumn('sha256', text, (c) => c.notNull())
      .addColumn('size', 'integer', (c) => c.notNull())
      .addColumn('kept_at', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('snapshot_file_key', ['snapshot_hash', 'path'])
      .execute();
  },
};
