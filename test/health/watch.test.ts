import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openWatch, type Watch } from '../../src/health/watch.ts';
import { serviceSettings } from '../../src/model/service-settings.ts';
import type { Run } from '../../src/store/ledger/runs.ts';

const run = (step: string, seconds: number): Run => ({
  id: `2023-06/${step}`,
  period: '2023-06',
  step,
  due: '2023-07-05T09:00:00.000Z',
  late: false,
  by: null,
  state: 'done',
  attempt: 1,
  owner: null,
  leaseUntil: null,
  planned: 1,
  produced: 1,
  reason: null,
  startedAt: '2023-07-05T09:00:00.000Z',
  endedAt: new Date(Date.parse('2023-07-05T09:00:00.000Z') + seconds * 1000).toISOString(),
});
const mails = { pending: 2, sending: 0, sent: 40, retry: 1, dead: 0, 'in-doubt': 1 };
const counts = {
  runs: [run('close', 1), run('draft', 9), { step: 'draft', state: 'failed' as const }],
  mails,
  nextDue: '2023-07-06T01:00:00.000Z',
};

/** A monitor that notes who calls and answers as it is told. */
class Monitor {
  readonly calls: string[] = [];
  status: number | 'hang' = 200;
  private server: Server | null = null;
  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      this.calls.push(`${request.method} ${request.url}`);
      if (this.status !== 'hang') response.writeHead(this.status).end('ok');
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/ping/jianbao`;
  }
  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

describe('what a server tells of itself', () => {
  const open: (Watch | Monitor)[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await (one instanceof Monitor ? one.stop() : one.close());
  });
  let time = 0;
  const warned: string[] = [];
  const watching = async (service: object) => {
    time = 0;
    warned.length = 0;
    const watch = await openWatch({
      service: serviceSettings.parse({ every: 60, ...service }),
      now: () => time,
      warn: (text) => warned.push(text),
    });
    open.push(watch);
    return watch;
  };
  const until = async (what: () => boolean) => {
    while (!what()) await new Promise((go) => setTimeout(go, 5));
  };

  it('is its numbers, for Prometheus', async () => {
    const watch = await watching({ metrics: '127.0.0.1:0' });
    const get = async (path: string) => {
      const response = await fetch(`http://${watch.address}${path}`);
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
    };
    watch.good([run('draft', 9)], 0.5, counts);
    watch.failed();
    time = 42_000;
    const { status, type, text } = await get('/metrics');
    expect([status, type]).toEqual([200, expect.stringContaining('text/plain')]);
    const lines = text.split('\n');
    for (const line of [
      'jianbao_ticks_total{outcome="good"} 1',
      'jianbao_ticks_total{outcome="failed"} 1',
      'jianbao_seconds_since_good_tick 42',
      'jianbao_runs{step="draft",state="done"} 1',
      'jianbao_runs{step="draft",state="failed"} 1',
      'jianbao_mails{state="in-doubt"} 1',
      'jianbao_mails{state="dead"} 0',
      'jianbao_run_duration_seconds_sum{step="draft"} 9',
      'jianbao_tick_duration_seconds_sum 0.5',
      'jianbao_next_due_timestamp_seconds 1688605200',
    ])
      expect(lines).toContain(line);
    // The next look replaces what stood; what is over is not counted on.
    watch.good([], 0.1, { ...counts, runs: [run('archive', 1)], nextDue: null });
    const after = (await get('/metrics')).text.split('\n');
    expect(after.filter((line) => line.startsWith('jianbao_runs{'))).toEqual([
      'jianbao_runs{step="archive",state="done"} 1',
    ]);
    expect(after).toContain('jianbao_next_due_timestamp_seconds Nan');
  });

  it('is well as long as looks go well', async () => {
    const watch = await watching({ metrics: '127.0.0.1:0' });
    const health = async () => (await fetch(`http://${watch.address}/healthz`)).status;
    watch.good([], 0.1, counts);
    expect(await health()).toBe(200);
    time = 3 * 60_000;
    expect(await health()).toBe(200);
    time = 3 * 60_000 + 1800_001 + 1000;
    watch.failed();
    expect(await health()).toBe(503);
    watch.good([], 0.1, counts);
    expect(await health()).toBe(200);
    const other = await fetch(`http://${watch.address}/jianbao.yaml`);
    expect([other.status, (await fetch(`http://${watch.address}/metrics`, { method: 'POST' })).status]).toEqual([
      404, 405,
    ]);
  });

  it('says which address cannot be had', async () => {
    const first = await watching({ metrics: '127.0.0.1:0' });
    await expect(
      openWatch({ service: serviceSettings.parse({ metrics: first.address }), now: () => 0, warn() {} }),
    ).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(first.address ?? ''),
    });
  });

  it('calls the monitor after good looks alone', async () => {
    const monitor = new Monitor();
    open.push(monitor);
    const watch = await watching({ heartbeat: await monitor.start() });
    watch.failed();
    watch.good([], 0.1, counts);
    await until(() => monitor.calls.length === 1);
    watch.failed();
    await watch.close();
    expect(monitor.calls).toEqual(['GET /ping/jianbao']);
    expect(warned).toEqual([]);
  });

  it('goes on where the monitor refuses, hangs or is gone, and tells of it once', async () => {
    const monitor = new Monitor();
    open.push(monitor);
    monitor.status = 500;
    const watch = await watching({ heartbeat: await monitor.start() });
    for (const times of [1, 2]) {
      watch.good([], 0.1, counts);
      await until(() => monitor.calls.length === times);
      await new Promise((go) => setTimeout(go, 30));
    }
    expect(warned).toEqual(['heartbeat does not get through: HTTP 500']);
    monitor.status = 200;
    watch.good([], 0.1, counts);
    await until(() => warned.length === 2);
    expect(warned[1]).toBe('heartbeat gets through again');
    monitor.status = 'hang';
    for (let looks = 0; looks < 5; looks += 1) watch.good([], 0.1, counts);
    await until(() => monitor.calls.length === 4);
    monitor.stop();
    await until(() => warned.length === 3);
    expect(monitor.calls).toHaveLength(4);
    watch.good([], 0.1, counts);
    await watch.close();
    expect(warned.slice(2).every((text) => text.startsWith('heartbeat does not get through: '))).toBe(true);
  });
});
