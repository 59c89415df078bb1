import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { chinaTime } from '../../src/model/china-time.ts';
import { nextPeriod, type Period, periodOf } from '../../src/model/period.ts';
import { stepsOf } from '../../src/schedule/month-steps.ts';
import { long } from '../support/runs.ts';
import { china, type RunningOffice, runningOffice, steps } from './support/running-office.ts';

/** What mails and closes, without the typesetting: a year of it takes seconds. */
const { forms, remind, escalate, close } = steps;
const cheap = { forms, remind, escalate, close };
/** Forms are drawn and several letters written where there is time. */
const yearly = long ? cheap : { remind, close };

/** When the steps of a month fall around holidays and make-up workdays, by the State Council's notices. */
const expected: Readonly<Record<number, readonly string[]>> = {
  2023: [
    // 1月27日（星期五）春节放假至27日，28、29日（周末）上班；31日星期二
    '2023-01/forms 2023-01-31 09:00',
    // 5月3日五一放假，5月4日上班
    '2023-04/remind 2023-05-04 09:00',
    // 10月3日国庆放假，10月7日（星期六）上班
    '2023-09/remind 2023-10-07 09:00',
    '2023-09/escalate 2023-10-09 09:00',
    '2023-12/forms 2023-12-29 09:00',
    '2023-01/close 2023-02-07 17:00',
  ],
  2026: [
    // 2月28日（星期六）上班
    '2026-02/forms 2026-02-28 09:00',
    // 10月1日至7日放假，10月10日（星期六）上班
    '2026-09/remind 2026-10-08 09:00',
    '2026-09/escalate 2026-10-10 09:00',
    '2026-09/close 2026-10-10 17:00',
  ],
};

describe.each([2023, 2026])('the year %i', (year) => {
  let office: RunningOffice;
  beforeEach(async () => {
    office = await runningOffice({ steps: yearly, since: periodOf(year, 1) });
    return () => office.remove();
  });

  it('has each step of each month once, in time, on workdays', async () => {
    const last = periodOf(year, year === 2026 ? 11 : 12);
    const due = await office.within(china(`${year}-01-01 08:00`), async ({ config, calendar }) => {
      const times = new Set<string>();
      for (let period = periodOf(year, 1); period <= last; period = nextPeriod(period))
        for (const step of stepsOf({ steps: config.schedule?.steps ?? {} }, period, {
          calendar,
          settings: config.settings,
        }))
          times.add(step.due);
      return [...times].sort();
    });
    for (const time of due) await office.tick(chinaTime(time));
    const runs = await office.within(china(`${year}-12-31 00:00`), ({ store }) => store.ledger.runs.list({}));
    const ofYear = runs.filter(({ period }) => period <= last);
    expect(ofYear).toHaveLength(Object.keys(yearly).length * (year === 2026 ? 11 : 12));
    for (const { state, late, due: at, startedAt, attempt } of ofYear)
      expect({ state, late, startedAt, attempt }).toEqual({ state: 'done', late: false, startedAt: at, attempt: 1 });
    const known = (expected[year] ?? []).filter((one) => ofYear.some(({ id }) => one.startsWith(`${id} `)));
    expect(known.length).toBeGreaterThan(1);
    const told = ofYear.map(({ id, due: at }) => `${id} ${chinaTime(at)}`);
    expect(told).toEqual(expect.arrayContaining(known));
    const mails = await office.mails();
    expect(new Set(mails.map(({ key }) => key)).size).toBe(mails.length);
    expect(office.sent()).toHaveLength(mails.length);
  });
});

