import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** 处理意见 and their revocations, one row each in the order of recording. */
export const decisions: Migration = {
  version: 3,
  name: 'decisions',
  async up({ db, types: { text } }) {
    await db.schema
      .createTable('decision')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull().unique())
      .addColumn('year', 'integer', (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull().check(sql`kind in ('accept', 'correct', 'postpone')`))
      .addColumn('code', text, (c) => c.notNull())
      .addColumn('about', text, (c) => c.notNull())
      .addColumn('data', text, (c) => c.notNull())
      .addColumn('finding', text, (c) => c.notNull())
      .addColumn('figure', text)
      .addColumn('value', text)
      .addColumn('unit', text)
      .addColumn('was_value', text)
      .addColumn('was_unit', text)
      .addColumn('decided_by', text, (c) => c.notNull())
      .addColumn('because', text, (c) => c.notNull())
      .addColumn('decided', text, (c) => c.notNull())
      .addColumn('until', text)
      .addColumn('recorded_at', text, (c) => c.notNull())
      .addCheckConstraint('decision_figure', sql`(kind = 'correct') = (figure is not null and value is not null)`)
      .addCheckConstraint('decision_value', sql`(value is null) = (unit is null)`)
      .addCheckConstraint('decision_was', sql`(was_value is null) = (was_unit is null)`)
      .addCheckConstraint('decision_until', sql`(kind = 'postpone') = (until is not null)`)
      .execute();
    await db.schema
      .createTable('decision_revocation')
      .addColumn('decision_id', text, (c) => c.primaryKey().references('decision.id'))
      .addColumn('revoked_by', text, (c) => c.notNull())
      .addColumn('because', text, (c) => c.notNull())
      .addColumn('revoked', text, (c) => c.notNull())
      .addColumn('recorded_at', text, (c) => c.notNull())
      .execute();
  },
};
