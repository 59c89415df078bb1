import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';

/** How long a statement waits, holding up the thread, for a lock that another process holds for a moment. */
const statementPatience = 5_000;
/** How long a writer waits, without holding up the thread, for its turn. */
const writerPatience = 60_000;

/**
 * Kysely on Node's own SQLite. A transaction that may write takes the write lock when it begins, so that none fails
 * half-way because another wrote first; a read-only one sees one state of the database and holds up nobody.
 */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: bridge(database) });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database);
  }
}

/** Opens the file so that every commit is on the disk before it is acknowledged. Throws what SQLite says. */
export function openDatabaseFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: statementPatience });
  try {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Takes its turn in the queue of writers by asking again, because two connections may live in one thread. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: bridge(database) });
    this.#database = database;
  }

  override async beginTransaction(_: unknown, settings?: TransactionSettings): Promise<void> {
    if (settings?.accessMode === 'read only') {
      this.#database.exec('BEGIN');
      return;
    }
    await whenFree(() => {
      this.#database.exec('PRAGMA busy_timeout = 0');
      try {
        this.#database.exec('BEGIN IMMEDIATE');
      } finally {
        this.#database.exec(`PRAGMA busy_timeout = ${statementPatience}`);
      }
    });
  }

  /** After some failures, a full disk among them, SQLite has rolled back by itself. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }
}

const busyCode = 5;

/** Tries again while the database is locked, until patience is at an end. */
async function whenFree(attempt: () => void): Promise<void> {
  const deadline = performance.now() + writerPatience;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    try {
      attempt();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await pause(wait);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busyCode;
}

/** Node's database in the shape that Kysely's driver expects. */
function bridge(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql): SqliteStatement {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SQLInputValue[])),
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      };
    },
  };
}