describe('after days without a server', () => {
  let office: RunningOffice;
  beforeEach(async () => {
    office = await runningOffice({ steps: { ...cheap, 'remind-2': steps['remind-2'] } });
    return () => office.remove();
  });

  it('what was missed is done once, and marked as late', async () => {
    await office.tick('2023-07-10 08:00');
    expect(await office.runs()).toEqual({
      '2023-06/forms': 'done late',
      '2023-06/remind': 'done late',
      '2023-06/remind-2': 'done late',
      '2023-06/escalate': 'done late',
      '2023-06/close': 'done late',
    });
    // Two reminders at the same moment would say the same thing twice.
    expect(await office.reasonOf('2023-06/remind')).toBe('已到 remind-2 的时间，不再单独催报');
    const mails = await office.mails();
    expect(mails.filter(({ kind }) => kind === 'reminder')).toHaveLength(3);
    expect((await office.tick('2023-07-10 08:30')).runs).toEqual([]);
    expect(await office.mails()).toHaveLength(mails.length);
  });

  it('an edited time runs no month twice', async () => {
    await office.tick('2023-06-30 09:00');
    const before = await office.mails();
    office.configure({ steps: { ...cheap, forms: '{ when: 次月1日顺延 10:00 }' } });
    await office.tick('2023-07-03 10:00');
    office.configure({ steps: { ...cheap, forms: '{ when: 本月最后一个工作日 08:00 }' } });
    await office.tick('2023-07-03 10:30');
    expect((await office.mails()).filter(({ kind }) => kind === 'forms')).toHaveLength(before.length);
    const runs = await office.within(china('2023-07-03 11:00'), ({ store }) =>
      store.ledger.runs.list({ step: 'forms' }),
    );
    expect(runs.map(({ id, attempt }) => [id, attempt])).toEqual([['2023-06/forms', 1]]);
  });

  it('a clock that jumps back does nothing a second time', async () => {
    await office.tick('2023-07-10 08:00');
    const before = await office.mails();
    for (const time of ['2023-06-30 09:00', '2023-07-05 17:00', '2023-07-10 08:00']) await office.tick(time);
    expect(await office.mails()).toEqual(before);
    expect(Object.keys(await office.runs())).toHaveLength(5);
  });
});

it.each<[string, string]>([
  ['2023-06', '2023-07-05 17:00'],
  ['2023-09', '2023-10-09 17:00'],
])('closes %s at the same instant in whatever zone the machine is', async (period, time) => {
  const zone = process.env['TZ'];
  for (const other of ['America/New_York', 'Pacific/Kiritimati']) {
    process.env['TZ'] = other;
    const office = await runningOffice({ steps: { close }, since: period as Period });
    try {
      await office.tick(chinaTime(new Date(Date.parse(china(time)) - 60_000).toISOString()));
      expect(await office.runs()).toEqual({});
      await office.tick(time);
      expect(await office.runs()).toEqual({ [`${period}/close`]: 'done' });
    } finally {
      office.remove();
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  }
});

/** Months with everything in them, typesetting too. */
const months = long ? 12 : 1;

it(`goes through ${months} months of 2023 with every step, signed by the settings`, async () => {
  const office = await runningOffice({ since: '2023-01', signoff: 'automatic' });
  onTestFinished(() => office.remove());
  const periods = Array.from({ length: months }, (_, index) => periodOf(2023, index + 1));
  const due = await office.within(china('2023-01-01 08:00'), async ({ config, calendar }) =>
    periods.flatMap((period) =>
      stepsOf({ steps: config.schedule?.steps ?? {} }, period, { calendar, settings: config.settings }),
    ),
  );
  for (const [index, period] of periods.entries()) {
    await office.report('2023-01-20 10:00', period, '市本级', String(Math.floor(((index + 1) * 2) / 12)));
    await office.report('2023-01-20 10:00', period, '甲区', String(Math.floor(((index + 1) * 4) / 12)));
  }
  for (const at of [...new Set(due.map((step) => step.due))].sort()) await office.tickAt(at);
  for (const period of periods) {
    expect(Object.values(await office.runs(period))).toEqual(Array(9).fill('done'));
    const edition = await office.within(china('2024-03-01 08:00'), ({ store }) =>
      store.ledger.editions.edition(period, 0),
    );
    expect(edition).toMatchObject({ state: 'delivered', signed: { automatic: true } });
  }
  const mails = await office.mails();
  expect(mails.filter(({ kind, period }) => kind === 'packet' && period <= periodOf(2023, months))).toHaveLength(
    5 * months,
  );
  expect(mails.every(({ state }) => state === 'sent')).toBe(true);
}, 300_000);
