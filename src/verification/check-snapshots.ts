import { join } from 'node:path';
import { kindOf, readBytes } from '../disk/files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hashOf } from '../snapshot/snapshot-file.ts';
import { type Archive, placeOf } from './archive.ts';
import { snapshotChanged, snapshotMissing } from './problems.ts';

/** The snapshots that an archive must have and hold unchanged: without them nothing can be rendered again. */
export async function checkSnapshots({ root, manifest }: Archive): Promise<Diagnostic[]> {
  const checked = manifest.snapshots.map(async ({ hash, file }) => {
    const path = join(root, file.path);
    if ((await kindOf(path)) !== 'file') return [snapshotMissing({}, placeOf(path))];
    return hashOf(await readBytes(path)) === hash ? [] : [snapshotChanged({}, placeOf(path))];
  });
  return (await Promise.all(checked)).flat();
}
