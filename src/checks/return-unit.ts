import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; figure: string; task: string }>(
    'return-unit',
    'error',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}目标${d.target}报“${d.figure}”，任务为“${d.task}”，单位不一致`,
        hint: '请退回填报单位，按任务的单位重新填报（版次加1）；未更正前本月简报不予生成。',
      }),
      en: (d) => ({
        message: `${d.reporter}, target ${d.target}: reported 「${d.figure}」 against a task of 「${d.task}」, units differ`,
        hint: 'Have it reported again in the unit of the task, one revision higher; until then the month is not published.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '累计完成的单位与任务不一致',
      finds: '累计完成数的单位与任务的单位不同，如“平方米”对“万平方米”。',
      remedy: '请退回填报单位，按任务的单位重新填报（版次加1）。',
    },
    en: {
      title: 'are in another unit than the task',
      finds: 'A figure carries another unit than its task, such as 平方米 for 万平方米.',
      remedy: 'Have it reported again in the unit of the task, one revision higher.',
    },
  },
);

/** Every reported figure carries the unit of its task: 平方米 for 万平方米 is a slip of 10,000. */
export const returnUnit: MonthCheck = {
  problems: [problem],
  ofOneReturn: true,
  find: ({ plan, current }) =>
    plan.projects
      .flatMap((project) => project.targets)
      .flatMap((target) =>
        [...current.values()].flatMap(({ reporter, entries }) => {
          const task = target.allocations[reporter];
          return entries
            .filter(
              ({ target: id, cumulative }) => id === target.id && task && cumulative && cumulative.unit !== task.unit,
            )
            .map(({ cumulative, at }) =>
              problem(
                {
                  reporter,
                  target: target.id,
                  figure: cumulative ? quantityText(cumulative) : '',
                  task: task ? quantityText(task) : '',
                },
                at,
                { target: target.id, column: reporter },
              ),
            );
        }),
      ),
};
