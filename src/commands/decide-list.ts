import type { Command } from 'commander';
import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { openKeeper } from '../deciding/keeper.ts';
import type { ListedDecision } from '../deciding/list-decisions.ts';
import { decisionText } from '../decisions/words.ts';
import { chinaDate } from '../model/china-time.ts';
import type { Decision } from '../model/decision.ts';
import type { Language } from '../model/language.ts';
import { dateText } from '../model/period.ts';
import { officeFolder, openSource } from '../sources/open-source.ts';
import type { Desk } from './desk.ts';
import { textTable } from './text-table.ts';

/** Adds the list under either of its names, `jianbao decide list` and `jianbao decisions`; the former takes the flags of `decide` as its own. */
export function registerDecisionList(parent: Command, name: string, desk: Desk): void {
  parent
    .command(name)
    .description('列出全部处理意见及其状态 (all decisions and how they stand)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((_, command: Command) => run(command.optsWithGlobals<{ from: string }>().from, desk));
}

async function run(from: string, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const surroundings = { databaseUrl: desk.databaseUrl, now: desk.now() };
  const { listDecisions } = await import('../deciding/list-decisions.ts');
  const [source, keeper] = [await openSource(from, surroundings), await openKeeper(from, surroundings)];
  const listed = await listDecisions(source, keeper, chinaDate(surroundings.now));
  if (json) {
    const decisions = listed.map(({ decision, state }) => ({ ...decision, state }));
    print(JSON.stringify({ ok: true, decisions }, null, 2));
    return;
  }
  if (listed.length === 0) print(say(language, 'noDecisions'));
  else for (const line of tableOf(listed, language)) print(line);
}

function tableOf(listed: readonly ListedDecision[], language: Language): string[] {
  const rows = listed.map(({ decision, state }) => [
    decision.id,
    say(language, 'decisionState', { state }),
    decision.code,
    [decision.about.period, decision.about.target, decision.about.column].filter(Boolean).join(' '),
    decisionText(decision)[language] + revocationText(decision, language),
  ]);
  return textTable(say(language, 'decisionHead').split('|'), rows);
}

function revocationText({ revoked }: Decision, language: Language): string {
  if (revoked === null) return '';
  const date = language === 'zh-CN' ? dateText(revoked.revoked) : revoked.revoked;
  return say(language, 'revokedBy', { by: revoked.by, because: revoked.because, date });
}
