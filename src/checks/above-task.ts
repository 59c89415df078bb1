import { defineProblem } from '../model/diagnostic.ts';
import { exact, ratio, rounded } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import { targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';

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
  find: ({ plan, current }) =>
    targetsOf(plan).flatMap(({ target }) =>
      plan.columns.flatMap(({ name }) => {
        const task = target.allocations[name];
        const entry = current.get(name)?.entries.find(({ target: id }) => id === target.id);
        const done = entry?.cumulative;
        if (!task || !entry || !done || done.unit !== task.unit || target.direction === 'at-most') return [];
        if (exact(task.value).lte(ratio(0, 1)) || exact(done.value).lte(exact(task.value))) return [];
        const rate = rounded(exact(done.value).div(exact(task.value)).mul(100), 1);
        return problem(
          { reporter: name, target: target.id, done: quantityText(done), task: quantityText(task), rate },
          entry.at,
          { target: target.id, column: name },
        );
      }),
    ),
};
