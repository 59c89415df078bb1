import { defineProblem } from '../model/diagnostic.ts';
import { rounded } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { reportedTasks } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; done: string; task: string; rate: string }>(
    'above-task',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}目标${d.target}累计完成${d.done}，超过全年任务${d.task}，完成率${d.rate}%`,
        hint: '超额完成属正常情形；请确认不是重复统计或单位填错。',
      }),
      en: (d) => ({
        message: `${d.reporter}, target ${d.target}: ${d.done} exceeds the year's task of ${d.task} (${d.rate} %)`,
        hint: 'Exceeding a task is normal; make sure nothing was counted twice or in another unit.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '累计完成超过全年任务',
      finds: '累计完成数大于全年任务（“不超过”类目标除外）。',
      remedy: '超额完成属正常情形；请确认不是重复统计或单位填错。',
    },
    en: {
      title: 'are above the task of the year',
      finds: 'The cumulative figure exceeds the task of the year (targets of the kind 5%以内 excepted).',
      remedy: 'Exceeding a task is normal; make sure nothing was counted twice or in another unit.',
    },
  },
);

/** Figures above the year's task are shown as they are and pointed out. */
export const aboveTask: MonthCheck = {
  problems: [problem],
  ofOneReturn: true,
  find: (month) =>
    reportedTasks(month).flatMap(({ target, column, task, done, entry, whole, reached }) => {
      if (reached.lte(whole)) return [];
      const rate = rounded(reached.div(whole).mul(100), 1);
      const data = { reporter: column, target: target.id, done: quantityText(done), task: quantityText(task), rate };
      return problem(data, entry.at, { target: target.id, column });
    }),
};
