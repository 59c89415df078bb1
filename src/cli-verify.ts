import { diagnosticJson, type ExitCode, print, printDiagnostics, type Voice } from './cli-output.ts';
import { say } from './cli-text.ts';
import type { Language } from './model/language.ts';
import { progressLine } from './progress-line.ts';
import type { VerifiedFile } from './verification/verdict.ts';
import { verifyFiles } from './verification/verify-files.ts';

export interface VerifyFlags {
  against?: string;
}

/** More files than this are summed up; those that are not right are named in any case. */
const mostListed = 5;

/** `jianbao verify`: 0 where every file is as it was made and right, 1 for anything else. */
export async function runVerify(
  paths: readonly string[],
  flags: VerifyFlags,
  { language, json }: Voice,
): Promise<ExitCode> {
  const { files, diagnostics } = await verifyFiles({
    paths,
    against: flags.against ?? null,
    ...(json ? {} : { onProgress: progressLine(language) }),
  });
  const same = files.filter(({ verdict }) => verdict === 'same');
  const ok = files.length > 0 && same.length === files.length && diagnostics.length === 0;
  if (json) {
    const found = diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok, files, diagnostics: found }, null, 2));
    return ok ? 0 : 1;
  }
  printDiagnostics(diagnostics, language);
  const listed = files.length <= mostListed ? files : files.filter((file) => file.verdict !== 'same');
  for (const file of listed) print(say(language, 'verdict', verdictData(file, language)));
  if (files.length === 0) print(say(language, 'nothingToVerify'));
  else if (ok && files.length > listed.length) print(say(language, 'allSame', { count: String(files.length) }));
  else if (files.length > 1)
    print(say(language, 'notAllSame', { same: String(same.length), count: String(files.length) }));
  return ok ? 0 : 1;
}

function verdictData({ path, verdict, audience, month, sha256 }: VerifiedFile, language: Language) {
  const packet = [audience, month].filter(Boolean).join(language === 'zh-CN' ? ' ' : ', ');
  return { path, verdict, packet, sha256: sha256 ?? '' };
}
