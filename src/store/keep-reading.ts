import type { Transaction } from 'kysely';
import { sha256 } from '../model/sha256.ts';
import type { Schema } from './schema.ts';
import type { ReadFile } from './store.ts';

/** A file made ready for the store outside of any transaction. */
export interface PreparedFile extends ReadFile {
  readonly sha256: string;
}

export function prepared(file: ReadFile): PreparedFile {
  return { ...file, sha256: sha256(file.bytes) };
}

/** Keeps a file, once, and this reading of it. Returns the reading's id. */
export async function keepReading(db: Transaction<Schema>, file: PreparedFile, now: string): Promise<string> {
  const row = { sha256: file.sha256, size: file.bytes.length, bytes: file.bytes, imported_at: now };
  await db
    .insertInto('source_document')
    .values(row)
    .onConflict((c) => c.column('sha256').doNothing())
    .execute();
  const { count } = await db
    .selectFrom('reading')
    .select((e) => e.fn.countAll().as('count'))
    .where('document_sha256', '=', file.sha256)
    .executeTakeFirstOrThrow();
  const id = `${file.sha256}/${Number(count) + 1}`;
  const diagnostics = JSON.stringify(file.diagnostics);
  await db
    .insertInto('reading')
    .values({ id, document_sha256: file.sha256, name: file.name, read_at: now, diagnostics })
    .execute();
  return id;
}
