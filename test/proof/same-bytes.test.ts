import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { composed } from '../support/composed.ts';
import { packetFormats } from '../support/open-written.ts';
import { freshMonth, seedsFolder } from '../support/plan-2023.ts';
import { written } from '../support/written-packet.ts';

const zone = process.env.TZ;
const work = mkdtempSync(join(tmpdir(), 'jianbao-same-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the files of a month', () => {
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  /** Everything from reading on happens at that time and place. */
  const writeAt = async (time: string, timeZone: string, audience = '上城区') => {
    process.env.TZ = timeZone;
    vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] });
    const document = await composed(freshMonth('2023-06'), audience);
    const files: Uint8Array[] = [];
    for (const format of packetFormats) files.push(await written(document, format));
    return files;
  };

  it('have the same bytes on any day, in any time zone, and after any other document', async () => {
    const first = await writeAt('2023-07-05T08:00:00Z', 'Asia/Shanghai');
    const other = await writeAt('2024-02-29T00:00:00Z', 'UTC', '滨江区');
    const again = await writeAt('2031-12-31T23:59:59Z', 'America/Los_Angeles');
    for (const [index, format] of packetFormats.entries()) {
      const bytes = first[index] as Uint8Array;
      expect([format, Buffer.compare(bytes, again[index] as Uint8Array)]).toEqual([format, 0]);
      expect([format, Buffer.compare(bytes, other[index] as Uint8Array)]).not.toEqual([format, 0]);
    }
  });
});

describe('two runs of the command', () => {
  const program = fileURLToPath(new URL('../../src/launch.ts', import.meta.url));

  function report(out: string, env: Readonly<Record<string, string>>): Promise<number | null> {
    const sources = ['--month', '2023-06', '--from', seedsFolder, '--district', '上城区'];
    return command(['report', ...sources, '--format', packetFormats.join(','), '--out', out], env);
  }

  function command(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number | null> {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: work,
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  }

  it('make the same manifest, which names every byte of every file, and so does a third from their snapshot', async () => {
    const [one, other] = [join(work, 'one'), join(work, 'other')];
    const codes = await Promise.all([
      report(one, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }),
      report(other, { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' }),
    ]);
    expect(codes).toEqual([0, 0]);
    const manifest = readFileSync(join(one, 'manifest.json'), 'utf8');
    expect(readFileSync(join(other, 'manifest.json'), 'utf8')).toBe(manifest);
    const { files } = JSON.parse(manifest).packets[0];
    expect(files).toHaveLength(packetFormats.length);
    const { snapshots } = JSON.parse(manifest);
    const again = join(work, 'again');
    const snapshot = join(one, snapshots[0].file.path);
    expect(await command(['report', '--snapshot', snapshot, '--out', again], { TZ: 'Asia/Kathmandu' })).toBe(0);
    for (const { path } of files)
      expect(readFileSync(join(again, path)).equals(readFileSync(join(one, path)))).toBe(true);
    for (const { path } of files)
      expect(readFileSync(join(one, path)).equals(readFileSync(join(other, path)))).toBe(true);
  });
});
