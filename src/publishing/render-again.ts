import { join } from 'node:path';
import { kindOf, listTree, type NewFile, readBytes } from '../files.ts';
import { locateFonts } from '../fonts.ts';
import { ownTemplates } from '../house-style.ts';
import { type MadeFile, manifestFile } from '../manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/document.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { programVersion } from '../program-version.ts';
import { type Format, formats as knownFormats } from '../writers/index.ts';
import { openPress, type Press } from '../writing/press.ts';
import type { FoundSnapshot } from './find-snapshot.ts';
import { outputDiffers, renderedOtherwise } from './problems.ts';
import { publishEdition, readManifest } from './publish-edition.ts';
import { type OnProgress, renderSnapshot } from './render.ts';

export interface RenderAgainOptions {
  /** Audiences to render; empty for those it was rendered for. */
  readonly districts: readonly string[];
  /** Empty for those it was rendered in. */
  readonly formats: readonly Format[];
  /** Folder with the office's own templates and fonts; null where it has none. */
  readonly templates: string | null;
  readonly out: string;
  readonly onProgress?: OnProgress;
}

export interface RenderedAgain {
  readonly files: readonly string[];
  /** How many of them lay there already, with the same bytes. */
  readonly there: number;
  /** Those of which no digest from then is known. */
  readonly unknown: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sample: boolean;
}

/**
 * Renders a snapshot once more. Written is only what has the same bytes as then, into an empty folder or one that has this
 * snapshot's files; nothing is ever replaced. SnapshotError where other bytes come out, and the errors of rendering.
 */
export async function renderAgain(found: FoundSnapshot, options: RenderAgainOptions): Promise<RenderedAgain> {
  const asked = { ...options, formats: formatsOf(found.made, options.formats) };
  const press = openPress(asked.formats);
  try {
    return await renderAgainWith(press, found, asked);
  } finally {
    await press.close();
  }
}

async function renderAgainWith(
  press: Press,
  found: FoundSnapshot,
  { districts, formats, templates, out, onProgress }: RenderAgainOptions,
): Promise<RenderedAgain> {
  const { style, sources } = found.snapshot.inputs;
  const fonts = await locateFonts(style, [...(templates === null ? [] : [templates]), ownTemplates]);
  const audiences = districts.length > 0 ? districts : [...new Set(found.made.map(({ audience }) => audience))];
  const { packets, diagnostics, month } = await renderSnapshot(press, found, { audiences, formats, fonts, onProgress });
  const files = packets.flatMap((packet) => packet.files);
  const then = new Map(found.made.map((file) => [file.path, file.sha256]));
  refuseOthers(found, files, then);
  const manifest = await readManifest(out);
  const own = manifest?.packets.find((packet) => packet.snapshot === found.hash);
  const there = await alreadyThere(out, files, own !== undefined);
  const origins = own === undefined ? sources : (manifest?.inputs[own.madeFrom] ?? sources);
  if (there < files.length) await publishEdition(out, found, packets, origins);
  return {
    files: files.map(({ path }) => path),
    there,
    unknown: files.map(({ path }) => path).filter((path) => !then.has(path)),
    diagnostics,
    sample: month.sample,
  };
}

function formatsOf(made: readonly MadeFile[], asked: readonly Format[]): readonly Format[] {
  if (asked.length > 0) return asked;
  const then = knownFormats.filter((format) => made.some(({ path }) => path.endsWith(`.${format}`)));
  return then.length > 0 ? then : ['pdf', 'docx', 'xlsx'];
}

/** Other bytes than then would be a forgery under an old name. */
function refuseOthers({ hash, snapshot }: FoundSnapshot, files: readonly NewFile[], then: ReadonlyMap<string, string>) {
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
async function alreadyThere(out: string, files: readonly NewFile[], isOwn: boolean): Promise<number> {
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
