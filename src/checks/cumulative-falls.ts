import { wholeCityReturns } from '../model/column-returns.ts';
import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { fallsIn } from '../model/falls.ts';
import { monthOf, previousPeriod } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; now: string; before: string; reason: string }>(
    'cumulative-falls',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}目标${d.target}累计完成由上月${d.before}降为${d.now}${d.reason === '' ? '' : `，填报原因：${d.reason}`}`,
        hint:
          d.reason === ''
            ? '累计数一般不应减少；请填报单位说明原因，或更正上月数。'
            : '请核实所报原因；上月数有误的，请填报单位更正上月数。',
      }),
      en: (d) => ({
        message: `${d.reporter}, target ${d.target}: the cumulative figure fell from ${d.before} to ${d.now}${d.reason === '' ? '' : `; the reason given: ${d.reason}`}`,
        hint:
          d.reason === ''
            ? 'Cumulative figures do not fall; ask for the reason or a correction of last month.'
            : 'Check the reason; if last month was wrong, have it corrected.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '累计完成比上月减少',
      finds: '累计完成数小于上月。',
      remedy: '请填报单位说明原因，或更正上月数。',
    },
    en: {
      title: 'are below last month',
      finds: 'A cumulative figure is below that of last month.',
      remedy: 'Ask for the reason or a correction of last month.',
    },
  },
);

/** A cumulative figure is not below last month's: those of the columns, and those that lead units report of the whole city. */
export const cumulativeFalls: MonthCheck = {
  problems: [problem],
  find: ({ plan, period, returns, current, previous }) => {
    const before = monthOf(period) === 1 ? [] : wholeCityReturns(plan, returns, previousPeriod(period));
    const lastMonth = [...previous.values(), ...before];
    return [...current.values(), ...wholeCityReturns(plan, returns, period)].flatMap(({ reporter, entries }) => {
      const then = lastMonth.find((one) => one.reporter === reporter)?.entries ?? [];
      return fallsIn(entries, then).map(({ entry, now, before: last }) => {
        const data = { reporter, target: entry.target, now: quantityText(now), before: quantityText(last) };
        return problem({ ...data, reason: entry.fallReason ?? '' }, entry.at, {
          target: entry.target,
          column: reporter,
        });
      });
    });
  },
};
