import { join } from 'node:path';
import { kindOf, listFiles, readBytes } from '../disk/files.ts';
import { FileError } from '../model/errors/file-error.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { thaw } from '../snapshot/snapshot-file.ts';
import { manifestName, snapshotFolder } from './manifest.ts';

/**
 * Refuses a folder that has no readable manifest but a snapshot of a 更正版: made anew, the manifest would know of no edition that
 * was issued. FileError.
 */
export async function refuseLostEditions(out: string): Promise<void> {
  const below = join(out, snapshotFolder);
  if ((await kindOf(below)) !== 'folder') return;
  for (const name of await listFiles(below)) if ((await editionIn(join(below, name), name)) > 0) throw lost(out);
}

/** The edition of a snapshot's file; 0 where it cannot be told. */
async function editionIn(path: string, name: string): Promise<number> {
  try {
    return thaw(await readBytes(path), name.replace(/\.json\.gz$/, '')).snapshot.edition.number;
  } catch (error) {
    if (error instanceof SnapshotError) return 0;
    throw error;
  }
}

function lost(out: string): FileError {
  return new FileError({
    'zh-CN': `${out} 中有已生成的更正版，但 ${manifestName} 不在了或已损坏，没有写出任何文件；请从备份恢复它，或用 --out 另存到别的文件夹`,
    en: `${out} holds a correction, but its ${manifestName} is gone or damaged; nothing was written. Restore it from a backup, or name another folder with --out`,
  });
}
