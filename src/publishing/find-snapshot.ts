import { dirname, join } from 'node:path';
import { kindOf, listFiles, readBytes } from '../disk/files.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { type Frozen, hashOf, thaw } from '../snapshot/snapshot-file.ts';
import type { SnapshotShelf } from '../sources/month-source.ts';
import { isSealed, type MadeFile, snapshotFolder } from './manifest.ts';
import { readManifest } from './publish-edition.ts';

/** Where snapshots may be. */
export interface SnapshotPlaces {
  /** Output folders of months. */
  readonly folders: readonly string[];
  /** The store's own; null without a store. */
  readonly shelf: SnapshotShelf | null;
}

export interface FoundSnapshot extends Frozen {
  /** What is known to have been rendered from it. */
  readonly made: readonly MadeFile[];
}

const extension = '.json.gz';
const leastDigits = 4;

/**
 * The snapshot with this hash, or with the one hash that begins so, or in this file. A damaged copy is passed over where
 * there is a good one. UsageError where there is none, or more than one; SnapshotError where none is whole.
 */
export async function findSnapshot(asked: string, { folders, shelf }: SnapshotPlaces): Promise<FoundSnapshot> {
  const isFile = (await kindOf(asked)) === 'file';
  // A file lies two levels down in the output folder whose manifest knows it.
  const places = { shelf, folders: isFile ? [...folders, join(dirname(asked), '..', '..')] : folders };
  const files = isFile ? [await fileAsked(asked)] : await filesLike(asked, places);
  const hashes = [...new Set(files.map(({ hash }) => hash))];
  const [hash] = hashes;
  if (hash === undefined) throw notFound(asked);
  if (hashes.length > 1) throw ambiguous(asked, hashes);
  const damaged: SnapshotError[] = [];
  for (const { read } of files) {
    try {
      return { ...thaw(await read(), hash), made: await madeOf(hash, places) };
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
      damaged.push(error);
    }
  }
  throw damaged[0];
}

interface SnapshotFile {
  readonly hash: string;
  read(): Promise<Uint8Array>;
}

/** A file is known by its name, so that a changed one is not taken for another snapshot; under another name by what it says. */
async function fileAsked(path: string): Promise<SnapshotFile> {
  const bytes = await readBytes(path);
  const named = /([0-9a-f]{64})\.json\.gz$/.exec(path)?.[1];
  const hash = named ?? hashOf(bytes);
  if (hash === null) throw noHash(path);
  return { hash, read: async () => bytes };
}

async function filesLike(asked: string, { folders, shelf }: SnapshotPlaces): Promise<SnapshotFile[]> {
  const prefix = asked.replaceAll(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]+$/.test(prefix) || prefix.length < leastDigits || prefix.length > 64) throw noHash(asked);
  const found: SnapshotFile[] = [];
  for (const folder of folders) {
    const below = join(folder, snapshotFolder);
    if ((await kindOf(below)) !== 'folder') continue;
    for (const name of await listFiles(below))
      if (name.endsWith(extension) && name.startsWith(prefix))
        found.push({ hash: name.slice(0, -extension.length), read: () => readBytes(join(below, name)) });
  }
  for (const hash of (await shelf?.like(prefix)) ?? [])
    found.push({ hash, read: async () => (await shelf?.open(hash))?.bytes ?? new Uint8Array() });
  return found;
}

/** What sealed manifests and the store say was rendered from it. */
async function madeOf(hash: string, { folders, shelf }: SnapshotPlaces): Promise<MadeFile[]> {
  const made = new Map((await shelf?.open(hash))?.made.map((file) => [file.path, file]));
  for (const folder of folders) {
    const manifest = await readManifest(folder);
    if (manifest === null || !isSealed(manifest)) continue;
    for (const file of manifest.snapshots.find((one) => one.hash === hash)?.made ?? []) made.set(file.path, file);
  }
  return [...made.values()];
}

function noHash(asked: string): UsageError {
  return new UsageError({
    'zh-CN': `“${asked}”不是快照编号，也不是快照文件；请写简报末页“数据快照”后的编号，至少前${leastDigits}位`,
    en: `"${asked}" is neither the hash of a snapshot nor its file; type that on the last page of a briefing, or its first ${leastDigits} digits or more`,
  });
}

function notFound(asked: string): UsageError {
  return new UsageError({
    'zh-CN': `没有找到快照 ${asked}；请核对编号，并用 --from 指明数据库，或直接写出快照文件（在输出文件夹的“${snapshotFolder}”中）`,
    en: `there is no snapshot ${asked}; check the hash, and name the database with --from, or the snapshot's file (in ${snapshotFolder} of an output folder)`,
  });
}

function ambiguous(asked: string, hashes: readonly string[]): UsageError {
  const some = hashes.map(printedHash);
  return new UsageError({
    'zh-CN': `以 ${asked} 开头的快照有 ${hashes.length} 个：${some.join('、')}；请多写几位`,
    en: `${hashes.length} snapshots begin with ${asked}: ${some.join(', ')}; type more digits`,
  });
}
