import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../../src/running/serve.ts';
import { typed } from '../support/command.ts';
import { china, runningOffice, silentLog, steps } from './support/running-office.ts';

const hour = 60 * 60;

it('a clock that is set ahead pauses all steps and tells the office; a sleeping machine does not', async () => {
  const { forms, remind } = steps;
  const office = await runningOffice({ steps: { forms, remind }, more: 'service: { every: 1 }' });
  onTestFinished(() => office.remove());
  let [time, up] = [Date.parse(china('2023-06-30 08:00')), 1000];
  const stop = new AbortController();
  /** What happens after each look: seconds by the clock, and seconds that really pass. */
  const then: [number, number][] = [
    // It sleeps over the time of the forms, and then the clock jumps over that of the reminder.
    [3 * hour, 3 * hour],
    [100 * hour, 30],
  ];
  await serve({
    from: office.folder,
    databaseUrl: null,
    passwords: { smtp: null, imap: null },
    now: () => new Date(time).toISOString(),
    uptime: () => up,
    owner: 'test',
    log: silentLog,
    once: false,
    stop: stop.signal,
    hooks: {
      onTick() {
        const [clock, real] = then.shift() ?? [0, 0];
        time += clock * 1000;
        up += real;
        if (clock === 0) stop.abort();
      },
    },
  });
  expect(await office.runs()).toEqual({ '2023-06/forms': 'done' });
  const letters = (await office.mails()).filter(({ kind }) => kind === 'trouble');
  expect(letters.map(({ recipient, state }) => [recipient, state])).toEqual([['ducha@city.example', 'sent']]);
  const because = '电脑时钟突然拨快，显示 2023-07-04 15:00，按开机时间推算应为 2023-06-30 11:00';
  const at = (...words: string[]) => typed([...words, '--from', '.', '--now', '2023-06-30 11:10'], office.folder);
  expect((await at('status')).stdout).toContain(`全部步骤已由时钟检查于 2023-06-30 11:00 暂停：${because}`);
  expect((await at('schedule', 'list', '--month', '2023-06')).stdout).toMatch(
    new RegExp(`remind +2023-07-03 09:00 +暂停 +时钟检查暂停：${because}`),
  );
  expect((await at('doctor')).stdout).toContain(`自动办理已暂停：${because}`);
  // Resumed, with the clock set right, the month goes on at its time.
  await at('schedule', 'resume', '*', '--by', '督查室联络员');
  await office.tick('2023-07-03 08:59');
  expect(await office.runs()).toEqual({ '2023-06/forms': 'done' });
  await office.tick('2023-07-03 09:00');
  expect(await office.runs()).toMatchObject({ '2023-06/remind': 'done' });
});
