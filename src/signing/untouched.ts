import { join } from 'node:path';
import { kindOf, type NewFile, readBytes } from '../disk/files.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { isSealed, manifestName } from '../publishing/manifest.ts';
import { outputDiffers } from '../publishing/problems.ts';
import { readManifest } from '../publishing/publish-edition.ts';

/**
 * SnapshotError where something in the folder of the month is not what it was, or is somebody else's under the same name: it is told, and
 * neither replaced nor mended.
 */
export async function refuseTouched(folder: string, files: readonly NewFile[]): Promise<void> {
  const manifest = await readManifest(folder);
  const touched = manifest === null || isSealed(manifest) ? [] : [manifestName];
  for (const { path, bytes } of files)
    if ((await kindOf(join(folder, path))) !== null && Buffer.compare(await readBytes(join(folder, path)), bytes) !== 0)
      touched.push(path);
  if (touched.length === 0) return;
  throw new SnapshotError(
    'differs',
    {
      'zh-CN': `${folder} 中的文件与审签发布的不同，没有改动它们；请用 jianbao verify ${folder} 查明，把被改动的文件移走，再运行一次即恢复原文件（清单被改动的，请从备份恢复）`,
      en: `files in ${folder} are not those that were signed, and were left alone; see jianbao verify ${folder}, move them away, and run this again to have the original ones (a manifest has to come from a backup)`,
    },
    touched.map((path) => outputDiffers({}, { source: join(folder, path), part: null, row: null, column: null })),
  );
}
