import { defineProblem } from '../model/diagnostic.ts';
import { decimalText, type Exact, sum } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import type { Language } from '../model/language.ts';
import { type Plan, targetsOf } from '../model/plan.ts';
import { amountOf, quantityText, unitBase } from '../model/quantity.ts';
import type { PlanCheck } from './check.ts';

const problem = explained(
  defineProblem<{
    target: string;
    stated: string;
    total: string;
    difference: string;
    without: string;
    withoutEn: string;
  }>('allocation-sum', 'warning', {
    'zh-CN': (d) => ({
      message: `目标${d.target}的量化目标为${d.stated}，各列合计${d.total}，相差${d.difference}${d.without}`,
      hint: '数字按原表列示；请与牵头单位核实以哪个为准。',
    }),
    en: (d) => ({
      message: `target ${d.target} states ${d.stated}, its columns add up to ${d.total}, ${d.difference} apart${d.withoutEn}`,
      hint: 'The figures stay as printed. Ask the lead unit which one holds.',
    }),
  }),
  {
    'zh-CN': {
      title: '各列合计与量化目标不符',
      finds: '一行各列之和不等于量化目标；能由漏计一列、一格差十倍、一位数字有误或两位颠倒解释的，一并写明。',
      remedy: '数字按原表列示；请与牵头单位核实以哪个为准。',
    },
    en: {
      title: 'do not add up to their target',
      finds:
        'The figures of a row do not add up to its target; what would explain it is named: a column left out, a cell ten times too large or small, one digit wrong, two digits swapped.',
      remedy: 'The figures stay as printed. Ask the lead unit which one holds.',
    },
  },
);

/** The figures of a row must add up to its target; where leaving one column out would explain the difference, it says so. */
export const allocationSum: PlanCheck = {
  problems: [problem],
  find: (plan: Plan) =>
    targetsOf(plan).flatMap(({ target }) => {
      const { quantity } = target;
      const figures = Object.entries(target.allocations);
      if (quantity === null || figures.length === 0 || target.direction === 'at-most') return [];
      const { unit } = unitBase(quantity.unit);
      if (figures.some(([, figure]) => unitBase(figure.unit).unit !== unit)) return []; // cell-unit speaks of those
      const amounts = figures.map(([column, figure]) => ({ column, amount: amountOf(figure) }));
      const total = sum(amounts.map(({ amount }) => amount));
      const stated = amountOf(quantity);
      if (total.equals(stated)) return [];
      const difference = total.sub(stated);
      const without = amounts.filter(({ amount }) => amount.equals(difference)).map(({ column }) => column);
      const print = (amount: Exact) => printIn(amount, quantity.unit);
      return problem(
        {
          target: target.id,
          stated: quantityText(quantity),
          total: print(total),
          difference: print(difference.abs()),
          without: explanation(without, 'zh-CN'),
          withoutEn: explanation(without, 'en'),
        },
        target.at,
        { target: target.id },
      );
    }),
};

/** Names which single column, left out, makes the row add up; a 功能区 first, since its figures often stand in its host district too. */
function explanation(columns: readonly string[], language: Language): string {
  const [first] = [...columns].sort((a, b) => Number(isZone(b)) - Number(isZone(a)));
  if (first === undefined) return '';
  const others = columns.length - 1;
  if (language === 'en')
    return `; without ${first}${others === 0 ? '' : ` (or any one of ${others} others)`} they agree`;
  return `；不计${first}${others === 0 ? '' : `（或另外${others}列中任一列）`}则相符`;
}

function isZone(column: string): boolean {
  return /(?:名胜区|开发区|度假区|集聚区|管委会|新区|园区)$/u.test(column);
}

function printIn(amount: Exact, unit: string): string {
  return decimalText(amount.div(unitBase(unit).factor)) + unit;
}
