import type { Kysely, Transaction } from 'kysely';
import { asStoreError, storeError } from './failures.ts';
import type { Schema } from './schema.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

/** A database of either kind. Everything that is read or written goes through one of two doors. */
export interface Database {
  readonly kind: DatabaseKind;
  /** As messages name it; without user and password. */
  readonly where: string;
  /** One state of the database, whatever others write meanwhile. */
  read<T>(work: (db: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** All or nothing, one writer at a time. `work` does nothing but talk to the database. */
  write<T>(work: (db: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** StoreError `broken` where the file contradicts itself. A PostgreSQL server looks after its files alone. */
  check(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly kind: DatabaseKind;
  readonly where: string;
  readonly db: Kysely<Schema>;
  /** Waits until this transaction is the only one that writes. */
  readonly lock: (db: Transaction<Schema>) => Promise<void>;
  /** What contradicts itself in the database; empty where nothing does. */
  readonly faults: (db: Transaction<Schema>) => Promise<readonly string[]>;
}

/** Puts the doors before a connection; what the driver throws becomes a StoreError. */
export function databaseOf({ kind, where, db, lock, faults }: Parts): Database {
  const named = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error, where);
    }
  };
  const read: Database['read'] = (work) =>
    named(() => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work));
  return {
    kind,
    where,
    read,
    write: (work) =>
      named(() =>
        db.transaction().execute(async (transaction) => {
          await lock(transaction);
          return work(transaction);
        }),
      ),
    async check() {
      const found = await read(faults);
      if (found.length > 0) throw storeError('broken', where, new Error(found.slice(0, 3).join('; ')));
    },
    close: () => named(() => db.destroy()),
  };
}
