import { type Kysely, sql, type Transaction } from 'kysely';
import { StoreError } from '../model/errors/store-error.ts';
import type { Database, DatabaseKind } from './database.ts';
import { migrations, schemaVersion } from './migrations/index.ts';
import { columnTypes } from './migrations/migration.ts';
import type { Schema } from './schema.ts';

/**
 * Brings a database to a version of the schema, by default that of today. All steps are one transaction of the one
 * writer, so that several programs may start at once; where there is nothing to do, nobody waits and nothing is written.
 * `now` is an ISO UTC time. StoreError where the database is newer.
 */
export async function migrate(database: Database, now: string, to = schemaVersion): Promise<void> {
  const { kind, where } = database;
  const found = await database.read(async (db) => ((await isManaged(db, kind)) ? versionOf(db) : 0));
  refuseNewer(found, where);
  if (found >= to) return;
  await database.write(async (db) => {
    const types = columnTypes[kind];
    await db.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (c) => c.primaryKey())
      .addColumn('name', types.text, (c) => c.notNull())
      .addColumn('applied_at', types.text, (c) => c.notNull())
      .execute();
    const version = await versionOf(db);
    refuseNewer(version, where);
    for (const step of migrations.filter((one) => one.version > version && one.version <= to)) {
      await step.up({ db: db as unknown as Kysely<unknown>, kind, types });
      await db
        .insertInto('schema_version')
        .values({ version: step.version, name: step.name, applied_at: now })
        .execute();
    }
  });
}

/** The database with a watch on its schema: a program that was overtaken by a newer one must not write any more. */
export function watched(database: Database): Database {
  return {
    ...database,
    write: (work) =>
      database.write(async (db) => {
        refuseNewer(await versionOf(db), database.where);
        return work(db);
      }),
  };
}

/** Whether any program of ours was here before. */
async function isManaged(db: Transaction<Schema>, kind: DatabaseKind): Promise<boolean> {
  const table =
    kind === 'sqlite'
      ? sql`select 1 from sqlite_master where name = 'schema_version'`
      : sql`select 1 where to_regclass('schema_version') is not null`;
  return (await table.execute(db)).rows.length > 0;
}

async function versionOf(db: Transaction<Schema>): Promise<number> {
  const { version } = await db
    .selectFrom('schema_version')
    .select(sql<number | null>`max(version)`.as('version'))
    .executeTakeFirstOrThrow();
  return version ?? 0;
}

function refuseNewer(version: number, where: string): void {
  if (version <= schemaVersion) return;
  throw new StoreError('newer', {
    'zh-CN': `数据库 ${where} 由更新版本的程序建立（结构第${version}版，本程序为第${schemaVersion}版）；请升级本程序`,
    en: `the database ${where} was made by a newer program (schema ${version}, this one knows ${schemaVersion}); upgrade this program`,
  });
}
