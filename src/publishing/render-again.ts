import { locateFonts } from '../house-style/fonts.ts';
import { ownTemplates } from '../house-style/house-style.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import { FileError } from '../model/errors/file-error.ts';
import { MismatchError } from '../model/errors/mismatch-error.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { programVersion } from '../program-version.ts';
import { type Format, formats as knownFormats } from '../writers/index.ts';
import { openPress, type Press } from '../writing/press.ts';
import type { FoundSnapshot } from './find-snapshot.ts';
import type { MadeFile } from './manifest.ts';
import { publishEdition, readManifest } from './publish-edition.ts';
import { type OnProgress, renderSnapshot } from './render.ts';
import { alreadyThere, refuseOthers } from './safe-output.ts';

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
  const asked = { audiences, formats, fonts, onProgress };
  const { packets, diagnostics, month } = await renderSnapshot(press, found, asked).catch((error: unknown) => {
    throw outgrown(found, error);
  });
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

/** What stops a snapshot of another version of the program is most likely that version; what is asked wrongly is not. */
function outgrown({ hash, snapshot }: FoundSnapshot, error: unknown): unknown {
  const { program } = snapshot.inputs;
  if (program === programVersion || error instanceof UsageError || error instanceof FileError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SnapshotError(
    'layout',
    {
      'zh-CN': `快照 ${printedHash(hash)} 由程序 ${program} 版封存，${programVersion} 版不能据以重新生成（${reason}）；请用当时的版本`,
      en: `the snapshot ${printedHash(hash)} was frozen by version ${program}, and ${programVersion} cannot render it (${reason}); use that version`,
    },
    error instanceof DataError || error instanceof MismatchError ? error.diagnostics : [],
    { cause: error },
  );
}

function formatsOf(made: readonly MadeFile[], asked: readonly Format[]): readonly Format[] {
  if (asked.length > 0) return asked;
  const then = formatsMade(made);
  return then.length > 0 ? then : ['pdf', 'docx', 'xlsx'];
}

/** The formats that something was rendered in. */
export function formatsMade(made: readonly Pick<MadeFile, 'path'>[]): readonly Format[] {
  return knownFormats.filter((format) => made.some(({ path }) => path.endsWith(`.${format}`)));
}
