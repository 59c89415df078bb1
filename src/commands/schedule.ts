import { print } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Office } from '../office/office.ts';
import { officeFolder } from '../sources/open-source.ts';
import { everyStep } from '../store/ledger/runs.ts';
import { atOffice } from './at-office.ts';
import type { Desk, Registers } from './desk.ts';
import { monthFlag } from './flags.ts';
import { runHistory, runScheduleList } from './schedule-list.ts';
import { runStepNow, type StepFlags } from './schedule-run.ts';

const place = '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)';
const json = '以 JSON 输出结果 (machine-readable result)';
const month = '月份，如 2023-06 (report month)';

interface Flags {
  from: string;
  month?: string;
  by?: string;
  because?: string;
}

export const registerSchedule: Registers = (program, desk) => {
  const schedule = program
    .command('schedule')
    .description('每月自动办理的步骤：查看、现在办、暂停、跳过 (the steps of a month)');
  const add = (name: string, description: string) =>
    schedule
      .command(name)
      .description(description)
      .option('--from <place>', place, officeFolder)
      .option('--json', json);
  const signed = (name: string, description: string) =>
    add(name, description).option('--by <姓名>', '经办人 (who says so)').option('--because <理由>', '理由 (why)');
  add('list', '各步何时办、办到哪里 (every step, when it is due and how it stands)')
    .option('--month <YYYY-MM>', `${month}；默认为没有办完的各月`)
    .action((flags: Flags) => atOffice(flags.from, desk, (office) => runScheduleList(office, periodOf(flags), desk)));
  add('history', '办过的各步：用时和结果 (what was run, how long it took, what came of it)')
    .option('--month <YYYY-MM>', month)
    .action((flags: Flags) => atOffice(flags.from, desk, (office) => runHistory(office, periodOf(flags), desk)));
  signed('run <step>', '现在就办一步，不等时间，也用于补办失败的 (do a step now)')
    .requiredOption('--month <YYYY-MM>', month)
    .option('--dry-run', '只说会做什么，不改动，不寄出 (say what would be done)', false)
    .action((step: string, flags: StepFlags) =>
      atOffice(flags.from, desk, (office) => runStepNow(office, step, flags, desk)),
    );
  signed('pause <step>', '暂停一步，“*”为所有步骤 (keep a step, or with * all, from beginning by itself)').action(
    (step: string, flags: Flags) => atOffice(flags.from, desk, (office) => runPause(office, step, flags, desk)),
  );
  signed('resume <step>', '恢复一步 (end a pause)').action((step: string, flags: Flags) =>
    atOffice(flags.from, desk, (office) => runResume(office, step, flags, desk)),
  );
  signed('skip <step>', '某月不办这一步 (leave a step of a month out)')
    .requiredOption('--month <YYYY-MM>', month)
    .action((step: string, flags: Flags) => atOffice(flags.from, desk, (office) => runSkip(office, step, flags, desk)));
};

function periodOf({ month: text }: Flags) {
  return text === undefined ? null : monthFlag(text);
}

async function runPause(office: Office, step: string, flags: Flags, desk: Desk): Promise<void> {
  const { by, because } = signature(flags);
  refuseUnknown(office, step);
  const paused = await office.store.ledger.runs.pause(step, by, because, desk.now());
  tell(desk, paused, paused ? 'paused' : 'pausedAlready', step);
}

async function runResume(office: Office, step: string, flags: Flags, desk: Desk): Promise<void> {
  const by = flags.by?.trim() ?? '';
  if (by === '') throw new UsageError(both('unsignedSchedule'));
  const resumed = await office.store.ledger.runs.resume(step, by, desk.now());
  tell(desk, resumed, resumed ? 'resumed' : 'notPaused', step);
}

function tell(desk: Desk, ok: boolean, text: 'paused' | 'pausedAlready' | 'resumed' | 'notPaused', step: string): void {
  const { language, json: asJson } = desk.voice();
  print(asJson ? JSON.stringify({ ok, step }) : say(language, text, { step }));
  if (!ok) desk.end(1);
}

async function runSkip(office: Office, step: string, flags: Flags, desk: Desk): Promise<void> {
  const { language, json: asJson } = desk.voice();
  const { by, because } = signature(flags);
  const period = monthFlag(flags.month ?? '');
  const { runs } = office.store.ledger;
  const { namedJob } = await import('../running/run-now.ts');
  // One that was begun may be in the settings no more.
  const begun = await runs.run(`${period}/${step}`);
  const { due } = begun ?? (await namedJob(office, { period, step })).step;
  const run = await runs.skip({ period, step, due }, by, because, desk.now());
  const text = say(language, run === null ? 'notSkipped' : 'skipped', { run: `${period}/${step}` });
  print(asJson ? JSON.stringify({ ok: run !== null, run }, null, 2) : text);
  if (run === null) desk.end(1);
}

function refuseUnknown({ config }: Office, step: string): void {
  const known = Object.keys(config.schedule?.steps ?? {});
  if (step === everyStep || known.includes(step)) return;
  throw new UsageError({
    'zh-CN': `没有“${step}”这个步骤；可选：${known.join('、')}，或“*”（所有步骤）`,
    en: `there is no step ${step}; known: ${known.join(', ')}, or * for all`,
  });
}

function signature({ by = '', because = '' }: Flags): { by: string; because: string } {
  if (by.trim() === '' || because.trim() === '') throw new UsageError(both('unsignedSchedule'));
  return { by: by.trim(), because: because.trim() };
}
