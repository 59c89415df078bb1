import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { Manifest } from '../../src/publishing/manifest.ts';
import { verifyFiles } from '../../src/verification/verify-files.ts';
import { startChild } from '../store/support/children.ts';
import { onEachDatabase } from '../store/support/databases.ts';
import { at, june, signingOffice, type TestOffice } from './support/signing-office.ts';

/** Programs killed on each kind of database, two at a time. */
const kills = Number(process.env['JIANBAO_KILLS'] ?? 2);
const killsPerEdition = 4;
const script = fileURLToPath(new URL('./support/sign-child.ts', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianbao-signing-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Line {
  readonly signed?: { readonly by: string; readonly at: string };
  readonly published?: string;
}

onEachDatabase('signing', (fresh) => {
  it(
    `that is killed (${kills} times) is completed by whoever comes next, and never publishes two things`,
    async () => {
      const url = await fresh();
      const city = await signingOffice(url, mkdtempSync(join(work, 'office-')));
      let signer = 0;
      // How long the whole way takes, so that kills fall on every part of it.
      let span = 1200;
      const start = (number: number) => {
        const now = `2023-07-${String(5 + number).padStart(2, '0')}T0${signer % 10}:00:00.000Z`;
        return startChild([url, city.folder, String(number), `第${++signer}人`, now], tmpdir(), script);
      };
      for (let number = 0; number * killsPerEdition < kills; number += 1) {
        if (number > 0) await city.report('市本级', String(1 + number), at('05T09:00'));
        const heard: Line[] = [];
        for (let killed = 0; killed < Math.min(killsPerEdition, kills - number * killsPerEdition); killed += 2) {
          const children = [start(number), start(number)];
          await Promise.all(
            children.map(async (child) => {
              await child.saidAtLeast(1);
              await pause(Math.random() * span);
              child.process.kill('SIGKILL');
              heard.push(...((await child.ended).said as Line[]));
            }),
          );
        }
        const child = start(number);
        await child.saidAtLeast(1);
        const begun = performance.now();
        const last = await child.ended;
        span = Math.max(span, performance.now() - begun);
        expect(last.code).toBe(0);
        heard.push(...(last.said as Line[]));
        await expectOne(city, number, heard);
      }
      expect(await city.office(at('31T01:00'), ({ store }) => store.ledger.audit.firstChanged())).toBeNull();
    },
    60_000 + kills * 4_000,
  );
});

/** One signature and one publication in the ledger, in the log and in the folder, and they are those that anybody was told of. */
async function expectOne(city: TestOffice, number: number, heard: readonly Line[]): Promise<void> {
  const edition = await city.office(at('31T01:00'), ({ store }) => store.ledger.editions.edition(june, number));
  expect(edition?.state).toBe('published');
  for (const { signed } of heard) if (signed !== undefined) expect(signed).toEqual(edition?.signed);
  for (const { published } of heard) if (published !== undefined) expect(published).toBe(edition?.published?.snapshot);
  const log = (await city.audit()).filter((line) => line.includes(` 2023-06/${number} `));
  for (const action of ['signed', 'published'])
    expect(log.filter((line) => line.startsWith(`edition.${action} `))).toHaveLength(1);
  const manifest = JSON.parse(readFileSync(city.output('2023-06/manifest.json'), 'utf8')) as Manifest;
  const own = manifest.snapshots.filter((one) => one.edition === number);
  expect(own.map(({ hash, signed }) => [hash, signed?.by])).toEqual([
    [edition?.published?.snapshot, edition?.signed?.by],
  ]);
  const { files, diagnostics } = await verifyFiles({ paths: [city.output('2023-06')], against: null });
  expect(diagnostics).toEqual([]);
  expect(files).toHaveLength(manifest.packets.length);
}
