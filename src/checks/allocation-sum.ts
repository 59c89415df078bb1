import { defineProblem } from '../model/diagnostic.ts';
import { decimalText, type Exact, sum, zero } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import type { Message } from '../model/language.ts';
import { targetsOf } from '../model/plan.ts';
import { amountOf, quantityText, unitBase } from '../model/quantity.ts';
import type { PlanCheck } from './check.ts';
import { figuresText } from './figures-text.ts';
import { sumExplanation } from './sum-explanation.ts';

const problem = explained(
  defineProblem<{ target: string; stated: string; total: string; difference: string; figures: string }, Message>(
    'allocation-sum',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `目标${d.target}的量化目标为${d.stated}，各列合计${d.total}，相差${d.difference}${d['zh-CN']}`,
        hint: '数字按原表列示；请与牵头单位核实以哪个为准。',
      }),
      en: (d) => ({
        message: `target ${d.target} states ${d.stated}, its columns add up to ${d.total}, ${d.difference} apart${d.en}`,
        hint: 'The figures stay as printed. Ask the lead unit which one holds.',
      }),
    },
  ),
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

/** The figures of a row must add up to its target; what would explain that they do not is named. */
export const allocationSum: PlanCheck = {
  problems: [problem],
  find: (plan) =>
    targetsOf(plan).flatMap(({ target }) => {
      const { quantity } = target;
      const figures = Object.entries(target.allocations);
      if (quantity === null || figures.length === 0 || target.direction === 'at-most') return [];
      const { unit } = unitBase(quantity.unit);
      if (figures.some(([, figure]) => unitBase(figure.unit).unit !== unit)) return []; // cell-unit speaks of those
      const total = sum(figures.map(([, figure]) => amountOf(figure)));
      const excess = total.sub(amountOf(quantity));
      if (excess.equals(zero)) return [];
      const print = (amount: Exact) => decimalText(amount.div(unitBase(quantity.unit).factor)) + quantity.unit;
      const data = {
        target: target.id,
        stated: quantityText(quantity),
        total: print(total),
        difference: print(excess.abs()),
        figures: figuresText(target.allocations),
      };
      return problem(data, target.at, { target: target.id }, sumExplanation(quantity, figures, excess));
    }),
};
