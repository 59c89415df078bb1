import { access, constants, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { kindOf } from '../disk/files.ts';
import { StoreError } from '../model/errors/store-error.ts';
import { type Database, databaseOf } from './database.ts';
import { asStoreError, storeError } from './failures.ts';
import type { Schema } from './schema.ts';
import { NodeSqliteDialect, openDatabaseFile } from './sqlite-dialect.ts';

/** A database in one file of the local disk; made, with its folder, where `create` allows. StoreError. */
export async function connectSqlite(path: string, create: boolean): Promise<Database> {
  if (!create && (await kindOf(path)) === null) throw storeError('missing', path);
  try {
    if (create) await mkdir(dirname(path), { recursive: true });
    const file = openDatabaseFile(path);
    const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(file) });
    // The driver is started here so that closing it closes the file even where nothing was asked of it.
    await sql`select 1`.execute(db);
    return databaseOf({ kind: 'sqlite', where: path, db, lock: async () => {}, faults: sqliteFaults });
  } catch (error) {
    const found =
      error instanceof Error && 'syscall' in error ? storeError('no-access', path, error) : asStoreError(error, path);
    if (!(found instanceof StoreError && found.fault === 'no-access') || (await isWritable(dirname(path)))) throw found;
    throw storeError('read-only', path, error);
  }
}

async function sqliteFaults(db: Transaction<Schema>): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const strays = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...strays.rows.map(({ table, parent }) => `${table} → ${parent}`),
  ];
}

/** Whether files can be made in a folder, or the folder itself where it is not there. SQLite tells only that it cannot. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing && dirname(folder) !== folder && (await isWritable(dirname(folder)));
  }
}
