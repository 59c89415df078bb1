import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { type ReportedTask, reportedTasks } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ target: string; figure: string; columns: string }, { count: string }>('same-figure', 'warning', {
    'zh-CN': (d) => ({
      message: `目标${d.target}有${d.count}列任务不同而累计完成同为${d.figure}（${d.columns}）`,
      hint: '请牵头单位核实是否平均分摊或相互照抄。',
    }),
    en: (d) => ({
      message: `target ${d.target}: ${d.count} columns with different tasks all report ${d.figure} (${d.columns})`,
      hint: 'Ask the lead unit whether the figure was spread evenly or copied.',
    }),
  }),
  {
    'zh-CN': {
      title: '有多列任务不同而数字相同',
      finds: '一项目标有4列以上、且占已报各列一半以上，任务各不相同而累计完成数相同；一位数不计。',
      remedy: '请牵头单位核实是否平均分摊或相互照抄。',
    },
    en: {
      title: 'have many columns with the same figure',
      finds:
        'Four columns or more, and more than half of those that reported, have different tasks and the same figure of two digits or more.',
      remedy: 'Ask the lead unit whether the figure was spread evenly or copied.',
    },
  },
);

const fewest = 4;

/** Columns with different tasks hardly come to the same figure by themselves. */
export const sameFigure: MonthCheck = {
  problems: [problem],
  find: (month) => {
    const targets = Map.groupBy(reportedTasks(month), ({ target }) => target);
    return [...targets].flatMap(([target, tasks]) => {
      const alike = Map.groupBy(tasks, ({ done }) => quantityText(done));
      return [...alike].flatMap(([figure, group]) => {
        const [first] = group;
        if (first === undefined || first.reached.lt(10) || !isStriking(group, tasks)) return [];
        const columns = group.map(({ column }) => column).sort();
        const data = { target: target.id, figure, columns: columns.join('、') };
        return problem(data, first.entry.at, { target: target.id }, { count: String(columns.length) });
      });
    });
  },
};

/** Many of those that reported, and their tasks differ but in pairs. */
function isStriking(group: readonly ReportedTask[], all: readonly ReportedTask[]): boolean {
  const tasks = new Set(group.map(({ task }) => quantityText(task)));
  return group.length >= fewest && group.length * 2 > all.length && tasks.size * 2 >= group.length;
}
