import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeCalendar } from '../../src/calendar/office-calendar.ts';
import { ruleText } from '../../src/calendar/rule-text.ts';
import { chinaInstant } from '../../src/model/china-time.ts';
import type { Period } from '../../src/model/period.ts';
import type { ScheduleSettings } from '../../src/model/schedule-settings.ts';
import { dueSteps, nextSteps, stepId } from '../../src/schedule/due-steps.ts';
import { stepsOf } from '../../src/schedule/month-steps.ts';
import { anyRule } from '../calendar/any-rule.ts';
import { runs } from '../support/runs.ts';
import { byDefault, scheduled } from './month-table.ts';

const calendar = officeCalendar(null);
const { schedule, settings } = byDefault('2023-01');
const by = { calendar, settings };
const at = (date: string, time = '09:00') => chinaInstant(date, time);
const none: ReadonlySet<string> = new Set();

/** A ledger that is told at each tick what is due, and begins all of it. */
function ticked(times: readonly string[], scheduleAt: (tick: number) => ScheduleSettings): string[] {
  const begun: string[] = [];
  for (const [tick, now] of times.entries()) {
    const { steps } = dueSteps({ schedule: scheduleAt(tick), ...by, now, known: new Set(begun) });
    begun.push(...steps.map(stepId));
  }
  return begun;
}

const start = Date.parse(at('2022-12-20'));
/** Ticks at odd hours over two years and more: dense or with months between, as a program runs that is down now and then; clocks jump back, too. */
const ticks = fc
  .array(fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 2500 })), { minLength: 1, maxLength: 40 })
  .map((gaps) => {
    let hours = 0;
    return gaps.map((gap) => {
      hours += gap;
      return new Date(Math.min(start + hours * 3_600_000 + gap * 61_000, Date.parse(at('2025-12-01')))).toISOString();
    });
  });

describe('what is due', () => {
  it('is a step from its minute on', () => {
    const before = dueSteps({ schedule, ...by, now: '2023-01-31T00:59:59.999Z', known: none });
    expect(before).toEqual({ steps: [], undated: [] });
    const { steps } = dueSteps({ schedule, ...by, now: '2023-01-31T01:00:00.000Z', known: none });
    expect(steps.map((step) => [stepId(step), step.due, step.late])).toEqual([
      ['2023-01/forms', '2023-01-31T01:00:00.000Z', false],
    ]);
  });

  it('is each step once, whenever the program looks', () => {
    fc.assert(
      fc.property(ticks, (times) => {
        const begun = ticked(times, () => schedule);
        const last = times.reduce((a, b) => (b > a ? b : a), '');
        const expected = months('2023-01', '2025-12')
          .flatMap((period) => stepsOf(schedule, period, by))
          .filter(({ due }) => due <= last);
        expect([...begun].sort()).toEqual(expected.map(stepId).sort());
      }),
      { numRuns: runs(25, 1000) },
    );
  });

  it('is never a month twice, however often its rules are changed', () => {
    const anySchedules = fc.array(fc.tuple(anyRule, anyRule, anyRule), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(ticks, anySchedules, (times, edits) => {
        const schedules = edits.map(([forms, remind, close]) => ({
          ...schedule,
          steps: {
            forms: { when: ruleText(forms) },
            remind: { when: ruleText(remind) },
            close: { when: ruleText(close) },
          },
        }));
        const begun = ticked(times, (tick) => schedules[tick % schedules.length] ?? schedule);
        expect(new Set(begun).size).toBe(begun.length);
      }),
      { numRuns: runs(25, 1000) },
    );
  });

  it('is caught up after a long time, the oldest month first, and late where it is', () => {
    const { steps } = dueSteps({
      schedule,
      ...by,
      now: at('2023-04-06', '17:30'),
      known: new Set(['2023-01/forms', '2023-02/close']),
    });
    expect(steps.map((step) => `${stepId(step)}${step.late ? ' late' : ''}`)).toEqual([
      '2023-01/remind late',
      '2023-01/remind-2 late',
      '2023-01/escalate late',
      '2023-01/close late',
      '2023-01/draft late',
      '2023-01/ask late',
      '2023-01/deliver late',
      '2023-01/archive late',
      '2023-02/forms late',
      '2023-02/remind late',
      '2023-02/remind-2 late',
      '2023-02/escalate late',
      '2023-02/draft late',
      '2023-02/ask late',
      '2023-02/deliver late',
      '2023-02/archive late',
      '2023-03/forms late',
      '2023-03/remind late',
      '2023-03/remind-2 late',
      '2023-03/escalate late',
      '2023-03/close',
      '2023-03/draft',
      '2023-03/ask',
    ]);
  });

  it('is late after the hours that the settings say', () => {
    const lateAt = (now: string, lateAfter: number) =>
      dueSteps({ schedule: { ...schedule, lateAfter }, ...by, now, known: none }).steps[0]?.late;
    expect(lateAt(at('2023-01-31', '15:00'), 6)).toBe(false);
    expect(lateAt(at('2023-01-31', '15:01'), 6)).toBe(true);
    expect(lateAt(at('2023-01-31', '09:31'), 0.5)).toBe(true);
  });

  it('begins with the schedule’s first month', () => {
    const { steps } = dueSteps({
      schedule: { ...schedule, since: '2023-06' },
      ...by,
      now: at('2023-07-03'),
      known: none,
    });
    expect(steps.map(stepId)).toEqual(['2023-06/forms', '2023-06/remind']);
  });

  it('may be due in the month before its own', () => {
    const early = { ...schedule, steps: { forms: { when: '截止日期前15个工作日 09:00' } } };
    const { steps } = dueSteps({
      schedule: early,
      calendar,
      settings: { ...settings, cutoffDay: 5 },
      now: at('2022-12-14'),
      known: none,
    });
    expect(steps.map((step) => [stepId(step), step.due])).toEqual([['2023-01/forms', at('2022-12-14')]]);
  });

  it('is moved back out of its own month, and is looked at then', () => {
    const early = scheduled('schedule: { since: 2023-09, steps: { deliver: { when: 次月5日提前 09:00 } } }');
    const { steps } = dueSteps({ ...early, calendar, now: at('2023-09-28'), known: none });
    expect(steps.map(({ due }) => due)).toEqual([at('2023-09-28')]);
  });

  it('comes in the order of the month, however the settings list it', () => {
    const shuffled = scheduled(
      'schedule: { since: 2023-06, steps: { ask: { when: 次月5日 17:00 }, deliver: { when: 次月5日 09:00 }, draft: { when: 次月5日 17:00 }, close: { when: 次月5日 17:00 } } }',
    );
    const { steps } = dueSteps({ ...shuffled, calendar, now: at('2023-08-05', '17:00'), known: none });
    expect(steps.map(stepId)).toEqual(
      ['2023-06', '2023-07'].flatMap((period) =>
        ['deliver', 'close', 'draft', 'ask'].map((name) => `${period}/${name}`),
      ),
    );
  });

  it('comes next in order', () => {
    const query = { schedule, ...by, now: at('2023-07-05', '17:00'), known: none };
    const { steps } = nextSteps({ ...query, until: at('2023-08-03') });
    expect(steps.map(stepId)).toEqual(['2023-06/deliver', '2023-06/archive', '2023-07/forms', '2023-07/remind']);
    expect(
      nextSteps({ ...query, until: at('2023-08-03'), known: new Set(['2023-06/archive']) }).steps.map(stepId),
    ).toEqual(['2023-06/deliver', '2023-07/forms', '2023-07/remind']);
  });
});

describe('at the end of the years that are known', () => {
  const last = calendar.years.at(-1) ?? 0;
  const own = { ...schedule, since: `${last}-11` };
  const done = new Set(stepsOf(own, `${last}-11` as Period, by).map(stepId));

  it('does what can be dated and tells what cannot, weeks before it is due', () => {
    const november = dueSteps({ schedule: own, ...by, now: at(`${last}-11-30`), known: none });
    expect(november.steps.map(({ name }) => name)).toEqual(['forms']);
    expect(november.undated).toEqual([]);
    const december = dueSteps({ schedule: own, ...by, now: at(`${last}-12-31`, '10:00'), known: done });
    expect(december.steps.map(stepId)).toEqual([`${last}-12/forms`]);
    const january = dueSteps({ schedule: own, ...by, now: at(`${last + 1}-01-20`, '10:00'), known: done });
    expect(january.steps.map(stepId)).toEqual([`${last}-12/forms`]);
    expect(january.undated.map(stepId)).toContain(`${last}-12/close`);
    expect(january.undated[0]?.reason['zh-CN']).toContain(`没有${last + 1}年的放假安排`);
  });

  it('refuses to plan such a month as a whole', () => {
    expect(() => stepsOf(own, `${last}-12` as Period, by)).toThrow(`没有${last + 1}年的放假安排`);
  });

  it('needs no calendar for rules that ask for no workday', () => {
    const plain = scheduled(`schedule: { since: ${last}-12, steps: { forms: { when: 次月5日 09:00 } } }`);
    expect(dueSteps({ ...plain, calendar, now: at(`${last + 1}-01-05`), known: none }).steps.map(stepId)).toEqual([
      `${last}-12/forms`,
    ]);
  });
});

function months(from: string, to: string): Period[] {
  const all: Period[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (let month = 1; month <= 12; month += 1) all.push(`${year}-${String(month).padStart(2, '0')}` as Period);
  return all.filter((period) => period >= from && period <= to);
}
