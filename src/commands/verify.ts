import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { progressLine } from '../cli/progress-line.ts';
import { say } from '../cli/text.ts';
import { leakGate } from '../gates/leak-gate.ts';
import type { Language } from '../model/language.ts';
import type { VerifiedFile } from '../verification/verdict.ts';
import { verifyFiles } from '../verification/verify-files.ts';
import type { Desk, Registers } from './desk.ts';

interface VerifyFlags {
  against?: string;
}

/** More files than this are summed up; those that are not right are named in any case. */
const mostListed = 5;

export const registerVerify: Registers = (program, desk) => {
  program
    .command('verify <file...>')
    .description('核对生成的文件是否被改动、逐格是否无误、有无不该给收件单位看的内容 (verify finished files)')
    .option('--against <folder>', '与这个月的输出文件夹对照，默认为文件所在的 (output folder to compare with)')
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((paths: string[], flags: VerifyFlags) => run(paths, flags, desk));
};

/** Ends with 0 where every file is as it was made and right, with 1 for anything else. */
async function run(paths: readonly string[], flags: VerifyFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { files, diagnostics } = await verifyFiles({
    paths,
    against: flags.against ?? null,
    alsoCheck: leakGate(),
    ...(json ? {} : { onProgress: progressLine(language) }),
  });
  const same = files.filter(({ verdict }) => verdict === 'same');
  const ok = files.length > 0 && same.length === files.length && diagnostics.length === 0;
  if (!ok) desk.end(1);
  if (json) {
    const found = diagnostics.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok, files, diagnostics: found }, null, 2));
    return;
  }
  printDiagnostics(diagnostics, language);
  const listed = files.length <= mostListed ? files : files.filter((file) => file.verdict !== 'same');
  for (const file of listed) print(say(language, 'verdict', verdictData(file, language)));
  const count = String(files.length);
  if (files.length === 0) print(say(language, 'nothingToVerify'));
  // One file has its own line.
  else if (files.length > 1)
    print(ok ? say(language, 'allSame', { count }) : say(language, 'notAllSame', { same: String(same.length), count }));
}

function verdictData({ path, verdict, audience, month, sha256 }: VerifiedFile, language: Language) {
  const packet = [audience, month].filter(Boolean).join(language === 'zh-CN' ? ' ' : ', ');
  return { path, verdict, packet, sha256: sha256 ?? '' };
}
