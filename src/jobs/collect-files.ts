import { basename, join } from 'node:path';
import { kindOf, listTree, readBytes } from '../disk/files.ts';
import { isLeftBehind, unpackArchive } from '../intake/unpack-archive.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { SourceFile } from '../model/source-file.ts';
import { sourceFile } from '../sources/data-folder.ts';

/** A file that came in, or an archive that could not be opened. */
export type CollectedFile = SourceFile | { readonly name: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * The files at some paths one after another: files, folders with all that is in them, zips unpacked. A file in a folder is named
 * from there. UsageError where a path leads nowhere, FileError where a file cannot be read.
 */
export async function* collectFiles(paths: readonly string[]): AsyncGenerator<CollectedFile> {
  for (const path of paths)
    for (const { from, name } of await filesAt(path)) {
      const { files, diagnostics } = unpackArchive({ name, bytes: await readBytes(from) });
      for (const { name: inside, bytes } of files) yield sourceFile(inside, bytes);
      if (diagnostics.length > 0) yield { name, diagnostics };
    }
}

async function filesAt(path: string): Promise<{ from: string; name: string }[]> {
  const kind = await kindOf(path);
  if (kind === 'file') return [{ from: path, name: basename(path) }];
  if (kind === null)
    throw new UsageError({ 'zh-CN': `没有文件或文件夹 ${path}`, en: `there is no file or folder ${path}` });
  const names = (await listTree(path)).filter((name) => !isLeftBehind(name));
  return names.map((name) => ({ from: join(path, name), name }));
}
