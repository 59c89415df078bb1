import { type SendTally, sendMails } from '../delivery/send-mails.ts';
import type { Transport } from '../mail/transport.ts';
import type { Office } from '../office/office.ts';
import type { Run } from '../store/ledger/runs.ts';
import type { Format } from '../writers/index.ts';
import { doStep, type Worker } from './do-step.ts';
import { dueJobs } from './due-jobs.ts';
import type { Log } from './log.ts';
import { type Memory, newMemory } from './memory.ts';
import { needsPerson, reasonOf } from './reason-of.ts';
import { settleEditions } from './settle-editions.ts';
import { tellTroubles } from './tell-troubles.ts';

export interface TickOptions extends Worker {
  /** How mails leave; null where the settings say nothing of mail. */
  readonly transport: Transport | null;
  /** What the program remembers from earlier ticks. */
  readonly memory?: Memory;
  /** Ends the sending after the mails under way. */
  readonly signal?: AbortSignal;
  /** Formats of the packets; PDF, Word and Excel if left out. */
  readonly formats?: readonly Format[];
}

export interface TickReport {
  /** Runs that ended, for now or for good, in this order. */
  readonly runs: readonly Run[];
  /** What became of the mails that were due; null where none can leave. */
  readonly mails: SendTally | null;
}

/**
 * One look at everything that is due: steps, then mails. Any number of programs may do so at any time; each step is done once, and each
 * mail sent once. Trouble of a step ends up in its run. StoreError where the ledger cannot be used.
 */
export async function tick(office: Office, options: TickOptions): Promise<TickReport> {
  const { memory = newMemory(), log, formats } = options;
  const { jobs, undated, missed } = await dueJobs(office, { now: options.now(), owner: options.owner });
  for (const reason of undated) log.error({}, reason['zh-CN']);
  if (missed.length > 0)
    log.warn({ months: missed.map(({ period }) => period).join(' ') }, 'months missed long ago are not begun');
  const ended: Run[] = [];
  for (const job of jobs) {
    if (options.stopping()) break;
    // Another program may have come to it since.
    const run = job.run === null ? null : await office.store.ledger.runs.run(job.run.id);
    const now = options.now();
    const end = await doStep({ ...job, office, run, now, asked: false, person: null, memory, formats }, options);
    if (end === null) continue;
    tellRun(end, log);
    ended.push(end);
  }
  await tellTroubles(office, options.now()).catch((error: unknown) => {
    if (!needsPerson(error)) throw error;
    log.error({ reason: reasonOf(error)['zh-CN'] }, 'trouble not told');
  });
  const mails = await sendDue(office, options);
  await settleEditions(office, options);
  return { runs: ended, mails };
}

/** One line a run: what it came to. The reason of what is done may name who decided so, which the audit log is for. */
export function tellRun({ id, period, step, state, late, planned, produced, reason, attempt }: Run, log: Log): void {
  const told = state === 'failed' || state === 'waiting' ? { reason: reason?.['zh-CN'] } : {};
  const fields = { run: id, month: period, step, state, late, planned, produced, attempt, ...told };
  log[state === 'failed' ? 'error' : state === 'waiting' ? 'warn' : 'info'](fields, `step ${state}`);
}

/** Sends what is in the outbox and due; null where the settings say nothing of mail. */
export async function sendDue(
  { store, config }: Office,
  { transport, owner, now, log, signal }: Pick<TickOptions, 'transport' | 'owner' | 'now' | 'log' | 'signal'>,
): Promise<SendTally | null> {
  if (transport === null || config.mail === undefined) return null;
  const tally = await sendMails({
    ledger: store.ledger,
    transport,
    settings: config.mail,
    owner,
    now,
    ...(signal === undefined ? {} : { signal }),
    onEnd: ({ id, kind, audience, attempt }, { state, response }) => {
      const fields = { mail: id, kind, audience, attempt, state };
      if (state === 'sent') log.info(fields, 'mail sent');
      else log.warn({ ...fields, response }, `mail ${state}`);
    },
  });
  if (tally.stopped !== null) log.warn({ reason: tally.stopped }, 'sending stopped');
  return tally;
}
