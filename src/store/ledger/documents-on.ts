import type { Transaction } from 'kysely';
import { sha256 } from '../../model/sha256.ts';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import type { Documents, KeptFile } from './documents.ts';

export function documentsOn({ read, write }: Database): Documents {
  return {
    async keep(files, now) {
      refuseOtherBytes(files);
      await write((db) => keepDocuments(db, files, now));
    },
    bytes: (digest) =>
      read(async (db) => {
        const row = await db.selectFrom('document').select('bytes').where('sha256', '=', digest).executeTakeFirst();
        return row === undefined ? null : new Uint8Array(row.bytes);
      }),
  };
}

/** Throws where bytes are not what they are said to be: a mail would carry another file than the one that was checked. */
export function refuseOtherBytes(files: readonly KeptFile[]): void {
  const other = files.find((file) => sha256(file.bytes) !== file.sha256);
  if (other) throw new Error(`these bytes do not have the SHA-256 ${other.sha256}`);
}

export async function keepDocuments(db: Transaction<Schema>, files: readonly KeptFile[], now: string): Promise<void> {
  for (const { sha256, bytes } of files)
    await db
      .insertInto('document')
      .values({ sha256, size: bytes.length, bytes, kept_at: now })
      .onConflict((c) => c.column('sha256').doNothing())
      .execute();
}
