import { leadReturns } from '../model/column-returns.ts';
import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { amountOf, quantityText, unitBase } from '../model/quantity.ts';
import { latestReturns } from '../model/return.ts';
import type { MonthCheck } from './check.ts';

const problem = explained(
  defineProblem<{ reporter: string; target: string; column: string; said: string; own: string }>(
    'lead-unit-column',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `${d.column}目标${d.target}自报${d.own}，牵头单位${d.reporter}报为${d.said}`,
        hint: '各表按该单位自报数计算；请牵头单位与其核对，以一致的数重报。',
      }),
      en: (d) => ({
        message: `${d.column}, target ${d.target}: reports ${d.own} itself, its lead unit ${d.reporter} says ${d.said}`,
        hint: 'Its own figure counts; have the two compared and reported alike.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '自报数与牵头单位所报不一致',
      finds: '某列自报的累计数与牵头单位替它报的数不同，无论谁高谁低。',
      remedy: '各表按该单位自报数计算；请牵头单位与其核对，以一致的数重报。',
    },
    en: {
      title: 'differ from what the lead unit says',
      finds: 'The figure that a column reports is not the one that the lead unit gives for it, whichever is higher.',
      remedy: 'Its own figure counts; have the two compared and reported alike.',
    },
  },
);

/** A column's own figure is the one that the lead unit has of it. */
export const leadUnitColumn: MonthCheck = {
  problems: [problem],
  find: ({ plan, period, returns }) => {
    const own = latestReturns(returns, period);
    return leadReturns(plan, returns, period).flatMap(({ reporter, entries }) =>
      entries.flatMap(({ target, column, cumulative: said, at }) => {
        const given = column === undefined ? undefined : own.get(column);
        const figure = given?.entries.find(
          (entry) => entry.target === target && entry.column === undefined,
        )?.cumulative;
        if (column === undefined || !said || !figure || unitBase(said.unit).unit !== unitBase(figure.unit).unit)
          return [];
        if (amountOf(said).equals(amountOf(figure))) return [];
        const data = { reporter, target, column, said: quantityText(said), own: quantityText(figure) };
        return problem(data, at, { target, column });
      }),
    );
  },
};
