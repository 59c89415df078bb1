import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { gatherFacts } from '../../src/health/status/gather-facts.ts';
import { monthView } from '../../src/running/schedule-view.ts';
import { planOf } from '../store/support/plan.ts';
import { entryOf, fileOf, returnOf } from '../store/support/samples.ts';
import { china, type OfficeWishes, runningOffice, steps } from './support/running-office.ts';

async function officeWith(wishes: OfficeWishes) {
  const office = await runningOffice(wishes);
  onTestFinished(() => office.remove());
  return office;
}

const recipients = (readers: string) => `  office: { to: [ducha@city.example] }\n  readers: ${readers}`;

it('a step that sends nothing has failed, is tried again with growing pauses, then left to a person', async () => {
  const office = await officeWith({ steps: { forms: steps.forms }, recipients: recipients('{}') });
  const tries: string[] = [];
  for (const time of [
    '09:00',
    '09:00',
    '09:01',
    '09:02',
    '09:05',
    '09:06',
    '09:30',
    '09:36',
    '11:00',
    '11:36',
    '23:59',
  ]) {
    const { runs } = await office.tick(`2023-06-30 ${time}`);
    tries.push(...runs.map(({ attempt, state }) => `${time} ${attempt} ${state}`));
  }
  expect(tries).toEqual(['09:00 1 failed', '09:01 2 failed', '09:06 3 failed', '09:36 4 failed', '11:36 5 failed']);
  expect(await office.reasonOf('2023-06/forms')).toMatch(/^收件人都没有邮箱地址，一封也没有发：甲区、乙县、甲局；/);
  // The office is told once that it is a person's turn.
  expect((await office.mails()).map(({ kind }) => kind)).toEqual(['trouble']);
  office.configure({ steps: { forms: steps.forms } });
  const run = await office.run('2023-07-01 08:00', '2023-06', 'forms', { by: '督查室联络员', because: null });
  expect(run).toMatchObject({ state: 'done', planned: 4, produced: 4, by: '督查室联络员', attempt: 6 });
});

it('an address outside of the allowed domains keeps no other from being mailed, and is named', async () => {
  const office = await officeWith({
    steps: { forms: steps.forms },
    recipients: recipients(
      '{ 甲区: { to: [jia@elsewhere.example, jia@city.example] }, 乙县: { to: [yi@elsewhere.example] }, 甲局: { to: [ju@city.example] } }',
    ),
  });
  const [run] = (await office.tick('2023-06-30 09:00')).runs;
  expect(run).toMatchObject({ state: 'failed', planned: 3, produced: 1 });
  const told = (name: string, address: string) =>
    `${name}的邮箱地址 ${address} 不在允许的域名之内（city.example），没有寄往该处；请在 jianbao.yaml 的 recipients 中更正或删去，或把域名加入 mail.domains`;
  expect(run?.reason?.['zh-CN']).toBe(
    `3项中2项未办成：甲区、乙县。${told('甲区', 'jia@elsewhere.example')}。${told('乙县', 'yi@elsewhere.example')}`,
  );
  const mails = await office.mails();
  expect(mails.map(({ recipient, state }) => [recipient, state])).toEqual([
    ['jia@city.example', 'sent'],
    ['ju@city.example', 'sent'],
  ]);
  // Nor would an answer to all go there.
  const first = await office.within(china('2023-06-30 09:00'), ({ store }) => store.ledger.outbox.mail(1));
  expect(first?.message.to.map(({ address }) => address)).toEqual(['jia@city.example']);
  office.configure({ steps: { forms: steps.forms } });
  const again = (await office.tick('2023-06-30 09:01')).runs;
  expect(again.map(({ state, planned, produced }) => [state, planned, produced])).toEqual([['done', 4, 4]]);
  const forms = (await office.mails()).filter(({ kind }) => kind === 'forms');
  expect(forms.map(({ recipient }) => recipient).sort()).toEqual([
    'jia-lly@city.example',
    'jia@city.example',
    'ju@city.example',
    'shibenji@city.example',
    'yi@city.example',
  ]);
});

it('without a plan, steps wait and say what to do; a plan sets them going', async () => {
  const office = await officeWith({ steps: { forms: steps.forms, close: steps.close }, since: '2023-12' });
  await office.tick('2024-01-31 09:00');
  expect(await office.runs('2024-01')).toEqual({ '2024-01/forms': 'waiting' });
  expect(await office.reasonOf('2024-01/forms')).toMatch(/没有2024年1月施行的任务分解表/);
  // Looking at it again without news is no work, and the office is told of it once.
  expect((await office.tick('2024-01-31 09:01')).runs).toEqual([]);
  await office.tick('2024-01-31 09:20');
  expect((await office.mails()).filter(({ kind }) => kind === 'trouble')).toHaveLength(1);
  await office.within(china('2024-02-01 09:00'), ({ store }) =>
    store.savePlan(
      {
        plan: { ...planOf('2024年'), year: 2024 },
        file: fileOf('计划2024.txt'),
        effective: '2024-01',
        documentNumber: null,
      },
      china('2024-02-01 09:00'),
    ),
  );
  await office.tick('2024-02-01 09:01');
  expect((await office.runs('2024-01'))['2024-01/forms']).toBe('done');
});

