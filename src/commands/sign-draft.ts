import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { progressLine } from '../cli/progress-line.ts';
import { both, say } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { formats } from '../writers/index.ts';
import { atOffice } from './at-office.ts';
import type { Desk } from './desk.ts';
import { formatFlag } from './flags.ts';
import { namesOf, type SignFlags, signedMonth } from './sign-flags.ts';

export interface DraftFlags extends SignFlags {
  correction?: boolean;
  reason?: string;
  format?: string;
}

/** `sign draft`: ends with 1 where the draft does not pass its checks. */
export async function runDraft(flags: DraftFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const now = desk.now();
  const period = signedMonth(flags.month);
  if (flags.reason !== undefined && !flags.correction) throw new UsageError(both('reasonAlone'));
  const asked = flags.format?.split(',').map((text) => formatFlag(text.trim(), formats));
  const { makeDraft } = await import('../signing/make-draft.ts');
  const { checkDraft } = await import('../signing/check-draft.ts');
  const { draft, edition, found } = await atOffice(flags.from, desk, async (office) => {
    const made = await makeDraft(office, {
      ...{ period, now, correction: flags.correction ? { reason: flags.reason ?? null } : null },
      ...(asked === undefined ? {} : { formats: asked }),
      ...(json ? {} : { onProgress: progressLine(language) }),
    });
    const checked = await checkDraft(office, { period, number: made.edition.number, now });
    return { draft: made, edition: checked.edition, found: checked.diagnostics };
  });
  if (found.length > 0) desk.end(1);
  const files = draft.packets.flatMap((packet) => packet.files.map(({ path }) => path));
  if (json) {
    const { folder, unchanged, kept, onDemand } = draft;
    const [diagnostics, problems] = [draft.diagnostics, found].map((list) =>
      list.map((d) => diagnosticJson(d, language)),
    );
    const result = { ok: found.length === 0, edition, folder, files, unchanged, kept, onDemand, diagnostics, problems };
    return print(JSON.stringify(result, null, 2));
  }
  printDiagnostics(draft.diagnostics, language);
  if (draft.sample) print(say(language, 'sample'));
  const names = { ...namesOf(edition), folder: draft.folder, files: String(files.length) };
  print(say(language, draft.kept ? 'draftKept' : 'draftMade', names));
  const unchanged = draft.unchanged.join(language === 'zh-CN' ? '、' : ', ');
  if (unchanged !== '') print(say(language, 'draftUnchanged', { unchanged }));
  if (draft.onDemand && edition.number === 0) print(say(language, 'draftOverOnDemand'));
  printDiagnostics(found, language);
  const hash = printedHash(edition.draft.snapshot);
  print(say(language, found.length > 0 ? 'draftUnchecked' : 'draftChecked', { month: period, draft: hash }));
}
