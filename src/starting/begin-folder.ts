import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOf, type NewFile, publish, readTextIfThere } from '../disk/files.ts';
import { UsageError } from '../model/errors/usage-error.ts';

/** As long as this file is in a folder, making the office in it has not ended; it says what the office begins with. */
const markerName = '.jianbao-init';

/** A folder in which an office is being made. */
export interface Beginning {
  /** True where an earlier attempt was broken off. */
  readonly resumed: boolean;
  /** Marks the folder, and writes what is not there yet. FileError. */
  write(files: readonly NewFile[], folders: readonly string[]): Promise<void>;
  /** Everything is there. */
  end(): Promise<void>;
}

/** A folder that is not there, is empty, or in which the same was begun before. UsageError for any other; writes nothing yet. */
export async function beginFolder(folder: string, what: string): Promise<Beginning> {
  const kind = await kindOf(folder);
  if (kind === 'file') throw isFile(folder);
  const begun = await readTextIfThere(join(folder, markerName));
  if (begun !== null && begun !== what) throw begunOtherwise(folder, begun);
  if (begun === null && kind === 'folder' && (await readdir(folder)).length > 0) throw holdsSomething(folder);
  return {
    resumed: begun !== null,
    async write(files, folders) {
      await publish(folder, [{ path: markerName, bytes: new TextEncoder().encode(what) }]);
      for (const name of folders) await mkdir(join(folder, name), { recursive: true });
      const kinds = await Promise.all(files.map(({ path }) => kindOf(join(folder, path))));
      await publish(
        folder,
        files.filter((_, index) => kinds[index] === null),
      );
    },
    end: () => rm(join(folder, markerName), { force: true }),
  };
}

function isFile(folder: string): UsageError {
  return new UsageError({
    'zh-CN': `${folder} 是一个文件；请另写一个文件夹名，如 jianbao init 简报`,
    en: `${folder} is a file; name another folder, like jianbao init office`,
  });
}

function holdsSomething(folder: string): UsageError {
  return new UsageError({
    'zh-CN': `${folder} 中已有内容，没有改动；请换一个文件夹名，如 jianbao init 简报，或先把原来的移到别处`,
    en: `${folder} holds something already, which was not touched; name another folder, like jianbao init office, or move that elsewhere first`,
  });
}

function begunOtherwise(folder: string, begun: string): UsageError {
  const flag = begun === 'sample' ? '' : begun === 'empty' ? ' --empty' : ' --plan …';
  return new UsageError({
    'zh-CN': `${folder} 中有一次没有完成的初始化；请用 jianbao init ${folder}${flag} 接着做完，或删去这个文件夹`,
    en: `${folder} has one begun that did not end; carry it on with jianbao init ${folder}${flag}, or delete the folder`,
  });
}
