import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { type PostgresServer, serverIn, startPostgres } from './postgres.ts';
import { postgresIn } from './run-folder.ts';

/**
 * The one server of all tests that do not stop it: starting one takes as long as most of their files. Whoever needs it first starts
 * it, in the folder that `run-folder.ts` made.
 */
export async function sharedPostgres(): Promise<PostgresServer> {
  const folder = postgresIn(inject('runFolder'));
  mkdirSync(folder, { recursive: true });
  const [starting, ready] = [join(folder, 'starting'), join(folder, 'ready')];
  while (!existsSync(ready)) {
    if (!wins(starting)) {
      await pause(50);
      continue;
    }
    try {
      startPostgres(folder);
      writeFileSync(ready, '');
    } catch (error) {
      // The next one tries, and has the reason told.
      rmdirSync(starting);
      throw error;
    }
  }
  return serverIn(folder);
}

/** Whether this worker may start it: of several that make a folder, one makes it. */
function wins(starting: string): boolean {
  try {
    mkdirSync(starting);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
