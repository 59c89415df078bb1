import { defineProblem } from '../model/diagnostic.ts';
import { amountOf, quantityText, unitBase } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';

const problem = defineProblem<{ reporter: string; target: string; now: string; before: string }>(
  'cumulative-falls',
  'warning',
  {
    'zh-CN': (d) => ({
      message: `${d.reporter}目标${d.target}累计完成由上月${d.before}降为${d.now}`,
      hint: '累计数一般不应减少；请填报单位说明原因，或更正上月数。',
    }),
    en: (d) => ({
      message: `${d.reporter}, target ${d.target}: the cumulative figure fell from ${d.before} to ${d.now}`,
      hint: 'Cumulative figures do not fall; ask for the reason or a correction of last month.',
    }),
  },
);

/** A cumulative figure is not below last month's. */
export const cumulativeFalls: MonthCheck = ({ current, previous }) =>
  [...current.values()].flatMap(({ reporter, entries }) => {
    const before = new Map(previous.get(reporter)?.entries.map((entry) => [entry.target, entry.cumulative]));
    return entries.flatMap((entry) => {
      const now = entry.cumulative;
      const then = before.get(entry.target);
      if (!now || !then || unitBase(now.unit).unit !== unitBase(then.unit).unit) return [];
      if (amountOf(now).gte(amountOf(then))) return [];
      return problem({ reporter, target: entry.target, now: quantityText(now), before: quantityText(then) }, entry.at, {
        target: entry.target,
        column: reporter,
      });
    });
  });
