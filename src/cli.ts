import { Command, CommanderError, Option } from 'commander';
import { type ExitCode, printFailure, type Voice } from './cli/output.ts';
import { languageOf } from './cli/text.ts';
import { wrongUsage } from './cli/wrong-usage.ts';
import { registerAudit } from './commands/audit.ts';
import { registerBackup } from './commands/backup.ts';
import { registerCalendar } from './commands/calendar.ts';
import { registerChecks } from './commands/checks.ts';
import { registerDecide } from './commands/decide.ts';
import type { Desk, Registers } from './commands/desk.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerExplain } from './commands/explain.ts';
import { timeFlag } from './commands/flags.ts';
import { registerForms } from './commands/forms.ts';
import { registerInit } from './commands/init.ts';
import { registerOutbox } from './commands/outbox.ts';
import { registerPlan } from './commands/plan.ts';
import { registerProgress } from './commands/progress.ts';
import { registerReport } from './commands/report.ts';
import { registerSchedule } from './commands/schedule.ts';
import { registerServe } from './commands/serve.ts';
import { registerSign } from './commands/sign.ts';
import { registerStatus } from './commands/status.ts';
import { registerVerify } from './commands/verify.ts';
import { programVersion } from './program-version.ts';

/** Every command, in the order of the help; a new one is one file and one line here. */
const commands: readonly Registers[] = [
  registerInit,
  registerPlan,
  registerChecks,
  registerCalendar,
  registerForms,
  registerProgress,
  registerDecide,
  registerReport,
  registerSign,
  registerVerify,
  registerExplain,
  registerServe,
  registerSchedule,
  registerOutbox,
  registerAudit,
  registerBackup,
  registerStatus,
  registerDoctor,
];

interface Global {
  lang?: string;
  now?: string;
  json?: boolean;
}

/** Runs the command line; `argv` without node and script. Returns the exit code. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  let voice: Voice = { language: languageOf(undefined, process.env['LANG']), json: argv.includes('--json') };
  let code: ExitCode = 0;
  let set: string | null = null;
  const program = new Command('jianbao')
    .description('民生实事任务分解表 → 区、县（市）月度简报 (monthly district briefings)')
    .version(programVersion, '-V, --version', '程序的版本 (version of the program)')
    .helpOption('-h, --help', '用法 (help)')
    .addOption(new Option('--lang <zh-CN|en>', '提示信息的语言 (language of messages)').choices(['zh-CN', 'en']))
    .option(
      '--now <time>',
      '当作现在的北京时间，如 "2023-07-05 09:00"，供试用 (time to take for now, to try things out)',
    )
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .hook('preAction', (_, command) => {
      const { lang, json, now } = command.optsWithGlobals<Global>();
      voice = { language: languageOf(lang, process.env['LANG']), json: json === true };
      set = now === undefined ? null : timeFlag(now);
    });
  const desk: Desk = {
    voice: () => voice,
    databaseUrl: process.env['DATABASE_URL'] || null,
    mailPasswords: {
      smtp: process.env['JIANBAO_SMTP_PASSWORD'] || null,
      imap: process.env['JIANBAO_IMAP_PASSWORD'] || null,
    },
    now: () => set ?? new Date().toISOString(),
    get clockSet() {
      return set !== null;
    },
    end: (other) => {
      code = other;
    },
  };
  for (const register of commands) register(program, desk);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return printFailure(error, voice);
    // A group of commands without one shows its help.
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 2;
    const { lang } = program.opts<Global>();
    return printFailure(wrongUsage(error), { ...voice, language: languageOf(lang, process.env['LANG']) });
  }
}
