import type { Command } from 'commander';
import { diagnosticJson, print, printDiagnostics } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { openKeeper } from '../deciding/keeper.ts';
import type { Answer } from '../deciding/question.ts';
import { decisionText } from '../decisions/words.ts';
import { chinaDate } from '../model/china-time.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { officeFolder, openSource } from '../sources/open-source.ts';
import { registerDecisionList } from './decide-list.ts';
import type { Desk, Registers } from './desk.ts';
import { dateFlag, monthFlag } from './flags.ts';

interface DecideFlags {
  by?: string;
  because?: string;
  column?: string;
  month?: string;
  correct?: string;
  until?: string;
  nth?: string;
  on?: string;
  from: string;
}

const place = '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)';

export const registerDecide: Registers = (program, desk) => {
  const decide = program
    .command('decide')
    .argument('<code>', '问题代码，如 allocation-sum (code of the problem)')
    .argument('[target]', '目标编号，如 6.3；不针对目标的写 - (target, or - for none)')
    .description('对校核发现的问题作出处理意见：按原样列示、更正或暂缓 (decide on a finding)')
    .option('--by <姓名>', '处理人 (who decides)')
    .option('--because <理由>', '处理理由或依据 (why)')
    .option('--correct <figure>', '更正为，如 148 或 5.2万平方米 (the figure that holds)')
    .option('--until <YYYY-MM-DD>', '暂缓处理的期限 (put off until)')
    .option('--column <name>', '区、县（市）或填报单位 (district or reporter)')
    .option('--month <YYYY-MM>', '月报中的问题写明月份 (report month, for problems of a month)')
    .option('--nth <n>', '同样的问题有几个时，选第几个 (which one, where several are alike)')
    .option('--on <YYYY-MM-DD>', '处理日期，默认今天 (day of the decision)')
    .option('--from <place>', place, officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((code: string, target: string | undefined, flags: DecideFlags) =>
      runDecide(code, target ?? null, flags, desk),
    );
  registerDecisionList(decide, 'list', desk);
  registerDecisionList(program, 'decisions', desk);
  registerRevoke(decide, desk);
};

function registerRevoke(decide: Command, desk: Desk): void {
  decide
    .command('revoke <id>')
    .description('撤销一条处理意见，原件保留 (take a decision back; it is kept)')
    .option('--by <姓名>', '撤销人 (who revokes)')
    .option('--because <理由>', '撤销理由 (why)')
    .option('--on <YYYY-MM-DD>', '撤销日期，默认今天 (day)')
    .option('--from <place>', place, officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((id: string, _, command: Command) => runRevoke(id, command.optsWithGlobals<DecideFlags>(), desk));
}

async function runDecide(code: string, target: string | null, flags: DecideFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const surroundings = { databaseUrl: desk.databaseUrl, now: desk.now() };
  const signed = signature(flags, desk);
  const month = flags.month === undefined ? null : monthFlag(flags.month);
  const { decide } = await import('../deciding/decide.ts');
  const { decision, effect, errors } = await decide({
    ...{ code, target, column: flags.column ?? null, month, nth: flags.nth === undefined ? null : nthFlag(flags.nth) },
    source: await openSource(flags.from, surroundings),
    keeper: await openKeeper(flags.from, surroundings),
    answer: answerOf(flags),
    ...{ by: signed.by, because: signed.because, decided: signed.on },
  });
  if (json) {
    const found = effect.map((d) => diagnosticJson(d, language));
    print(JSON.stringify({ ok: true, decision, effect: found, errors }, null, 2));
    return;
  }
  print(say(language, 'decisionRecorded', { id: decision.id, text: decisionText(decision)[language] }));
  printDiagnostics(effect, language, { tally: false });
  print(say(language, 'decisionEffect', { month: month ?? '', errors: String(errors) }));
}

async function runRevoke(id: string, flags: DecideFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { by, because, on } = signature(flags, desk);
  const keeper = await openKeeper(flags.from, { databaseUrl: desk.databaseUrl, now: desk.now() });
  await keeper.revoke(id, { by, because, revoked: on });
  if (json) print(JSON.stringify({ ok: true, revoked: id }, null, 2));
  else print(say(language, 'decisionRevoked', { id }));
}

/** Nobody decides anonymously or without a reason. */
function signature(flags: DecideFlags, desk: Desk): { by: string; because: string; on: string } {
  const by = flags.by?.trim() ?? '';
  const because = flags.because?.trim() ?? '';
  if (by === '' || because === '') throw new UsageError(both('unsigned'));
  return { by, because, on: flags.on === undefined ? chinaDate(desk.now()) : dateFlag(flags.on) };
}

function answerOf({ correct, until }: DecideFlags): Answer {
  if (correct !== undefined && until !== undefined) throw new UsageError(both('twoAnswers'));
  if (correct !== undefined) return { kind: 'correct', text: correct };
  return until === undefined ? { kind: 'accept' } : { kind: 'postpone', until: dateFlag(until) };
}

function nthFlag(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError(both('badNth', { text }));
  return Number(text);
}
