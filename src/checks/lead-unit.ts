import { wholeCityReturns } from '../model/column-returns.ts';
import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import { decimalText, exact, sum } from '../model/exact.ts';
import { explained } from '../model/explained.ts';
import { targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import { latestReturns } from '../model/return.ts';
import type { MonthCheck, MonthData } from './check.ts';

const notLeading = explained(
  defineProblem<{ reporter: string; target: string; column: string }>(
    'lead-unit-target',
    'error',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}不是目标${d.target}的牵头单位，不能填报${d.column}的数`,
        hint: '请对照任务分解表更正目标编号、填报单位或区、县（市）。',
      }),
      en: (d) => ({
        message: `${d.reporter} does not lead target ${d.target} and cannot report the figure of ${d.column}`,
        hint: 'Correct target, reporter or district from the plan.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '由不是牵头单位的单位填报',
      finds: '填报单位不是该目标的牵头单位，却报了全市数或别的列的数。',
      remedy: '请对照任务分解表更正目标编号、填报单位或区、县（市）。',
    },
    en: {
      title: 'were reported by a unit that does not lead them',
      finds: 'A figure of the whole city or of another column comes from a unit that does not lead the target.',
      remedy: 'Correct target, reporter or district from the plan.',
    },
  },
);

const otherUnit = explained(
  defineProblem<{ reporter: string; target: string; figure: string; task: string }>(
    'lead-unit-figure',
    'error',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}目标${d.target}报全市“${d.figure}”，量化目标为“${d.task}”，单位不一致`,
        hint: '请退回填报单位，按量化目标的单位重新填报。',
      }),
      en: (d) => ({
        message: `${d.reporter}, target ${d.target}: reported 「${d.figure}」 for the whole city against 「${d.task}」, units differ`,
        hint: 'Have it reported again in the unit of the target.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '全市数的单位与量化目标不一致',
      finds: '牵头单位所报全市数的单位与量化目标不同。',
      remedy: '请退回填报单位，按量化目标的单位重新填报。',
    },
    en: {
      title: 'have a figure of the whole city in another unit',
      finds: 'A lead unit’s figure of the whole city is not in the unit of the target.',
      remedy: 'Have it reported again in the unit of the target.',
    },
  },
);

const differs = explained(
  defineProblem<{ reporter: string; target: string; said: string; sum: string }, { complete: boolean }>(
    'lead-unit-differs',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `目标${d.target}全市累计，${d.reporter}报${d.said}，${d.complete ? '各区、县（市）和市本级合计为' : '已报各列合计已达'}${d.sum}`,
        hint: '各表按区、县（市）和市本级所报计算；请牵头单位与各区、县（市）核对。',
      }),
      en: (d) => ({
        message: `target ${d.target}: ${d.reporter} reports ${d.said} for the whole city, ${d.complete ? 'the columns add up to' : 'the columns reported so far already have'} ${d.sum}`,
        hint: 'The columns count; have the lead unit and the districts compare.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '全市数与各列合计不符',
      finds: '牵头单位所报全市数与各列合计不等；有的列还没有数时，只在其余各列之和已超过全市数时提出。',
      remedy: '各表按各列所报计算；请牵头单位与各区、县（市）核对。',
    },
    en: {
      title: 'differ between the lead unit and the sum of the columns',
      finds:
        'The lead unit’s figure of the whole city is not the sum of the columns; where a column has no figure yet, told only if the others exceed it already.',
      remedy: 'The columns count; have the lead unit and the districts compare.',
    },
  },
);

/** What lead units report fits the plan, and for the whole city agrees with what the columns report. */
export const leadUnit: MonthCheck = {
  problems: [notLeading, otherUnit, differs],
  ofOneReturn: true,
  find: (month) => [...foreignFigures(month), ...wholeCity(month)],
};

/** A figure of another column, or of a target that the reporter does not hold, comes from the target's lead unit. */
function foreignFigures({ plan, period, returns }: MonthData): Diagnostic[] {
  const columns = new Set(plan.columns.map(({ name }) => name));
  const leads = new Map(targetsOf(plan).map(({ target }) => [target.id, target.leadUnits]));
  const units = new Set([...leads.values()].flat());
  return [...latestReturns(returns, period).values()].flatMap(({ reporter, entries }) =>
    entries
      .filter(({ target, column }) => {
        const leading = leads.get(target)?.includes(reporter) === true;
        if (column === undefined) return units.has(reporter) && !columns.has(reporter) && !leading;
        return !leading || !columns.has(column);
      })
      .map(({ target, column = '全市', at }) =>
        notLeading({ reporter, target, column }, at, { target, column: reporter }),
      ),
  );
}

function wholeCity({ plan, period, returns, current }: MonthData): Diagnostic[] {
  const targets = new Map(targetsOf(plan).map(({ target }) => [target.id, target]));
  return wholeCityReturns(plan, returns, period).flatMap(({ reporter, entries }) =>
    entries.flatMap(({ target: id, cumulative, at }) => {
      const target = targets.get(id);
      const about = { target: id, column: reporter };
      if (!target?.quantity || !cumulative) return [];
      const said = quantityText(cumulative);
      if (cumulative.unit !== target.quantity.unit)
        return otherUnit({ reporter, target: id, figure: said, task: quantityText(target.quantity) }, at, about);
      const holders = Object.keys(target.allocations);
      // In a share of something there is no sum to compare with.
      if (holders.length === 0 || target.direction === 'at-most') return [];
      const figures = holders.flatMap(
        (name) => current.get(name)?.entries.find((one) => one.target === id)?.cumulative ?? [],
      );
      if (figures.some(({ unit }) => unit !== cumulative.unit)) return [];
      const complete = figures.length === holders.length;
      const [whole, total] = [exact(cumulative.value), sum(figures.map(({ value }) => exact(value)))];
      if (complete ? total.equals(whole) : total.lte(whole)) return [];
      return differs({ reporter, target: id, said, sum: decimalText(total) + cumulative.unit }, at, about, {
        complete,
      });
    }),
  );
}
