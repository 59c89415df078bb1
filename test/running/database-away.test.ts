import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hasPostgres, startPostgres } from '../support/postgres.ts';
import { china, runningOffice, steps } from './support/running-office.ts';
import { startServer } from './support/servers.ts';

describe.skipIf(!hasPostgres)('a database server that stops (skipped where initdb is not installed)', () => {
  it('in the midst of a step leaves that step to the same serve, which completes it once', async () => {
    const postgres = startPostgres();
    const { close, draft } = steps;
    const url = await postgres.newDatabase();
    const office = await runningOffice({ steps: { close, draft }, more: 'service: { every: 1 }' }, url);
    await office.report('2023-07-01 09:00', '2023-06', '甲区', '2');
    const server = startServer(office.folder, url, china('2023-07-05 17:00'), 'a');
    const draftIs = (state: string) =>
      office.within(china('2023-07-06 09:00'), ({ store: { ledger } }) =>
        until(async () => (await ledger.runs.run('2023-06/draft'))?.state === state),
      );
    try {
      await draftIs('running');
      postgres.pause();
      await until(async () => server.said().some(({ text }) => text.startsWith('无法连接数据库')));
      postgres.resume();
      await draftIs('done');
      server.process.kill('SIGTERM');
      expect(await server.ended).toBe(0);
      const said = server.said().filter(({ run, text }) => run === '2023-06/draft' && text === 'step done');
      expect(said).toMatchObject([{ attempt: 2 }]);
      await office.within(china('2023-07-06 09:00'), async ({ store: { ledger } }) => {
        expect((await ledger.runs.tasks('2023-06/draft')).map(({ key, state }) => [key, state])).toEqual([
          ['送审稿', 'done'],
        ]);
        const editions = await ledger.editions.list();
        expect(editions.map(({ number, state }) => [number, state])).toEqual([[0, 'checked']]);
      });
    } finally {
      server.process.kill('SIGKILL');
      postgres.stop();
      office.remove();
    }
  }, 60_000);
});

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(20)) if (await done()) return;
  throw new Error('it took too long');
}
