import { join } from 'node:path';
import { kindOf, listTree, type NewFile, readBytes } from '../disk/files.ts';
import type { Place } from '../model/document.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { programVersion } from '../program-version.ts';
import type { Frozen } from '../snapshot/snapshot-file.ts';
import { manifestFile } from './manifest.ts';
import { outputDiffers, renderedOtherwise } from './problems.ts';

/** Other bytes than then would be a forgery under an old name. */
export function refuseOthers({ hash, snapshot }: Frozen, files: readonly NewFile[], then: ReadonlyMap<string, string>) {
  const others = files.filter(({ path, bytes }) => {
    const known = then.get(path);
    return known !== undefined && known !== manifestFile(path, bytes).sha256;
  });
  if (others.length === 0) return;
  const { program } = snapshot.inputs;
  const data = { frozenBy: program, now: programVersion };
  throw new SnapshotError(
    'differs',
    {
      'zh-CN': `按快照 ${printedHash(hash)} 生成的文件与当时的不一致，没有写出任何文件；请用当时的程序版本（${program}）重新生成`,
      en: `what comes out of the snapshot ${printedHash(hash)} is not what came out then; nothing was written. Use the program of that time (${program})`,
    },
    others.map(({ path }) => renderedOtherwise(data, wholeFile(path))),
  );
}

/** How many of the files lie in the folder already. Nothing is replaced there, and nothing is put among other things. */
export async function alreadyThere(out: string, files: readonly NewFile[], isOwn: boolean): Promise<number> {
  const others: string[] = [];
  let there = 0;
  for (const { path, bytes } of files) {
    if ((await kindOf(join(out, path))) === null) continue;
    if (Buffer.compare(await readBytes(join(out, path)), bytes) === 0) there += 1;
    else others.push(path);
  }
  if (others.length > 0)
    throw new SnapshotError(
      'differs',
      {
        'zh-CN': `${out} 中已有内容不同的同名文件，没有写出任何文件；请用 --out 指定一个空文件夹`,
        en: `${out} has other files of the same names; nothing was written. Name an empty folder with --out`,
      },
      others.map((path) => outputDiffers({}, wholeFile(join(out, path)))),
    );
  const empty = (await kindOf(out)) === null || (await listTree(out)).length === 0;
  if (there < files.length && !isOwn && !empty) throw notEmpty(out);
  return there;
}

function notEmpty(out: string): UsageError {
  return new UsageError({
    'zh-CN': `${out} 中有别的文件；重新生成的文件请用 --out 指定一个空文件夹`,
    en: `${out} holds other files; name an empty folder with --out`,
  });
}

function wholeFile(source: string): Place {
  return { source, part: null, row: null, column: null };
}
