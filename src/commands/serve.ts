import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { print, printError } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import type { Language } from '../model/language.ts';
import type { ServeHooks } from '../running/serve.ts';
import type { TickReport } from '../running/tick.ts';
import { officeAt, officeFolder } from '../sources/open-source.ts';
import type { Desk, Registers } from './desk.ts';

interface ServeFlags {
  from: string;
  once: boolean;
}

export const registerServe: Registers = (program, desk) => {
  program
    .command('serve')
    .description('按日程自动办理每月各步，并寄出邮件 (run the months by their schedule)')
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--once', '只办一轮就结束 (one round, then end)', false)
    .action((flags: ServeFlags) => run(flags, desk));
};

/** Until SIGINT or SIGTERM: the part under way is ended first. */
async function run({ from, once }: ServeFlags, desk: Desk): Promise<void> {
  const [{ serve }, { reasonOf }, { openLog, logFolder }, { openWatch }, { ledgerCounts }] = await Promise.all([
    import('../running/serve.ts'),
    import('../running/reason-of.ts'),
    import('../health/log.ts'),
    import('../health/watch.ts'),
    import('../health/ledger-counts.ts'),
  ]);
  const { folder, config } = await officeAt(from);
  const { service } = config;
  const { language } = desk.voice();
  const log = openLog({ level: service.log, folder: join(folder, logFolder), now: desk.now });
  // One round answers nobody, and is no sign that a server is running.
  const watched = once ? { ...service, metrics: undefined, heartbeat: undefined } : service;
  const watch = await openWatch({ service: watched, now: Date.now, warn: (text) => log.warn(text) });
  let well = true;
  const hooks: ServeHooks = {
    onStart(every) {
      if (!once) print(say(language, 'serving', { every: String(every), log: join(folder, logFolder) }));
    },
    async onTick(report, office, seconds) {
      for (const line of linesOf(report, language)) print(line);
      watch.good(report.runs, seconds, await ledgerCounts(office, desk.now()));
    },
    onFailure(error) {
      well = false;
      watch.failed();
      printError(reasonOf(error)[language]);
    },
  };
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, onSignal);
  try {
    await serve({
      from,
      databaseUrl: desk.databaseUrl,
      passwords: desk.mailPasswords,
      now: desk.now,
      owner: `serve/${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`,
      log,
      once,
      stop: stop.signal,
      hooks,
    });
  } finally {
    for (const signal of signals) process.removeListener(signal, onSignal);
    await watch.close();
  }
  if (once && !well) desk.end(3);
}

/** What a look did, for whoever sits at the terminal; nothing where it found nothing to do. */
function linesOf({ runs, mails }: TickReport, language: Language): string[] {
  const steps = runs.map(({ id, state, planned, produced, reason }) =>
    say(language, 'ranStep', {
      run: id,
      state,
      planned: String(planned ?? 0),
      produced: String(produced),
      reason: reason?.[language] ?? '',
    }),
  );
  const { sent = 0, retry = 0, dead = 0, inDoubt = 0 } = mails ?? {};
  const open = retry + dead + inDoubt;
  return sent + open === 0 ? steps : [...steps, say(language, 'mailsOut', { sent: String(sent), open: String(open) })];
}
