import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type MailState, mailStates } from '../store/ledger/outbox.ts';
import type { Run } from '../store/ledger/runs.ts';

/** What the ledger says after a look at what is due. */
export interface LedgerCounts {
  readonly runs: readonly Pick<Run, 'step' | 'state'>[];
  readonly mails: Readonly<Record<MailState, number>>;
  /** ISO UTC time of the next step by the schedule; null where none comes. */
  readonly nextDue: string | null;
}

/** Numbers of a running server for Prometheus; names no person and no address. */
export interface Metrics {
  /** After a look that went well: what ended in it, how long it took, and how all stands. */
  good(ended: readonly Run[], seconds: number, counts: LedgerCounts): void;
  failed(): void;
  text(): Promise<string>;
  readonly contentType: string;
  /** Seconds since the last good look, or since the server began. */
  sinceGood(): number;
}

/** `now` is the time in milliseconds. */
export function openMetrics(now: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  let last = now();
  const sinceGood = () => Math.max(0, (now() - last) / 1000);
  const ticks = new Counter({
    name: 'jianbao_ticks_total',
    help: 'Looks at what is due, by how they went',
    labelNames: ['outcome'],
    registers,
  });
  const tickSeconds = new Histogram({
    name: 'jianbao_tick_duration_seconds',
    help: 'Duration of looks that went well',
    buckets: [0.1, 1, 10, 60, 300, 1800],
    registers,
  });
  new Gauge({
    name: 'jianbao_seconds_since_good_tick',
    help: 'Seconds since the last look that went well, or since the start',
    registers,
    collect() {
      this.set(sinceGood());
    },
  });
  const runs = new Gauge({
    name: 'jianbao_runs',
    help: 'Steps of months in the ledger, by step and state',
    labelNames: ['step', 'state'],
    registers,
  });
  const runSeconds = new Histogram({
    name: 'jianbao_run_duration_seconds',
    help: 'Duration of steps that ended, by step',
    labelNames: ['step'],
    buckets: [1, 10, 60, 300, 1800, 7200],
    registers,
  });
  const mails = new Gauge({
    name: 'jianbao_mails',
    help: 'Mails in the outbox, by state',
    labelNames: ['state'],
    registers,
  });
  const nextDue = new Gauge({
    name: 'jianbao_next_due_timestamp_seconds',
    help: 'When the next step is due, in seconds since 1970; NaN where none comes',
    registers,
  });
  for (const outcome of ['good', 'failed']) ticks.inc({ outcome }, 0);
  return {
    good(ended, seconds, counts) {
      last = now();
      ticks.inc({ outcome: 'good' });
      tickSeconds.observe(seconds);
      for (const { step, startedAt, endedAt } of ended)
        if (endedAt !== null)
          runSeconds.observe({ step }, Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
      runs.reset();
      for (const { step, state } of counts.runs) runs.inc({ step, state });
      for (const state of mailStates) mails.set({ state }, counts.mails[state]);
      nextDue.set(counts.nextDue === null ? Number.NaN : Date.parse(counts.nextDue) / 1000);
    },
    failed: () => ticks.inc({ outcome: 'failed' }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    sinceGood,
  };
}
