import { columnReturns } from '../model/column-returns.ts';
import { defineProblem } from '../model/diagnostic.ts';
import { ratio } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import { completed } from '../model/pace-settings.ts';
import { monthOf, previousPeriod } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { figuresOf, reportedTasks, stepOf } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; done: string; task: string }>('no-movement', 'warning', {
    'zh-CN': (d) => ({
      message: `${d.reporter}目标${d.target}连续两个月没有进展，累计完成仍为${d.done}，全年任务${d.task}`,
      hint: '请填报单位说明原因和下一步打算；照抄上月数的，请更正。',
    }),
    en: (d) => ({
      message: `${d.reporter}, target ${d.target}: no movement for two months, still ${d.done} of ${d.task}`,
      hint: 'Ask for the reason and the next steps; a figure copied from last month is to be corrected.',
    }),
  }),
  {
    'zh-CN': {
      title: '连续两个月没有进展',
      finds:
        '自3月起（设置中另有开始月的，自其后第二个月起），未完成的任务累计数与前两个月相同；按月均进度两个月不足2个单位的小任务不计，设置中写明节点而这两个月没有节点的也不计。',
      remedy: '请填报单位说明原因和下一步打算；照抄上月数的，请更正。',
    },
    en: {
      title: 'have not moved for two months',
      finds:
        'From March on, or from the second month after the start that the settings name, the figure of an unfinished task is that of the two months before. Tasks that grow by less than two units in two months are left out, and so are those with 节点 in the settings of which none fell into these months.',
      remedy: 'Ask for the reason and the next steps; a figure copied from last month is to be corrected.',
    },
  },
);

/** So many steps make up a task that moves by two of them in two months at an even pace. */
const leastSteps = ratio(12, 1);

/** Whether anything was to be done in the two months before and in this one: the task has begun, and a 节点 fell into them. */
function isDue({ startMonth, nodes, between }: ReturnType<typeof completed>, month: number): boolean {
  if (month < startMonth + 2) return false;
  if (nodes === undefined || between === 'linear') return true;
  return Object.keys(nodes).some((node) => Number(node) <= month && Number(node) > month - 2);
}

/** An unfinished task whose figure has stood still for two months. */
export const noMovement: MonthCheck = {
  problems: [problem],
  find: (month) => {
    const { plan, period, returns, previous } = month;
    if (monthOf(period) < 3) return [];
    const { targets, default: rule } = month.settings.pace;
    const before = figuresOf(previous);
    const earlier = figuresOf(columnReturns(plan, returns, previousPeriod(previousPeriod(period))));
    return reportedTasks(month).flatMap((one) => {
      const { target, column, task, done, entry, whole, reached } = one;
      if (!isDue(completed(targets[target.id] ?? rule, rule), monthOf(period))) return [];
      if (reached.gte(whole) || whole.lt(stepOf(task).mul(leastSteps))) return [];
      if (!before(one)?.equals(reached) || !earlier(one)?.equals(reached)) return [];
      const data = { reporter: column, target: target.id, done: quantityText(done), task: quantityText(task) };
      return problem(data, entry.at, { target: target.id, column });
    });
  },
};
