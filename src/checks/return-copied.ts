import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { periodText, previousPeriod } from '../model/period.ts';
import type { MonthCheck } from './check.ts';
import { figuresOf, reportedTasks } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ reporter: string; month: string; before: string }, { count: string }>('return-copied', 'warning', {
    'zh-CN': (d) => ({
      message: `${d.reporter}${d.month}月报各项累计数与${d.before}完全相同（其中未完成${d.count}项）`,
      hint: '多半是照抄上月表；请填报单位核实后重报，确无进展的请说明原因。',
    }),
    en: (d) => ({
      message: `the return of ${d.reporter} for ${d.month} has the same figure in every row as that of ${d.before}, ${d.count} of them unfinished`,
      hint: 'It was probably copied; have it checked and reported again, or the reason given.',
    }),
  }),
  {
    'zh-CN': {
      title: '月报与上月完全相同',
      finds: '一个填报单位当月各项累计数与上月完全相同，且其中有3项以上尚未完成。',
      remedy: '多半是照抄上月表；请填报单位核实后重报，确无进展的请说明原因。',
    },
    en: {
      title: 'are the same as last month in every row',
      finds: 'All figures of a reporter are those of last month, and three tasks or more are unfinished.',
      remedy: 'It was probably copied; have it checked and reported again, or the reason given.',
    },
  },
);

const fewest = 3;

/** A return that repeats last month's in every row. */
export const returnCopied: MonthCheck = {
  problems: [problem],
  find: (month) => {
    const { period, current } = month;
    const lastMonth = figuresOf(month.previous);
    const columns = Map.groupBy(reportedTasks(month), ({ column }) => column);
    return [...columns].flatMap(([column, tasks]) => {
      const at = current.get(column)?.at ?? null;
      const open = tasks.filter(({ reached, whole }) => reached.gt(0) && reached.lt(whole));
      if (open.length < fewest || !tasks.every((one) => lastMonth(one)?.equals(one.reached))) return [];
      const data = { reporter: column, month: periodText(period), before: periodText(previousPeriod(period)) };
      return problem(data, at, { column }, { count: String(open.length) });
    });
  },
};
