import { mkdir, open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cannotWrite } from './files.ts';

/** A lock that is older was left behind by a program that was killed. */
const oldestLock = 30_000;

/** Does work on a file while no other program of ours does so; waits for them in turn. FileError where that takes too long. */
export async function exclusively<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  await mkdir(dirname(path), { recursive: true });
  const giveUp = Date.now() + 2 * oldestLock;
  while (true) {
    try {
      await (await open(lock, 'wx')).close();
      break;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!taken || Date.now() > giveUp) throw cannotWrite(path, error);
      const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > oldestLock) await rm(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
