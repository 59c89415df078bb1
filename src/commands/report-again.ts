import { join } from 'node:path';
import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { progressLine } from '../cli/progress-line.ts';
import { say } from '../cli/text.ts';
import { listFolders } from '../disk/files.ts';
import { editionName } from '../model/correction.ts';
import { periodText } from '../model/period.ts';
import { printedHash } from '../model/printed-hash.ts';
import { programVersion } from '../program-version.ts';
import { findSnapshot } from '../publishing/find-snapshot.ts';
import { renderAgain } from '../publishing/render-again.ts';
import { officeFolder, openSource, templatesAt } from '../sources/open-source.ts';
import type { Format } from '../writers/index.ts';
import type { Desk } from './desk.ts';

/** Where the commands put what they make, unless they are told otherwise. */
export const outputFolder = 'output';
const againFolder = '快照';

export interface AgainFlags {
  /** A hash, how it begins, or a snapshot's file. */
  readonly snapshot: string;
  readonly from: string | null;
  readonly districts: readonly string[];
  /** Empty for those of that time. */
  readonly formats: readonly Format[];
  readonly out: string | null;
}

/** `report --snapshot`: an edition once more, byte for byte, from what was frozen. */
export async function reportAgain(flags: AgainFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const from = flags.from ?? officeFolder;
  const source = await openSource(from, { databaseUrl: desk.databaseUrl, now: desk.now() });
  const months = (await listFolders(outputFolder)).map((name) => join(outputFolder, name));
  const folders = [...new Set([...(flags.out === null ? [] : [flags.out]), ...months])];
  const found = await findSnapshot(flags.snapshot, { folders, shelf: source.snapshots ?? null });
  const { hash, snapshot } = found;
  const out = flags.out ?? join(outputFolder, againFolder, printedHash(hash));
  const { files, there, unknown, diagnostics, sample } = await renderAgain(found, {
    districts: flags.districts,
    formats: flags.formats,
    templates: await templatesAt(from),
    out,
    ...(json ? {} : { onProgress: progressLine(language) }),
  });
  const { period, program } = snapshot.inputs;
  if (json) {
    const told = diagnostics.map((d) => diagnosticJson(d, language));
    const edition = snapshot.edition.number;
    print(
      JSON.stringify(
        { ok: true, month: period, edition, snapshot: hash, out, files, there, unknown, diagnostics: told },
        null,
        2,
      ),
    );
    return;
  }
  printDiagnostics(diagnostics, language);
  if (sample) print(say(language, 'sample'));
  const count = (number: number) => String(number);
  const edition = `${periodText(period)} ${editionName(snapshot.edition.number)}`;
  if (program !== programVersion) print(say(language, 'frozenByOther', { frozenBy: program, now: programVersion }));
  print(say(language, 'renderedAgain', { edition, files: count(files.length), there: count(there), out }));
  if (unknown.length === 0) print(say(language, 'sameBytes'));
  else print(say(language, 'bytesUnknown', { count: count(unknown.length) }));
}
