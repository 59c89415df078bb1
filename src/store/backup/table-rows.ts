import { type Kysely, sql, type Transaction } from 'kysely';
import { type Schema, tables } from '../schema.ts';
import type { BackupRow, RowCounts } from './backup-file.ts';

type Table = (typeof tables)[number];
/** The tables without their types: whatever columns they have is copied. */
type AnyTables = Record<string, Record<string, unknown>>;

/** Source files are large: few at a time. */
const pageSizes: Readonly<Record<Table['name'], number>> = {
  source_document: 10,
  reading: 500,
  plan_version: 10,
  return_revision: 500,
  figure: 500,
  return_withdrawal: 500,
  decision: 500,
  decision_revocation: 500,
  snapshot: 50,
  snapshot_file: 500,
  run: 500,
  task: 500,
  pause: 500,
  edition: 500,
  document: 10,
  mail: 500,
  mail_message: 100,
  audit_line: 500,
  audit_end: 1,
};

/** Every row of every table, referred-to ones first, each table by its key, a page at a time. */
export async function* allRows(db: Transaction<Schema>): AsyncGenerator<readonly [Table['name'], BackupRow]> {
  for (const table of tables)
    for await (const page of pagesOf(db, table)) for (const row of page) yield [table.name, row];
}

export async function* pagesOf(db: Transaction<Schema>, { name, key }: Table): AsyncGenerator<BackupRow[]> {
  const columns = key.map((column) => sql.ref(column));
  let last: BackupRow | undefined;
  do {
    let query = (db as unknown as Kysely<AnyTables>).selectFrom(name).selectAll().limit(pageSizes[name]);
    for (const column of key) query = query.orderBy(column);
    const after = last;
    if (after)
      query = query.where(sql<boolean>`(${sql.join(columns)}) > (${sql.join(key.map((column) => after[column]))})`);
    const page = (await query.execute()) as BackupRow[];
    if (page.length > 0) yield page;
    last = page.at(-1);
  } while (last !== undefined);
}

export async function insertRows(db: Transaction<Schema>, table: string, rows: readonly BackupRow[]): Promise<void> {
  await (db as unknown as Kysely<AnyTables>)
    .insertInto(table)
    .values([...rows])
    .execute();
}

export async function deleteAll(db: Transaction<Schema>): Promise<void> {
  for (const { name } of tables.toReversed()) await (db as unknown as Kysely<AnyTables>).deleteFrom(name).execute();
}

export async function countRows(db: Transaction<Schema>): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { count } = await db
      .selectFrom(name)
      .select((e) => e.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    counts[name] = Number(count);
  }
  return counts;
}
