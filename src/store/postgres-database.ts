import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool } from 'pg';
import { type Database, databaseOf } from './database.ts';
import { storeError } from './failures.ts';
import type { Schema } from './schema.ts';

/** Any number that the program's writers agree on: `jianbao` as bytes. */
const writersLock = 0x6a69616e62616fn;

/** A writer waits a minute for its turn; one that went away in mid-transaction frees the others in the end. */
const settings = ["lock_timeout = '1min'", "idle_in_transaction_session_timeout = '10min'", 'synchronous_commit = on'];

/** A database on a PostgreSQL server, by its `postgresql://` URL. StoreError. */
export async function connectPostgres(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is reported by the statement that meets it; without a listener it would end the program.
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      async onCreateConnection(connection) {
        for (const setting of settings) await connection.executeQuery(sql.raw(`set ${setting}`).compile(db));
      },
    }),
  });
  const where = url.replace(/^(postgres(?:ql)?:\/\/)(?:.*@)?([^?]*).*$/s, '$1$2');
  const database = databaseOf({
    kind: 'postgres',
    where,
    db,
    async lock(transaction) {
      await sql`select pg_advisory_xact_lock(${writersLock.toString()}::bigint)`.execute(transaction);
    },
    faults: async () => [],
  });
  try {
    await database.read(async (transaction) => refuseOtherEncodings(await encodingOf(transaction), where));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function encodingOf(db: Transaction<Schema>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_setting('server_encoding') as name`.execute(db);
  return rows[0]?.name ?? '';
}

function refuseOtherEncodings(encoding: string, where: string): void {
  if (encoding !== 'UTF8') throw storeError('no-access', where, new Error(`server_encoding ${encoding}, UTF8 needed`));
}
