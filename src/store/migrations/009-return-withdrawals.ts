import type { Migration } from './migration.ts';

/** 撤回: one row for each return that is not to count any more. */
export const returnWithdrawals: Migration = {
  version: 9,
  name: 'return-withdrawals',
  async up({ db, types: { text } }) {
    await db.schema
      .createTable('return_withdrawal')
      .addColumn('return_id', text, (c) => c.primaryKey().references('return_revision.id'))
      .addColumn('withdrawn_by', text, (c) => c.notNull())
      .addColumn('because', text, (c) => c.notNull())
      .addColumn('withdrawn', text, (c) => c.notNull())
      .addColumn('recorded_at', text, (c) => c.notNull())
      .execute();
  },
};
