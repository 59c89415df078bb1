import { defineProblem } from '../model/diagnostic.ts';
import { type Exact, exact, ratio, rounded } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { reportedTasks } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; printed: string; done: string; task: string }, { rate: string }>(
    'printed-rate',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}目标${d.target}所报完成率${d.printed}，按累计完成${d.done}、全年任务${d.task}计算为${d.rate}%`,
        hint: '各表按重新计算的完成率列示；请填报单位核对累计数、任务数和完成率哪个有误。',
      }),
      en: (d) => ({
        message: `${d.reporter}, target ${d.target}: the printed rate ${d.printed} is not ${d.done} of ${d.task}, which is ${d.rate} %`,
        hint: 'The recomputed rate counts; ask which of figure, task and rate is wrong.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '所报完成率与重新计算的不符',
      finds: '月报带有“完成率”一列，所写的率与累计完成数除以全年任务不符（按所写小数位数比较，进位、去尾均可）。',
      remedy: '各表按重新计算的完成率列示；请填报单位核对累计数、任务数和完成率哪个有误。',
    },
    en: {
      title: 'print a rate that is not the recomputed one',
      finds:
        'A return has a column 完成率, and a rate in it is not the figure divided by the task, to as many decimals as it shows, rounded or cut.',
      remedy: 'The recomputed rate counts; ask which of figure, task and rate is wrong.',
    },
  },
);

const rate = /^(\d+(?:\.(\d+))?)\s*([%％]?)$/u;

/** A rate that a return prints is its figure divided by the task. */
export const printedRate: MonthCheck = {
  problems: [problem],
  ofOneReturn: true,
  ofUnstored: true,
  find: (month) =>
    reportedTasks(month).flatMap(({ target, column, task, done, entry, whole, reached }) => {
      const printed = entry.printedRate ?? '';
      const [, value, decimals = '', sign] = rate.exec(printed) ?? [];
      if (value === undefined) return [];
      const share = reached.div(whole);
      const percent = share.mul(100);
      // Without a sign it may be a share as well as a percentage.
      if (isShown(value, decimals.length, percent)) return [];
      if (sign === '' && isShown(value, decimals.length, share)) return [];
      const data = { reporter: column, target: target.id, printed, done: quantityText(done), task: quantityText(task) };
      return problem(
        data,
        entry.at,
        { target: target.id, column },
        { rate: rounded(percent, Math.max(1, decimals.length)) },
      );
    }),
};

/** Whether a decimal shows a number, rounded or cut to its decimals. */
function isShown(text: string, decimals: number, value: Exact): boolean {
  return exact(text)
    .sub(value)
    .abs()
    .lt(ratio(1, 10 ** decimals));
}
