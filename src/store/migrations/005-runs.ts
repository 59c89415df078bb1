import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The steps of the months, their tasks, and which steps are paused. The key of a run makes each step happen once a month. */
export const runs: Migration = {
  version: 5,
  name: 'runs',
  async up({ db, types: { text } }) {
    await db.schema
      .createTable('run')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('period', text, (c) => c.notNull())
      .addColumn('step', text, (c) => c.notNull())
      .addColumn('due', text, (c) => c.notNull())
      .addColumn('late', 'integer', (c) => c.notNull().check(sql`late in (0, 1)`))
      .addColumn('ordered_by', text)
      .addColumn('state', text, (c) =>
        c.notNull().check(sql`state in ('running', 'waiting', 'done', 'failed', 'skipped')`),
      )
      .addColumn('attempt', 'integer', (c) => c.notNull().check(sql`attempt >= 0`))
      .addColumn('owner', text)
      .addColumn('lease_until', text)
      .addColumn('planned', 'integer', (c) => c.check(sql`planned >= 0`))
      .addColumn('reason', text)
      .addColumn('started_at', text, (c) => c.notNull())
      .addColumn('ended_at', text)
      .addUniqueConstraint('run_once', ['period', 'step'])
      .addCheckConstraint(
        'run_owned',
        sql`(state = 'running') = (owner is not null) and (owner is null) = (lease_until is null)`,
      )
      .addCheckConstraint('run_ended', sql`(state = 'running') = (ended_at is null)`)
      .execute();
    await db.schema
      .createTable('task')
      .addColumn('run_id', text, (c) => c.notNull().references('run.id'))
      .addColumn('key', text, (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull().check(sql`position >= 0`))
      .addColumn('state', text, (c) => c.notNull().check(sql`state in ('open', 'done', 'failed')`))
      .addColumn('reason', text)
      .addColumn('ended_at', text)
      .addPrimaryKeyConstraint('task_key', ['run_id', 'key'])
      .addCheckConstraint('task_ended', sql`(state = 'open') = (ended_at is null)`)
      .execute();
    await db.schema
      .createTable('pause')
      .addColumn('step', text, (c) => c.primaryKey())
      .addColumn('paused_by', text, (c) => c.notNull())
      .addColumn('because', text, (c) => c.notNull())
      .addColumn('paused_at', text, (c) => c.notNull())
      .execute();
  },
};