it('errors in the data hold the draft back with their place and remedy, until they are gone', async () => {
  const { close, draft } = steps;
  const office = await officeWith({ steps: { close, draft } });
  const wrong = entryOf('1.1', null, { cumulative: { value: '2', unit: '人' }, mark: null });
  await office.within(china('2023-07-03 09:00'), ({ store }) =>
    store.saveReturns(
      [{ file: fileOf('甲区.csv'), returns: [returnOf('甲区', '2', { revision: null, entries: [wrong] })] }],
      china('2023-07-03 09:00'),
    ),
  );
  await office.tick('2023-07-05 17:00');
  expect(await office.runs()).toEqual({ '2023-06/close': 'done', '2023-06/draft': 'waiting' });
  expect(await office.reasonOf('2023-06/draft')).toMatch(/月报.csv 第2行.*单位/);
  expect((await office.mails()).map(({ kind }) => kind)).toEqual(['trouble']);
  // As long as nothing is another, it is not tried again.
  expect((await office.tick('2023-07-05 17:05')).runs).toEqual([]);
  await office.report('2023-07-05 17:06', '2023-06', '甲区', '2');
  expect((await office.tick('2023-07-05 17:07')).runs.map(({ id, state }) => [id, state])).toEqual([
    ['2023-06/draft', 'done'],
  ]);
});

it('a year that the calendar does not know stops its own steps alone', async () => {
  const office = await officeWith({ steps: { forms: steps.forms }, since: '2023-06' });
  const far = await office.tick('2031-01-15 09:00');
  expect(far.runs.length).toBeGreaterThan(12);
  expect(Object.keys(await office.runs()).some((id) => id.startsWith('2030-'))).toBe(false);
});

it('a disk that cannot be written fails the step, which is tried again by itself', async () => {
  const { close, draft } = steps;
  const office = await officeWith({ steps: { close, draft } });
  await office.report('2023-07-03 09:00', '2023-06', '甲区', '2');
  const inTheWay = join(office.folder, 'output/送审稿');
  writeFileSync(inTheWay, 'a file where the folder should be');
  const failed = (await office.tick('2023-07-05 17:00')).runs.find(({ step }) => step === 'draft');
  expect(failed?.state).toBe('failed');
  expect(failed?.reason?.['zh-CN']).toMatch(/无法写入 .*送审稿/);
  rmSync(inTheWay);
  expect((await office.tick('2023-07-05 17:00')).runs).toEqual([]);
  const again = (await office.tick('2023-07-05 17:01')).runs;
  expect(again.map(({ step, state, attempt }) => [step, state, attempt])).toEqual([['draft', 'done', 2]]);
});

it('months missed long ago are begun by a person alone, and then go on', async () => {
  const { forms, remind } = steps;
  const office = await officeWith({ steps: { forms, remind }, since: '2023-03', catchUp: 31 });
  // Forms of March, April and May were due on 3-31, 4-28 and 5-31, those of June are not yet.
  const states = async (now: string) => {
    await office.tick(now);
    return office.runs();
  };
  expect(await states('2023-06-15 09:00')).toEqual({ '2023-05/forms': 'done late', '2023-05/remind': 'done late' });
  const missed = ['2023-03', '2023-04'];
  const facts = await office.within(china('2023-06-15 09:00'), (open) => gatherFacts(open, china('2023-06-15 09:00')));
  expect([facts.missed.map(({ period, step }) => [period, step]), facts.due]).toEqual([
    missed.map((period) => [period, 'forms']),
    [],
  ]);
  const rows = await office.within(china('2023-06-15 09:00'), (open) =>
    monthView(open, '2023-03', china('2023-06-15 09:00')),
  );
  expect(rows.map(({ state, reason }) => [state, reason?.['zh-CN']])).toEqual([
    ['due', '错过太久，不自动补办；要办请运行 jianbao schedule run'],
    ['due', '错过太久，不自动补办；要办请运行 jianbao schedule run'],
  ]);
  // Leaving a step out begins nothing; doing one does.
  const by = { by: '督查室联络员', because: '试运行' };
  await office.within(china('2023-06-15 10:00'), ({ store }) =>
    store.ledger.runs.skip(
      { period: '2023-03', step: 'forms', due: china('2023-03-31 09:00') },
      by.by,
      by.because,
      china('2023-06-15 10:00'),
    ),
  );
  await office.run('2023-06-15 10:00', '2023-04', 'forms', by);
  expect(await states('2023-06-15 10:01')).toEqual({
    '2023-03/forms': 'skipped',
    '2023-04/forms': 'done late',
    '2023-04/remind': 'done late',
    '2023-05/forms': 'done late',
    '2023-05/remind': 'done late',
  });
});

it('an address that is written twice, in another case too, has one mail and one place in its head', async () => {
  const readers = '{ 甲区: { to: [], liaisons: [jia@city.example, Jia@City.Example, jia@city.example] } }';
  const office = await officeWith({ steps: { forms: steps.forms }, recipients: recipients(readers) });
  await office.tick('2023-06-30 09:00');
  const mails = await office.mails();
  expect(mails.map(({ recipient, key }) => [recipient, key])).toEqual([
    ['jia@city.example', '2023-06/forms/forms/甲区/jia@city.example'],
  ]);
  const mail = await office.within(china('2023-06-30 10:00'), ({ store }) =>
    store.ledger.outbox.mail(mails[0]?.id ?? 0),
  );
  expect(mail?.message.to.map(({ address }) => address)).toEqual(['jia@city.example']);
});
