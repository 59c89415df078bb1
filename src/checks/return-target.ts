import { leadReturns } from '../model/column-returns.ts';
import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { figureKey } from '../model/falls.ts';
import { targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';

const unknown = explained(
  defineProblem<{ reporter: string; target: string }>(
    'return-target-unknown',
    'error',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}填报了任务分解表中没有的目标编号“${d.target}”`,
        hint: '目标编号由序号和目标次序组成，如13.2；请对照任务分解表更正。',
      }),
      en: (d) => ({
        message: `${d.reporter} reported on target 「${d.target}」, which the plan does not have`,
        hint: 'Ids are project number and place in it, such as 13.2; correct it from the plan.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '在任务分解表中没有',
      finds: '月报的目标编号不在任务分解表中。',
      remedy: '目标编号由序号和目标次序组成，如13.2；请对照任务分解表更正。',
    },
    en: {
      title: 'are not in the plan',
      finds: 'A return speaks of a target that the plan does not have.',
      remedy: 'Ids are project number and place in it, such as 13.2; correct it from the plan.',
    },
  },
);

const twice = explained(
  defineProblem<{ reporter: string; target: string }>(
    'return-target-twice',
    'error',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}在同一份月报中两次填报目标${d.target}`,
        hint: '请只保留一行；更正请另报新版次。',
      }),
      en: (d) => ({
        message: `${d.reporter} reported target ${d.target} twice in one return`,
        hint: 'Keep one row; a correction is a return with a higher revision.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '在同一份月报中填报两次',
      finds: '同一份月报对同一目标有两行。',
      remedy: '请只保留一行；更正请另报新版次。',
    },
    en: {
      title: 'were reported twice in one return',
      finds: 'A return has two rows for one target.',
      remedy: 'Keep one row; a correction is a return with a higher revision.',
    },
  },
);

const noTask = explained(
  defineProblem<{ reporter: string; target: string; figure: string }>('return-without-task', 'warning', {
    'zh-CN': (d) => ({
      message: `${d.reporter}没有目标${d.target}的任务，却填报了${d.figure}`,
      hint: '该数字未计入；请核实是填错行，还是任务分解表有调整。',
    }),
    en: (d) => ({
      message: `${d.reporter} has no task under target ${d.target} but reported ${d.figure}`,
      hint: 'The figure is not counted. Either the row is wrong or the plan has changed.',
    }),
  }),
  {
    'zh-CN': {
      title: '没有任务却填报了数',
      finds: '填报单位没有该目标的任务，却报了累计数。',
      remedy: '该数未计入；请核实是填错行，还是任务分解表有调整。',
    },
    en: {
      title: 'were reported without a task',
      finds: 'A reporter without a task under the target gave a figure.',
      remedy: 'The figure is not counted. Either the row is wrong or the plan has changed.',
    },
  },
);

/** Every entry speaks of a target that the plan has and that its reporter holds, once. */
export const returnTarget: MonthCheck = {
  problems: [unknown, twice, noTask],
  ofOneReturn: true,
  find: ({ plan, period, returns, current }) => {
    const targets = new Map(targetsOf(plan).map(({ target }) => [target.id, target]));
    const columns = plan.columns.flatMap(({ name }) => current.get(name) ?? []);
    const leads = leadReturns(plan, returns, period);
    return [...columns, ...leads].flatMap(({ reporter, entries }) => {
      const seen = new Set<string>();
      return entries.flatMap((entry) => {
        const about = { target: entry.target, column: reporter };
        const target = targets.get(entry.target);
        if (!target) return unknown({ reporter, target: entry.target }, entry.at, about);
        if (seen.has(figureKey(entry))) return twice({ reporter, target: entry.target }, entry.at, about);
        seen.add(figureKey(entry));
        if (target.allocations[reporter] || entry.cumulative === null || !current.has(reporter)) return [];
        const figure = quantityText(entry.cumulative);
        return noTask({ reporter, target: entry.target, figure }, entry.at, about);
      });
    });
  },
};
