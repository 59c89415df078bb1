import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Transaction } from 'kysely';
import { kindOf, publishFile } from '../../disk/files.ts';
import { StoreError } from '../../model/errors/store-error.ts';
import { storeError } from '../failures.ts';
import { schemaVersion } from '../migrations/index.ts';
import { openDatabase } from '../open-store.ts';
import type { Schema } from '../schema.ts';
import { backupLines, type RowCounts, readBackup, sameCounts } from './backup-file.ts';
import { allRows, countRows } from './table-rows.ts';

export interface BackupOptions {
  /** ISO UTC time. */
  readonly now: string;
  /** Whether a file that is there already may be replaced. */
  readonly force: boolean;
}

/**
 * Backs a store up into one file and reads it back before it gets its name. Others may go on writing: the backup holds
 * one state. Returns how many rows of each table it holds. StoreError, FileError.
 */
export async function backupStore(url: string, file: string, { now, force }: BackupOptions): Promise<RowCounts> {
  if (!force && (await kindOf(file)) !== null)
    throw new StoreError('file-exists', {
      'zh-CN': `${file} 已经存在，没有覆盖；请换一个文件名，或加上 --force`,
      en: `${file} is there already and was not replaced; choose another name, or add --force`,
    });
  const database = await openDatabase(url, { now, create: false });
  try {
    await database.check();
    return await database.read((db) => writeBackup(db, file, now));
  } finally {
    await database.close();
  }
}

/** The same for what one transaction sees. */
export async function writeBackup(db: Transaction<Schema>, file: string, now: string): Promise<RowCounts> {
  const counts = await countRows(db);
  const lines = backupLines({ format: 'jianbao-backup', layout: 1, schema: schemaVersion, taken: now }, allRows(db));
  await pipeline(inBlocks(lines), createGzip(), (pieces: AsyncIterable<Uint8Array>) =>
    publishFile(file, pieces, async (staged) => {
      const found = await readBackup(staged, { header: async () => {}, row: async () => {} }).catch((error) => {
        throw storeError('disk', file, error);
      });
      if (!sameCounts(found, counts)) throw storeError('disk', file, new Error('row counts'));
    }),
  );
  return counts;
}

/** Lines joined to blocks of about 64 KB: compressing each alone would take many times as long. */
async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = '';
  for await (const line of lines) {
    block += line;
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  yield block;
}
