import { defineProblem } from '../model/diagnostic.ts';
import { decimalText, type Exact, ratio } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { figuresOf, type ReportedTask, reportedTasks } from './reported-tasks.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; done: string; before: string; task: string; fits: string }>(
    'figure-magnitude',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}目标${d.target}累计完成${d.done}，${d.before === '' ? '' : `上月为${d.before}，`}全年任务${d.task}，疑似多写或少写了位数；若为${d.fits}则合常理`,
        hint: '请填报单位核对位数和单位；填错的，更正后重报（版次加1）。',
      }),
      en: (d) => ({
        message: `${d.reporter}, target ${d.target}: ${d.done}${d.before === '' ? '' : ` after ${d.before}`} against a task of ${d.task} looks a power of ten off; ${d.fits} would fit`,
        hint: 'Have digits and unit checked; a slip is reported again, one revision higher.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '疑似多写或少写了位数',
      finds: '累计完成数与上月或全年任务相差约10倍、100倍、1000倍或1万倍，除去后恰合常理；写明合常理的数。',
      remedy: '请填报单位核对位数和单位；填错的，更正后重报（版次加1）。',
    },
    en: {
      title: 'look a power of ten off',
      finds:
        'A figure is about 10, 100, 1,000 or 10,000 times what last month and the task allow, and would fit without that; the fitting figure is named.',
      remedy: 'Have digits and unit checked; a slip is reported again, one revision higher.',
    },
  },
);

/** A figure above so many times its task is no success; 223 % has been published. */
const implausible = ratio(3, 1);
/** A figure that fits is at most so much of the task, and at most so many times last month's where a nought was lost. */
const fitting = ratio(6, 5);
const mostGrowth = ratio(3, 2);
const powers = [10, 100, 1_000, 10_000].map((power) => ratio(power, 1));

/** A figure that is a power of ten away from what last month and the task would have it be. */
export const figureMagnitude: MonthCheck = {
  problems: [problem],
  ofOneReturn: true,
  find: (month) => {
    const lastMonth = figuresOf(month.previous);
    return reportedTasks(month).flatMap((one) => {
      const before = lastMonth(one);
      const fits = fittingFigure(one, before);
      if (fits === null) return [];
      const { column, target, task, done, entry } = one;
      const data = {
        reporter: column,
        target: target.id,
        done: quantityText(done),
        before: before === null ? '' : decimalText(before) + task.unit,
        task: quantityText(task),
        fits: decimalText(fits) + task.unit,
      };
      return problem(data, entry.at, { target: target.id, column });
    });
  },
};

function fittingFigure({ reached, whole, done }: ReportedTask, before: Exact | null): Exact | null {
  const most = whole.mul(fitting);
  if (reached.gt(whole.mul(implausible))) {
    const less = powers.map((power) => reached.div(power)).filter((one) => before === null || one.gte(before));
    return less.find((one) => one.lte(most)) ?? null;
  }
  if (before === null || reached.equals(before)) return null;
  if (reached.gt(before)) {
    // 128 → 1280: the same digits and a nought. One digit alone grows into such a figure by chance.
    const telling = done.value.replaceAll(/^0+|\D|0+$/g, '').length > 1;
    return telling && powers.some((power) => before.mul(power).equals(reached)) ? before : null;
  }
  const more = powers.map((power) => reached.mul(power)).filter((one) => one.lte(before.mul(mostGrowth)));
  return more.find((one) => one.gte(before) && one.lte(most)) ?? null;
}
