import { defineProblem } from '../model/diagnostic.ts';
import { ratio } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import type { MonthCheck } from './check.ts';
import { listOf } from './list-of.ts';
import { figuresOf, reportedTasks, stepOf } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ targets: string; rates: string }>('small-task', 'info', {
    'zh-CN': (d) => ({
      message: `本月有${d.rates}个完成率因任务数很小而一次上升20个百分点以上，涉及目标${d.targets}`,
      hint: '这些任务完成1个单位，完成率即变动20个百分点以上；看完成率和排名时请留意，不必处理。',
    }),
    en: (d) => ({
      message: `${d.rates} rate(s) rose by 20 points or more this month because the task is so small, under target(s) ${d.targets}`,
      hint: 'One unit moves these rates by 20 points or more. Keep it in mind when reading rates and ranks; nothing to do.',
    }),
  }),
  {
    'zh-CN': {
      title: '任务数很小',
      finds: '任务数小到完成一个单位，完成率就变动20个百分点以上，而当月有增加；全表合为一条。',
      remedy: '看完成率和排名时请留意；不必处理。',
    },
    en: {
      title: 'are very small tasks',
      finds:
        'A task is so small that one unit moves its rate by 20 points or more, and it moved this month; one finding for all.',
      remedy: 'Keep it in mind when reading rates and ranks; nothing to do.',
    },
  },
);

/** One step is so much of the task, or more. */
const coarse = ratio(1, 5);

/** Rates that leap because their tasks are a few units. */
export const smallTask: MonthCheck = {
  problems: [problem],
  find: (month) => {
    const lastMonth = figuresOf(month.previous);
    const leaps = reportedTasks(month).filter((one) => {
      if (stepOf(one.task).lt(one.whole.mul(coarse))) return false;
      const before = lastMonth(one);
      return before !== null && one.reached.gt(before);
    });
    if (leaps.length === 0) return [];
    const targets = listOf([...new Set(leaps.map(({ target }) => target.id))]);
    return [problem({ targets, rates: String(leaps.length) }, null)];
  },
};
