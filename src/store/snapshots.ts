import type { Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { refuseUnstorableTexts } from './storable.ts';
import type { SnapshotToSave, StoredSnapshot } from './store.ts';

/** Stores a snapshot and what was rendered from it; what is there already stays as it is. */
export async function saveSnapshot(database: Database, given: SnapshotToSave, now: string): Promise<void> {
  const { hash, period, edition, program, bytes, made } = given;
  refuseUnstorableTexts(made.flatMap(({ path, audience }) => [path, audience]));
  await database.write(async (db) => {
    await db
      .insertInto('snapshot')
      .values({ hash, period, edition, program, bytes, kept_at: now })
      .onConflict((c) => c.column('hash').doNothing())
      .execute();
    for (const { path, audience, sha256, bytes: size } of made)
      await db
        .insertInto('snapshot_file')
        .values({ snapshot_hash: hash, path, audience, sha256, size, kept_at: now })
        .onConflict((c) => c.columns(['snapshot_hash', 'path']).doNothing())
        .execute();
  });
}

/** The hashes that begin with these digits, in order. */
export async function snapshotsLike(db: Transaction<Schema>, prefix: string): Promise<string[]> {
  const rows = await db
    .selectFrom('snapshot')
    .select('hash')
    .where('hash', '>=', prefix)
    // Behind every digit of a hash.
    .where('hash', '<', `${prefix}g`)
    .orderBy('hash')
    .execute();
  return rows.map(({ hash }) => hash);
}

export async function storedSnapshot(db: Transaction<Schema>, hash: string): Promise<StoredSnapshot | null> {
  const row = await db.selectFrom('snapshot').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) return null;
  const files = await db
    .selectFrom('snapshot_file')
    .select(['path', 'audience', 'sha256', 'size'])
    .where('snapshot_hash', '=', hash)
    .orderBy('path')
    .execute();
  const { period, edition, program, bytes, kept_at: keptAt } = row;
  const made = files.map(({ size, ...file }) => ({ ...file, bytes: size }));
  return {
    hash,
    period: period as StoredSnapshot['period'],
    edition,
    program,
    bytes: new Uint8Array(bytes),
    made,
    keptAt,
  };
}
