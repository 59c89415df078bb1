import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cannotWrite, clearAway, type NewFile, syncFolder, writeSynced } from './files.ts';

/** Folders that are moved or replaced as a whole. */

/**
 * Puts a folder with these files and nothing else in the place of the one that is there, as a whole, whoever else does so. FileError
 * leaves the one that was there, or, after a fault between two renames, none.
 */
export async function replaceFolder(folder: string, files: readonly NewFile[]): Promise<void> {
  const staging = join(dirname(folder), `.jianbao-${randomUUID()}`);
  const former = `${staging}-former`;
  try {
    for (const { path, bytes } of files) await writeSynced(join(staging, path), bytes);
    // Another program may put its own there between two renames, but not again and again.
    for (let tries = 5; ; tries -= 1) {
      await rename(folder, former).catch(unless('ENOENT'));
      const inPlace = await rename(staging, folder).then(
        () => true,
        tries > 0 ? unless('ENOTEMPTY', 'EEXIST', 'EPERM') : unless(),
      );
      await rm(former, { recursive: true, force: true });
      if (inPlace) break;
    }
    await syncFolder(dirname(folder));
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    await clearAway(staging);
  }
}

/** Passes over these faults; any other goes on. */
function unless(...codes: readonly string[]) {
  return (error: unknown): false => {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return false;
    throw error;
  };
}

/** Moves a folder to where nothing is yet, at once or not at all; both lie on one disk. FileError. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    await syncFolder(dirname(to));
    await syncFolder(dirname(from));
  } catch (error) {
    throw cannotWrite(to, error);
  }
}
