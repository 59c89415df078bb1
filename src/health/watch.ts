import type { ServiceSettings } from '../model/service-settings.ts';
import type { Run } from '../store/ledger/runs.ts';
import { beat } from './heartbeat.ts';
import { type LedgerCounts, openMetrics } from './metrics.ts';
import { type MetricsServer, serveMetrics } from './metrics-server.ts';

/** What a running server tells of itself to others: numbers where they ask, a call after each good look. */
export interface Watch {
  good(ended: readonly Run[], seconds: number, counts: LedgerCounts): void;
  failed(): void;
  /** Where /metrics answers; null where the settings name no address. */
  readonly address: string | null;
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly service: ServiceSettings;
  /** Time in milliseconds. */
  now(): number;
  /** Told where the heartbeat does not get through, and that it does again: that stops nothing else. */
  warn(text: string): void;
}

/** A look may take as long as a month's documents do. */
const longestLook = 30 * 60;

/** UsageError where the address for the numbers cannot be had. */
export async function openWatch({ service, now, warn }: WatchOptions): Promise<Watch> {
  const metrics = openMetrics(now);
  const patience = 3 * service.every + longestLook;
  const server: MetricsServer | null =
    service.metrics === undefined ? null : await serveMetrics(service.metrics, metrics, patience);
  const { heartbeat } = service;
  let beating: Promise<void> | null = null;
  let trouble: string | null = null;
  const call = async (url: string) => {
    const wrong = await beat(url);
    if (wrong !== trouble)
      warn(wrong === null ? 'heartbeat gets through again' : `heartbeat does not get through: ${wrong}`);
    trouble = wrong;
    beating = null;
  };
  return {
    good(ended, seconds, counts) {
      metrics.good(ended, seconds, counts);
      // One call at a time: a monitor that hangs must not gather calls.
      if (heartbeat !== undefined) beating ??= call(heartbeat);
    },
    failed: () => metrics.failed(),
    address: server?.address ?? null,
    async close() {
      await beating;
      await server?.close();
    },
  };
}
