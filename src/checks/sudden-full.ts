import { defineProblem } from '../model/diagnostic.ts';
import { decimalText, ratio } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { figuresOf, reportedTasks, stepOf } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; before: string; done: string }>('sudden-full', 'warning', {
    'zh-CN': (d) => ({
      message: `${d.reporter}目标${d.target}由上月${d.before}一个月内恰好达到全年任务${d.done}`,
      hint: '请核实是否确已全部完成，有无把任务数当作完成数填报。',
    }),
    en: (d) => ({
      message: `${d.reporter}, target ${d.target}: from ${d.before} to exactly the year’s task of ${d.done} within a month`,
      hint: 'See whether all of it is done, or the task was reported in place of what was done.',
    }),
  }),
  {
    'zh-CN': {
      title: '一个月内恰好达到全年任务',
      finds: '上月完成不到六成，当月累计数恰好等于全年任务；只有几个单位的小任务不计。',
      remedy: '请核实是否确已全部完成，有无把任务数当作完成数填报。',
    },
    en: {
      title: 'reached exactly their task within a month',
      finds:
        'Less than 60 % was done last month, and now the figure is exactly the task. Tasks of a few units are left out.',
      remedy: 'See whether all of it is done, or the task was reported in place of what was done.',
    },
  },
);

/** Whoever has done more than this can finish in a month. */
const most = ratio(3, 5);
/** A task of fewer steps is often finished at one stroke. */
const leastSteps = ratio(10, 1);

/** A figure that jumps to exactly 100 %: the task may have been written for what was done. */
export const suddenFull: MonthCheck = {
  problems: [problem],
  find: (month) => {
    const lastMonth = figuresOf(month.previous);
    return reportedTasks(month).flatMap((one) => {
      const { target, column, task, done, entry, whole, reached } = one;
      if (!reached.equals(whole) || whole.lt(stepOf(task).mul(leastSteps))) return [];
      const before = lastMonth(one);
      if (before === null || before.gte(whole.mul(most))) return [];
      const data = { reporter: column, target: target.id, done: quantityText(done) };
      return problem({ ...data, before: decimalText(before) + task.unit }, entry.at, { target: target.id, column });
    });
  },
};
