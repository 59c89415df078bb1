import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe } from 'vitest';
import { hasPostgres } from '../../support/postgres.ts';
import { sharedPostgres } from '../../support/shared-postgres.ts';

/** A kind of database that the store runs on. The same tests run on each. */
export interface DatabaseKind {
  readonly kind: 'sqlite' | 'postgres';
  readonly name: string;
  readonly installed: boolean;
  start(): Promise<Databases>;
}

export interface Databases {
  /** Where a database that does not exist yet may come to be. */
  fresh(): Promise<string>;
  stop(): Promise<void>;
}

const sqlite: DatabaseKind = {
  kind: 'sqlite',
  name: 'SQLite',
  installed: true,
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'jianbao-store-'));
    let count = 0;
    return {
      fresh: async () => join(folder, `${++count}`, 'jianbao.db'),
      stop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

const postgres: DatabaseKind = {
  kind: 'postgres',
  name: 'PostgreSQL (skipped where initdb is not installed)',
  installed: hasPostgres,
  async start() {
    const server = await sharedPostgres();
    return { fresh: () => server.newDatabase(), stop: () => server.dropDatabases() };
  },
};

/** The same tests on every kind of database; `fresh` names a new one. */
export function onEachDatabase(title: string, suite: (fresh: () => Promise<string>, kind: DatabaseKind) => void): void {
  for (const kind of [sqlite, postgres])
    describe.skipIf(!kind.installed)(`${title} on ${kind.name}`, () => {
      let databases: Databases;
      beforeAll(async () => {
        databases = await kind.start();
        return () => databases.stop();
      });
      suite(() => databases.fresh(), kind);
    });
}
