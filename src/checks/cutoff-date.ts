import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { dateText, dayIn } from '../model/period.ts';
import { latestReturns } from '../model/return.ts';
import type { MonthCheck } from './check.ts';

const problem = explained(
  defineProblem<{ reporter: string; cutoff: string; expected: string }>('cutoff-date', 'warning', {
    'zh-CN': (d) => ({
      message: `${d.reporter}月报数据截止${dateText(d.cutoff)}，${d.cutoff > d.expected ? '晚' : '早'}于规定的${dateText(d.expected)}`,
      hint: '请按规定的截止日期重新填报（版次加1）；数据仍按所报列示，与其他单位不完全可比。',
    }),
    en: (d) => ({
      message: `the figures of ${d.reporter} are as of ${d.cutoff}, ${d.cutoff > d.expected ? 'after' : 'before'} the month’s cut-off on ${d.expected}`,
      hint: 'Have them reported as of the cut-off, one revision higher; until then they are shown as they are.',
    }),
  }),
  {
    'zh-CN': {
      title: '数据截止日期与规定不符',
      finds: '月报写明的数据截止日期早于或晚于当月的截止日期。',
      remedy: '请按规定的截止日期重新填报（版次加1）；数据仍按所报列示，与其他单位不完全可比。',
    },
    en: {
      title: 'have another cut-off date',
      finds: 'A return says that its figures are as of another day than the month’s cut-off.',
      remedy: 'Have them reported as of the cut-off, one revision higher; until then they are shown as they are.',
    },
  },
);

/** All figures of a month are as of one day. */
export const cutoffDate: MonthCheck = {
  problems: [problem],
  ofOneReturn: true,
  find: ({ period, returns, settings }) => {
    const expected = dayIn(period, settings.cutoffDay);
    return [...latestReturns(returns, period).values()].flatMap(({ reporter, cutoff, at }) =>
      cutoff === expected ? [] : problem({ reporter, cutoff, expected }, at, { column: reporter }),
    );
  },
};
