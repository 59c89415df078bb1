import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { periodText } from '../model/period.ts';
import { targetsOf } from '../model/plan.ts';
import type { MonthCheck } from './check.ts';
import { listOf } from './list-of.ts';

const missing = explained(
  defineProblem<{ reporter: string; month: string }>('return-missing', 'warning', {
    'zh-CN': (d) => ({
      message: `${d.reporter}未报送${d.month}月报`,
      hint: '各表中标为“未报送”，不参加排名；请催报，补报后更正。',
    }),
    en: (d) => ({
      message: `${d.reporter} sent no return for ${d.month}`,
      hint: 'Its figures read 未报送 and it is not ranked; ask for the return and correct the briefing then.',
    }),
  }),
  {
    'zh-CN': {
      title: '未报送当月月报',
      finds: '有任务的列没有当月月报。',
      remedy: '各表中标为“未报送”，不参加排名；请催报，补报后更正。',
    },
    en: {
      title: 'sent no return',
      finds: 'A column with tasks has no return for the month.',
      remedy: 'Its figures read 未报送 and it is not ranked; ask for the return and correct the briefing then.',
    },
  },
);

const partial = explained(
  defineProblem<{ reporter: string; targets: string }>('return-incomplete', 'warning', {
    'zh-CN': (d) => ({
      message: `${d.reporter}未填报目标${d.targets}`,
      hint: '相应格标为“未报送”，该单位不参加排名；请催报。',
    }),
    en: (d) => ({
      message: `${d.reporter} left out target(s) ${d.targets}`,
      hint: 'They read 未报送 and the reporter is not ranked; ask for the figures.',
    }),
  }),
  {
    'zh-CN': {
      title: '有目标未填报',
      finds: '月报中缺某些任务的累计数。',
      remedy: '相应格标为“未报送”，该单位不参加排名；请催报。',
    },
    en: {
      title: 'left out targets',
      finds: 'A return lacks the figures of some tasks.',
      remedy: 'They read 未报送 and the reporter is not ranked; ask for the figures.',
    },
  },
);

/** Every column that holds a task has a return, and the return a figure for every task. */
export const returnMissing: MonthCheck = {
  problems: [missing, partial],
  find: ({ plan, period, current }) =>
    plan.columns.flatMap(({ name }) => {
      const tasks = targetsOf(plan).filter(({ target }) => target.allocations[name]);
      if (tasks.length === 0) return [];
      const found = current.get(name);
      if (!found) return missing({ reporter: name, month: periodText(period) }, null, { column: name });
      const reported = new Set(found.entries.filter((entry) => entry.cumulative).map((entry) => entry.target));
      const left = tasks.filter(({ target }) => !reported.has(target.id)).map(({ target }) => target.id);
      return left.length === 0 ? [] : partial({ reporter: name, targets: listOf(left) }, found.at, { column: name });
    }),
};
