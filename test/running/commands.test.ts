import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { typed } from '../support/command.ts';
import { type RunningOffice, runningOffice, steps } from './support/running-office.ts';

const { forms, remind, escalate, close } = steps;

let office: RunningOffice;
beforeEach(async () => {
  office = await runningOffice({ steps: { forms, remind, escalate, close } });
  return () => office.remove();
});

/** A command at a time in China. */
const at = (time: string, ...words: string[]) => typed([...words, '--from', '.', '--now', time], office.folder);
const by = ['--by', '督查室联络员', '--because', '放假调整'];

it('serve --once does what is due and logs a line for each thing, naming no address', async () => {
  const { status, stdout } = await at('2023-06-30 09:00', 'serve', '--once');
  expect(status).toBe(0);
  expect(await office.runs()).toEqual({ '2023-06/forms': 'done' });
  expect(office.sent()).toHaveLength(4);
  const [day = ''] = readdirSync(join(office.folder, '日志'));
  const log = readFileSync(join(office.folder, '日志', day), 'utf8');
  expect(log.split('\n').filter((line) => line.includes('task done'))).toHaveLength(4);
  expect(stdout + log.replaceAll(/[0-9a-f]{40}@/g, '')).not.toContain('@');
});

it('serve goes on after a round that failed, and says why; it ends otherwise only when it cannot begin', async () => {
  writeFileSync(join(office.folder, '发件箱'), 'a file where the folder should be');
  const round = await at('2023-06-30 09:00', 'serve', '--once');
  expect(round.status).toBe(0);
  writeFileSync(join(office.folder, 'jianbao.yaml'), 'schedule: 5');
  const { status, stderr } = await at('2023-06-30 09:00', 'serve', '--once');
  expect(status).toBe(2);
  expect(stderr).toContain('jianbao.yaml');
});

it('schedule list tells when each step is due and how it stands', async () => {
  await at('2023-06-30 09:00', 'serve', '--once');
  await at('2023-06-30 09:00', 'schedule', 'pause', 'close', ...by);
  const { stdout } = await at('2023-07-03 10:00', 'schedule', 'list', '--month', '2023-06');
  expect(stdout.split('\n').slice(2, 6)).toEqual([
    '2023-06  forms     2023-06-30 09:00  已办',
    '2023-06  remind    2023-07-03 09:00  待办',
    '2023-06  escalate  2023-07-05 09:00  未到时间',
    '2023-06  close     2023-07-05 17:00  暂停      督查室联络员暂停：放假调整',
  ]);
});

it('a dry run tells who gets what, and changes and sends nothing', async () => {
  const { status, stdout } = await at(
    '2023-06-30 08:00',
    'schedule',
    'run',
    'forms',
    '--month',
    '2023-06',
    '--dry-run',
  );
  expect(status).toBe(0);
  expect(stdout).toContain('2023-06/forms 现在办理的话，共4项（试算，没有改动，也没有寄出）');
  expect(stdout).toContain('甲区：月报表发给 jia-lly@city.example');
  expect(await office.runs()).toEqual({});
  expect(await office.mails()).toEqual([]);
  expect(existsSync(join(office.folder, '发件箱'))).toBe(false);
});

it('run does a step early, once', async () => {
  const { status, stdout } = await at(
    '2023-06-28 08:00',
    'schedule',
    'run',
    'forms',
    '--month',
    '2023-06',
    '--by',
    '督查室联络员',
  );
  expect([status, stdout]).toEqual([0, '2023-06/forms：已办，应办4项，办成4项\n寄出邮件 4 封\n']);
  const again = await at('2023-06-28 08:01', 'schedule', 'run', 'forms', '--month', '2023-06');
  expect([again.status, again.stderr.trim()]).toEqual([2, '2023年6月的 forms 已经办结，不会再办一次']);
  await at('2023-06-30 09:00', 'serve', '--once');
  expect(office.sent()).toHaveLength(4);
  const { stdout: history } = await at('2023-06-30 09:00', 'schedule', 'history');
  expect(history.split('\n')[2]).toMatch(
    /^2023-06 {2}forms {2}2023-06-30 09:00 {2}2023-06-28 08:00 {2}0\.0s {2}4\/4 +已办 {2}督查室联络员/,
  );
});

it('a paused step waits for its resumption, and is then caught up', async () => {
  expect((await at('2023-06-30 08:00', 'schedule', 'pause', 'forms', ...by)).status).toBe(0);
  await at('2023-06-30 09:00', 'serve', '--once');
  expect(await office.runs()).toEqual({});
  expect((await at('2023-06-30 09:00', 'schedule', 'pause', 'forms', ...by)).status).toBe(1);
  expect((await at('2023-07-01 09:00', 'schedule', 'resume', 'forms', '--by', '督查室联络员')).status).toBe(0);
  await at('2023-07-01 09:00', 'serve', '--once');
  expect(await office.runs()).toEqual({ '2023-06/forms': 'done late' });
});

it('a skipped step is left out, and a person is asked for a name and a reason', async () => {
  const nameless = await at('2023-06-30 08:00', 'schedule', 'skip', 'forms', '--month', '2023-06');
  expect([nameless.status, nameless.stderr]).toEqual([2, '须写明经办人和理由：--by 姓名 --because 理由\n']);
  expect((await at('2023-06-30 08:00', 'schedule', 'skip', 'forms', '--month', '2023-06', ...by)).status).toBe(0);
  await at('2023-06-30 09:00', 'serve', '--once');
  expect(await office.runs()).toEqual({ '2023-06/forms': 'skipped' });
  expect(await office.mails()).toEqual([]);
  const unknown = await at('2023-06-30 08:00', 'schedule', 'run', 'sent', '--month', '2023-06');
  expect([unknown.status, unknown.stderr]).toEqual([2, '没有“sent”这个步骤；可选：forms、remind、escalate、close\n']);
});

it('a step that was taken out of the settings while it waits says so, and can be left out', async () => {
  const hold = '{ when: 报送期限顺延后2个工作日 17:00, missing: hold }';
  office.configure({ steps: { close: hold } });
  await at('2023-07-05 17:00', 'serve', '--once');
  expect(await office.runs()).toEqual({ '2023-06/close': 'waiting' });
  office.configure({ steps: { archive: steps.archive } });
  const told =
    'close 已从 jianbao.yaml 的 schedule.steps 中删去，不会再办；不办的请运行 jianbao schedule skip close --month 2023-06 --by 姓名 --because 理由，要办的请把它写回去。原先：未报送';
  const month = ['--month', '2023-06'];
  expect((await at('2023-07-06 09:00', 'schedule', 'list', ...month)).stdout).toContain(`等待      ${told}`);
  expect((await at('2023-07-06 09:00', 'status')).stdout).toContain(`2023-06 ${told}`);
  const run = await at('2023-07-06 09:00', 'schedule', 'run', 'close', ...month);
  expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(told)]);
  expect((await at('2023-07-06 09:00', 'schedule', 'skip', 'close', ...month, ...by)).status).toBe(0);
  expect((await at('2023-07-06 09:00', 'status')).stdout).not.toContain('close');
});
