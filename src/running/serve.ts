import { CronJob } from 'cron';
import { type MailPasswords, officeTransport } from '../delivery/office-transport.ts';
import type { Transport } from '../mail/transport.ts';
import { type Office, openOffice } from '../office/office.ts';
import type { Format } from '../writers/index.ts';
import { type ClockWatch, holdIfSetAhead, watchClock } from './clock-watch.ts';
import { usualLease } from './hold-lease.ts';
import type { Log } from './log.ts';
import { type Memory, newMemory } from './memory.ts';
import { reasonOf } from './reason-of.ts';
import { type TickReport, tick } from './tick.ts';

export interface ServeOptions {
  /** As `openOffice` takes it. */
  readonly from: string;
  /** `DATABASE_URL`; null where it is not set. */
  readonly databaseUrl: string | null;
  readonly passwords: MailPasswords;
  /** ISO UTC time. */
  now(): string;
  /** Seconds that the machine is up, its sleep included; left out, the machine's own. */
  uptime?(): number;
  /** Names this running program among all. */
  readonly owner: string;
  readonly log: Log;
  /** One tick, instead of ticks until `stop` is aborted. */
  readonly once: boolean;
  readonly stop: AbortSignal;
  readonly leaseSeconds?: number;
  /** Formats of the packets; PDF, Word and Excel if left out. */
  readonly formats?: readonly Format[];
  readonly hooks?: ServeHooks;
}

/** Whom a running server tells of itself. What a hook throws is logged. */
export interface ServeHooks {
  /** Once the office was opened, before the first look. */
  onStart?(every: number): void;
  /** After a tick that went well, with the seconds that it took. */
  onTick?(report: TickReport, office: Office, seconds: number): Promise<void> | void;
  /** After one that did not. */
  onFailure?(error: unknown): Promise<void> | void;
}

/**
 * Ticks by the clock until it is told to stop. `cron` only wakes it: it catches nothing up and leaves out ticks that come while one
 * is under way; that every step is done once, late or not, is the ledger's doing. A tick that fails is logged, and the next one comes.
 * The office is opened anew for each, so that settings may be edited meanwhile. What `openOffice` throws at first is thrown.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { log, stop } = options;
  const first = await openOffice(options.from, { databaseUrl: options.databaseUrl, now: options.now() });
  const { every } = first.config.service;
  const { where } = first.store;
  await first.close();
  const transports = keptTransport(options.passwords);
  const memory = newMemory();
  const clock = watchClock(options.uptime);
  const look = () => tickOnce(options, { memory, clock, transports });
  log.info({ every, once: options.once, store: where }, 'serving');
  try {
    options.hooks?.onStart?.(every);
    if (options.once) await look();
    else await untilStopped(every, look, stop);
  } finally {
    await transports.close();
  }
  log.info({}, 'stopped');
}

/** When cron is to wake us: whole seconds of a minute, or whole minutes of an hour. */
export function cronTime(every: number): string {
  return every < 60 ? `*/${every} * * * * *` : `0 */${Math.floor(every / 60)} * * * *`;
}

async function untilStopped(every: number, look: () => Promise<void>, stop: AbortSignal): Promise<void> {
  await look();
  if (stop.aborted) return;
  const job = CronJob.from({ cronTime: cronTime(every), onTick: look, waitForCompletion: true, start: true });
  await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  // Waits for the tick under way, which stops after its present part.
  await job.stop();
}

type Transports = ReturnType<typeof keptTransport>;

async function tickOnce(
  options: ServeOptions,
  { memory, clock, transports }: { memory: Memory; clock: ClockWatch; transports: Transports },
): Promise<void> {
  const { log, hooks, stop, owner } = options;
  const began = performance.now();
  try {
    const office = await openOffice(options.from, { databaseUrl: options.databaseUrl, now: options.now() });
    try {
      await holdIfSetAhead(office, clock, options.now(), log);
      const report = await tick(office, {
        owner,
        now: options.now,
        log,
        leaseSeconds: options.leaseSeconds ?? usualLease,
        stopping: () => stop.aborted,
        transport: await transports.of(office),
        memory,
        signal: stop,
        ...(options.formats === undefined ? {} : { formats: options.formats }),
      });
      const seconds = (performance.now() - began) / 1000;
      await hooks?.onTick?.(report, office, seconds);
    } finally {
      await office.close();
    }
  } catch (error) {
    log.error({ error: (error instanceof Error && error.stack) || String(error) }, reasonOf(error)['zh-CN']);
    await Promise.resolve(hooks?.onFailure?.(error)).catch((failed: unknown) =>
      log.error({ error: String(failed) }, 'hook failed'),
    );
  }
}

/** The transport of the settings, kept as long as they stay the same: a mail server need not be greeted for every mail. */
function keptTransport(passwords: MailPasswords) {
  let kept: { readonly settings: string; readonly transport: Transport } | null = null;
  const close = async () => {
    await kept?.transport.close();
    kept = null;
  };
  return {
    close,
    async of({ config: { mail }, folder }: Office): Promise<Transport | null> {
      const settings = JSON.stringify([mail, folder]);
      if (kept?.settings === settings) return kept.transport;
      await close();
      if (mail === undefined) return null;
      const transport = await officeTransport(mail, folder, passwords);
      kept = { settings, transport };
      return transport;
    },
  };
}
