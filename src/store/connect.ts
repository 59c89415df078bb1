import type { Database } from './database.ts';
import { connectPostgres } from './postgres-database.ts';
import { isPostgresUrl } from './postgres-url.ts';
import { connectSqlite } from './sqlite-database.ts';

/** A PostgreSQL database by its URL, or a SQLite file by its path, made where `create` allows. StoreError. */
export async function connect(url: string, create: boolean): Promise<Database> {
  return isPostgresUrl(url) ? connectPostgres(url) : connectSqlite(url, create);
}
