import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { kindOf } from '../../disk/files.ts';
import { StoreError } from '../../model/errors/store-error.ts';
import { connect } from '../connect.ts';
import type { Database } from '../database.ts';
import { holdAfterRestore } from '../ledger/after-restore.ts';
import { migrate } from '../migrate.ts';
import { guardAuditLog, unguardAuditLog } from '../migrations/008-audit-log.ts';
import { schemaVersion } from '../migrations/index.ts';
import { openDatabase } from '../open-store.ts';
import { isPostgresUrl } from '../postgres-url.ts';
import { type Schema, tables } from '../schema.ts';
import { type BackupRow, brokenBackup, type RowCounts, readBackup, sameCounts } from './backup-file.ts';
import { countRows, deleteAll, insertRows, pagesOf } from './table-rows.ts';
import { writeBackup } from './write-backup.ts';

type Contents = Transaction<Schema>;

export interface Restored {
  /** What the backup held. */
  readonly counts: RowCounts;
  /** Mails that had not ended when the backup was made: they may have left since, and are held in doubt. */
  readonly doubtful: number;
  /** Where the contents from before are kept; null where there were none. */
  readonly kept: string | null;
}

/**
 * Puts the contents of a backup in place of those of a store, of either kind. The backup is first restored into a
 * database of its own and brought up to date there: what does not hold together never reaches the store. The contents
 * from before stay beside it. What the backup still had to do is held (`holdAfterRestore`). StoreError, FileError; the store is then as it was.
 */
export async function restoreStore(url: string, file: string, now: string): Promise<Restored> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-restore-'));
  const rehearsal = await connect(join(folder, 'rehearsal.db'), true);
  try {
    const taken = await rehearse(rehearsal, file, now);
    return await rehearsal.read((source) => replaceContents(url, source, file, { taken, now }));
  } finally {
    await rehearsal.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Restores into an empty database with the schema that the backup was made with, then migrates it. Returns when it was made. */
async function rehearse(database: Database, file: string, now: string): Promise<string> {
  let taken = '';
  let waiting: { table: string; rows: BackupRow[] } = { table: '', rows: [] };
  const flush = async (next: string) => {
    const { table, rows } = waiting;
    waiting = { table: next, rows: [] };
    try {
      if (rows.length > 0) await database.write((db) => insertRows(db, table, rows));
    } catch (error) {
      // Rows that the schema refuses come from a file that was tampered with.
      throw error instanceof StoreError ? error : brokenBackup(file, error);
    }
  };
  await readBackup(file, {
    async header({ schema, taken: at }) {
      taken = at;
      if (schema > schemaVersion) throw newerBackup(file, schema);
      await migrate(database, now, schema);
    },
    async row(table, row) {
      if (waiting.table !== table || waiting.rows.length >= 200) await flush(table);
      waiting.rows.push(row);
    },
  });
  await flush('');
  await migrate(database, now);
  await database.check();
  return taken;
}

interface Times {
  /** When the backup was made. */
  readonly taken: string;
  readonly now: string;
}

/** Works on the store, or, where it is a damaged file, moves that aside and works on a new one. */
async function replaceContents(url: string, source: Contents, file: string, times: Times): Promise<Restored> {
  const { now } = times;
  const stamp = now.replaceAll(/[-:.]/g, '');
  try {
    const kept = `${isPostgresUrl(url) ? file : url}.before-restore-${stamp}.gz`;
    return await replaceIn(url, source, { ...times, kept });
  } catch (error) {
    if (isPostgresUrl(url) || !(error instanceof StoreError && error.fault === 'broken')) throw error;
    const kept = `${url}.broken-${stamp}`;
    for (const part of ['', '-wal', '-shm'])
      if ((await kindOf(url + part)) === 'file') await rename(url + part, kept + part);
    return { ...(await replaceIn(url, source, { ...times, kept })), kept };
  }
}

/**
 * One transaction: other programs see the contents from before or the restored ones, and whatever they stored until then
 * is in the file that keeps it. For that alone the transaction waits for the disk.
 */
async function replaceIn(
  url: string,
  source: Contents,
  { taken, now, kept }: Times & { readonly kept: string },
): Promise<Restored> {
  const database = await openDatabase(url, { now });
  try {
    await database.check();
    return await database.write(async (db) => {
      const empty = sameCounts(await countRows(db), {});
      if (!empty) await writeBackup(db, kept, now);
      await unguardAuditLog(db, database.kind);
      await deleteAll(db);
      await guardAuditLog(db, database.kind);
      for (const table of tables)
        for await (const page of pagesOf(source, table)) await insertRows(db, table.name, page);
      const counts = await countRows(db);
      const doubtful = await holdAfterRestore(db, { taken, now });
      return { counts, doubtful, kept: empty ? null : kept };
    });
  } finally {
    await database.close();
  }
}

function newerBackup(file: string, schema: number): StoreError {
  return new StoreError('backup-newer', {
    'zh-CN': `备份 ${file} 由更新版本的程序制作（结构第${schema}版，本程序为第${schemaVersion}版）；数据库没有改动，请升级本程序`,
    en: `the backup ${file} was made by a newer program (schema ${schema}, this one knows ${schemaVersion}); the database was not touched, upgrade this program`,
  });
}
