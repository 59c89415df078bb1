import { randomUUID } from 'node:crypto';
import { print, printDiagnostics } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Office } from '../office/office.ts';
import type { Log } from '../running/log.ts';
import type { Person } from '../running/step-job.ts';
import type { Desk } from './desk.ts';
import { monthFlag } from './flags.ts';

export interface StepFlags {
  from: string;
  month: string;
  by?: string;
  because?: string;
  dryRun: boolean;
}

/** Does a step now and sends what came of it; ends with 3 where it failed. */
export async function runStepNow(office: Office, step: string, flags: StepFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const asked = { period: monthFlag(flags.month), step };
  const person = personOf(flags);
  if (flags.dryRun) return wouldDo(office, asked, person, desk);
  const [{ runNow }, { sendDue }, { settleEditions }, { usualLease }, { officeTransport }] = await Promise.all([
    import('../running/run-now.ts'),
    import('../running/tick.ts'),
    import('../running/settle-editions.ts'),
    import('../running/hold-lease.ts'),
    import('../delivery/office-transport.ts'),
  ]);
  const owner = `schedule-run/${process.pid}/${randomUUID()}`;
  const worker = { owner, now: desk.now, log: quiet, leaseSeconds: usualLease, stopping: () => false };
  const run = await runNow(office, asked, { worker, person });
  const { mail } = office.config;
  const transport = mail === undefined ? null : await officeTransport(mail, office.folder, desk.mailPasswords);
  const mails = await sendDue(office, { ...worker, transport }).finally(() => transport?.close());
  await settleEditions(office, worker);
  if (run?.state === 'failed') desk.end(3);
  if (json) return print(JSON.stringify({ ok: run?.state !== 'failed', run, mails }, null, 2));
  if (run === null) print(say(language, 'ranByOther'));
  else {
    const { id, state, planned, produced, reason } = run;
    const counts = { planned: String(planned ?? 0), produced: String(produced) };
    print(say(language, 'ranStep', { run: id, state, ...counts, reason: reason?.[language] ?? '' }));
  }
  if (mails !== null && mails.sent + mails.retry + mails.dead + mails.inDoubt > 0)
    print(
      say(language, 'mailsOut', { sent: String(mails.sent), open: String(mails.retry + mails.dead + mails.inDoubt) }),
    );
}

async function wouldDo(
  office: Office,
  asked: { period: ReturnType<typeof monthFlag>; step: string },
  person: Person | null,
  desk: Desk,
): Promise<void> {
  const { language, json } = desk.voice();
  const { dryRun } = await import('../running/run-now.ts');
  const { tasks, end, told = [] } = await dryRun(office, asked, { person, now: desk.now() });
  const run = `${asked.period}/${asked.step}`;
  if (json) {
    const would = tasks.map(({ key, says }) => ({ key, says: says[language] }));
    return print(JSON.stringify({ ok: true, run, tasks: would, end }, null, 2));
  }
  printDiagnostics(told, language);
  print(say(language, 'wouldDo', { run, tasks: String(tasks.length) }));
  for (const { key, says } of tasks) print(`  ${key}：${says[language]}`);
  print(say(language, 'wouldEnd', { state: end.state, reason: end.reason?.[language] ?? '' }));
}

/** A reason decides, so it needs a name. */
function personOf({ by = '', because = '' }: StepFlags): Person | null {
  if (by.trim() === '' && because.trim() !== '') throw new UsageError(both('becauseAlone'));
  return by.trim() === '' ? null : { by: by.trim(), because: because.trim() || null };
}

/** The command says itself what came of the step. */
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };
