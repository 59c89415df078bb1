import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { officeCalendar } from '../../src/calendar/office-calendar.ts';
import { schemaProblem } from '../../src/model/schema-problem.ts';
import { dataFolderSchema } from '../../src/office/config.ts';
import { orderProblems } from '../../src/schedule/check-order.ts';
import { byDefault, scheduled } from './month-table.ts';

const calendar = officeCalendar(null);

function problemWith(steps: string): string {
  const parsed = dataFolderSchema.safeParse(
    parse(`schedule:\n  since: 2023-01\n  steps: ${steps}\n`, { stringKeys: true }),
  );
  return parsed.success ? 'none' : schemaProblem(parsed.error)['zh-CN'];
}

describe('the settings of a schedule', () => {
  it('are right as the program writes them, in every year that is known', () => {
    const { schedule, settings } = byDefault('2004-01');
    expect(Object.keys(schedule.steps)).toEqual([
      'forms',
      'remind',
      'remind-2',
      'escalate',
      'close',
      'draft',
      'ask',
      'deliver',
      'archive',
    ]);
    expect(schedule).toMatchObject({ since: '2004-01', lateAfter: 6 });
    expect(orderProblems(schedule, { calendar, settings })).toEqual([]);
  });

  it.each([
    [
      '{ dliver: { when: 次月5日 09:00 } }',
      '“schedule.steps.dliver”不是步骤的名称；可用forms、remind、close、draft、ask、deliver、archive',
    ],
    ['{ 分发: { does: deliver, when: 次月5日 09:00 } }', '“schedule.steps.分发”应直接以 deliver 为名'],
    ['{ close: { does: remind, when: 次月5日 09:00 } }', '“schedule.steps.close”不能作催报的名称'],
    ['{ deliver-1: { does: remind, when: 次月5日 09:00 } }', '不能作催报的名称'],
    ['{ "催/报": { does: remind, when: 次月5日 09:00 } }', '不能作催报的名称'],
    ['{ forms: { when: 次月5日 09:00, to: office } }', '“schedule.steps.forms.to”只用于 remind'],
    ['{ draft: { when: 次月5日 09:00, missing: hold } }', '“schedule.steps.draft.missing”只用于 close'],
    ['{ close: { when: 次月5日 09:00, missing: wait } }', '“schedule.steps.close.until”没有填写'],
    ['{ close: { when: 次月5日 09:00, missing: wait, until: 次月9日 09:00 } }', '“schedule.steps.close.then”没有填写'],
    [
      '{ close: { when: 次月5日 09:00, missing: hold, until: 次月9日 09:00 } }',
      '“schedule.steps.close.until”只用于 missing: wait',
    ],
    ['{ forms: { when: 次月5日延后 09:00 } }', '“schedule.steps.forms.when”写的“次月5日延后 09:00”中的“延后”看不懂'],
    [
      '{ close: { when: 次月5日 09:00, missing: wait, until: 月底, then: hold } }',
      '“schedule.steps.close.until”写的“月底”中的“月底”看不懂',
    ],
    ['{ forms: { whenn: 次月5日 09:00 } }', '“schedule.steps.forms.when”没有填写'],
    ['{ forms: { when: 9 } }', '“schedule.steps.forms.when”应为文字'],
  ])('%s: says what is wrong', (steps, problem) => {
    expect(problemWith(steps)).toContain(problem);
  });

  it.each([
    '{ 催报二: { does: remind, when: 次月5日 09:00, to: office } }',
    '{ close: { when: 次月5日 09:00, missing: hold } }',
    '{ close: { when: 次月5日 09:00 }, deliver: { does: deliver, when: 次月6日 09:00 } }',
    '{}',
  ])('%s: are right', (steps) => {
    expect(problemWith(steps)).toBe('none');
  });
});

describe('the order of the steps', () => {
  const problems = (steps: string) => {
    const { schedule, settings } = scheduled(`schedule:\n  since: 2023-01\n  steps:\n${steps}`);
    return orderProblems(schedule, { calendar, settings });
  };

  it('is wrong where two steps never come in it', () => {
    const [found, ...others] = problems(
      '    close: { when: 次月8日顺延 17:00 }\n    draft: { when: 次月5日顺延 09:00 }\n',
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'schedule-steps-reversed', severity: 'error' });
    expect(found?.message['zh-CN']).toMatch(
      /^2023-01的 close（2023-02-08 17:00）晚于 draft（2023-02-06 09:00），所查\d+个月都是如此$/,
    );
  });

  it('is told where two steps change places in some months', () => {
    const [found] = problems('    close: { when: 报送期限后3个工作日 17:00 }\n    deliver: { when: 次月10日 09:00 }\n');
    expect(found).toMatchObject({ code: 'schedule-steps-cross', severity: 'warning', data: { month: '2024-09' } });
    expect(found?.message['zh-CN']).toContain('2024-09的 close（2024-10-10 17:00）晚于 deliver（2024-10-10 09:00）');
  });

  it('lets a month wait as long as it is said to, and reminders come until then', () => {
    const wait = (until: string) =>
      problems(
        `    remind: { when: 次月9日顺延 09:00 }\n    close: { when: 次月5日顺延 17:00, missing: wait, until: ${until} 17:00, then: hold }\n`,
      ).map(({ code, data }) => [code, data['before'], data['after']]);
    expect(wait('次月9日顺延')).toEqual([]);
    expect(wait('次月4日顺延')).toEqual([
      ['schedule-steps-cross', 'remind', 'close'],
      ['schedule-steps-cross', 'close', 'until'],
    ]);
    expect(
      problems('    remind: { when: 次月9日 09:00 }\n    close: { when: 次月5日 17:00, missing: hold }\n'),
    ).toEqual([]);
  });

  it('is checked in the last years that are known where the schedule begins later', () => {
    const { schedule, settings } = scheduled(
      'schedule: { since: 2099-01, steps: { close: { when: 次月8日 17:00 }, draft: { when: 次月5日 09:00 } } }',
    );
    expect(orderProblems(schedule, { calendar, settings })[0]).toMatchObject({
      severity: 'error',
      data: { checked: '24' },
    });
  });
});
