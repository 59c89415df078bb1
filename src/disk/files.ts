import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError } from '../model/errors/file-error.ts';

/** All disk access of the program. Paths are as the operator gave them. */

export interface NewFile {
  /** Below the target folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** FileError when the file is not there or cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** The bytes of a file piece by piece. FileError as `readBytes`. */
export async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Uint8Array;
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** The text of a file that may be absent; null where it is. */
export async function readTextIfThere(path: string): Promise<string | null> {
  return (await kindOf(path)) === 'file' ? new TextDecoder().decode(await readBytes(path)) : null;
}

/** The extension of a path in lower case, without the dot. */
export function formatOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

export async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** Whether others than its owner may read a file; never on Windows, which has no such bits, and never where there is none. */
export async function isExposed(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const found = await stat(path).catch(() => null);
  return found !== null && (found.mode & 0o044) !== 0;
}

/** Names of the plain files in a folder, sorted; files that programs and systems leave behind (`~$…`, `.…`, `Thumbs.db`) are not counted. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !/^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(entry.name))
      .map(({ name }) => name);
    return names.sort();
  } catch (error) {
    throw cannotList(folder, error);
  }
}

/** Names of the folders in a folder, sorted; none where there is no such folder. */
export async function listFolders(folder: string): Promise<string[]> {
  if ((await kindOf(folder)) !== 'folder') return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  return names.sort();
}

/** Paths of all files below a folder, with forward slashes, sorted; what programs leave behind is not counted. */
export async function listTree(folder: string): Promise<string[]> {
  const own = await listFiles(folder);
  const below = await Promise.all(
    (await listFolders(folder)).map(async (name) =>
      (await listTree(join(folder, name))).map((path) => `${name}/${path}`),
    ),
  );
  return [...own, ...below.flat()];
}

/**
 * Writes files into a folder so that each appears whole or not at all: all are written and synced in a folder beside
 * it first, then renamed into place one by one, in the given order. FileError leaves nothing half-written.
 */
export async function publish(folder: string, files: readonly NewFile[]): Promise<void> {
  const staging = join(dirname(folder), `.jianbao-${randomUUID()}`);
  try {
    for (const { path, bytes } of files) await writeSynced(join(staging, path), bytes);
    for (const { path } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(join(staging, path), join(folder, path));
    }
    await syncFolder(folder);
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    await clearAway(staging);
  }
}

/** What is left behind is no failure, and must not hide the one before. */
export async function clearAway(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => {});
}

/**
 * Writes one file piece by piece; it appears whole, synced and found good by `check`, or not at all. FileError where the
 * disk fails; what the pieces or the check throw goes to the caller.
 */
export async function publishFile(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  check: (staged: string) => Promise<void>,
): Promise<void> {
  const staged = join(dirname(path), `.jianbao-${randomUUID()}`);
  const disk = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => {
      throw cannotWrite(path, error);
    });
  await disk(mkdir(dirname(path), { recursive: true }));
  const handle = await disk(open(staged, 'wx'));
  try {
    try {
      for await (const piece of pieces) await disk(handle.writeFile(piece));
      await disk(handle.sync());
    } finally {
      await handle.close();
    }
    await check(staged);
    await disk(rename(staged, path));
    await disk(syncFolder(dirname(path)));
  } finally {
    await rm(staged, { force: true });
  }
}

/** Milliseconds after which what was staged for a file is nobody's any more. */
const oldestStaged = 3_600_000;

/** Takes away what programs that were killed had staged in a folder for files of it. */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const path of names.filter((name) => name.startsWith('.jianbao-')).map((name) => join(folder, name))) {
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > oldestStaged) await clearAway(path);
  }
}

/** Writes a file into a folder, which is made if need be, and takes it away again. FileError where that fails. */
export async function tryWriting(folder: string): Promise<void> {
  const path = join(folder, `.jianbao-${randomUUID()}`);
  try {
    await writeSynced(path, new Uint8Array(1));
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    await clearAway(path);
  }
}

/** Writes a file that is not there yet, and its folder; on the disk when it returns. */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes renames durable; Windows has no way to sync a folder and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function cannotRead(path: string, error: unknown): FileError {
  return new FileError(
    {
      'zh-CN': `无法读取文件 ${path}（${reason(error)}），请核对路径和权限`,
      en: `cannot read ${path} (${reason(error)})`,
    },
    { cause: error },
  );
}

function cannotList(folder: string, error: unknown): FileError {
  return new FileError(
    {
      'zh-CN': `无法读取文件夹 ${folder}（${reason(error)}）`,
      en: `cannot read the folder ${folder} (${reason(error)})`,
    },
    { cause: error },
  );
}

/** What a failure to write is told as. */
export function cannotWrite(path: string, error: unknown): FileError {
  return new FileError(
    {
      'zh-CN': `无法写入 ${path}（${reason(error)}），请检查磁盘空间和权限，并关闭正打开这些文件的程序`,
      en: `cannot write to ${path} (${reason(error)})`,
    },
    { cause: error },
  );
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
