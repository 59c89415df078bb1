import { schemaVersion } from './migrations/index.ts';
import { openDatabase } from './open-store.ts';

/**
 * Looks a database over: it opens, does not contradict itself, and can be written. `now` is an ISO UTC time. StoreError says what
 * is wrong and what to do.
 */
export async function examineStore(url: string, now: string): Promise<{ where: string; version: number }> {
  const database = await openDatabase(url, { now, create: false });
  try {
    await database.check();
    // Takes the one writer's place, which a file or server that cannot be written refuses, and leaves everything as it is.
    await database.write(async () => {});
    return { where: database.where, version: schemaVersion };
  } finally {
    await database.close();
  }
}
