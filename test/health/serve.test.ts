import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { logFolder } from '../../src/health/log.ts';
import { initOffice } from '../../src/starting/init.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-serve-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const launcher = fileURLToPath(new URL('../../src/launch.ts', import.meta.url));

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('jianbao serve', () => {
  it('answers for its numbers, calls the monitor, writes its log and ends when told to', async () => {
    const folder = join(work, 'data');
    await initOffice({ folder, source: { kind: 'empty' }, databaseUrl: null, now: '2026-03-02T01:00:00.000Z' });
    let calls = 0;
    const monitor = createServer((_, response) => {
      calls += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(monitor, 'listening');
    const address = `127.0.0.1:${await freePort()}`;
    const path = join(folder, 'jianbao.yaml');
    const settings = readFileSync(path, 'utf8')
      .replace('every: 30', 'every: 1')
      .replace(/^#( {2}heartbeat: ).*$/m, `$1http://127.0.0.1:${(monitor.address() as AddressInfo).port}/ping`)
      .replace(/^#( {2}metrics: ).*$/m, `$1${address}`)
      // Nothing is due yet.
      .replace('since: 2026-03', 'since: 2099-01');
    writeFileSync(path, settings);
    const env = { ...process.env, DATABASE_URL: '' };
    const server = spawn(process.execPath, [launcher, 'serve', '--from', folder], {
      cwd: work,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
    });
    try {
      while (calls < 2 && server.exitCode === null) await new Promise((go) => setTimeout(go, 20));
      const health = await fetch(`http://${address}/healthz`);
      expect([health.status, await health.text()]).toEqual([200, expect.stringMatching(/^ok \ds\n$/)]);
      const numbers = await (await fetch(`http://${address}/metrics`)).text();
      expect(numbers).toMatch(/^jianbao_ticks_total\{outcome="good"\} [2-9]/m);
      expect(numbers).toContain('jianbao_mails{state="dead"} 0');
    } finally {
      server.kill('SIGTERM');
      const [code] = await once(server, 'exit');
      monitor.close();
      expect(code).toBe(0);
    }
    expect(said).toBe(`已启动，每 1 秒看一次有什么到期；日志在 ${join(folder, logFolder)}，按 Ctrl-C 停止\n`);
    const [file = ''] = readdirSync(join(folder, logFolder));
    const lines = readFileSync(join(folder, logFolder, file), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['serving', 'stopped']);
  });
});
