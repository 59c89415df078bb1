import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { type Target, targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import type { PlanCheck } from './check.ts';
import { figuresText } from './figures-text.ts';

const problem = explained(
  defineProblem<{ target: string; other: string; quantity: string; figures: string }>('twin-rows', 'info', {
    'zh-CN': (d) => ({
      message: `目标${d.target}与目标${d.other}的量化目标（${d.quantity}）和各列分解数完全相同`,
      hint: '若是同一批对象的两项任务，可不处理；若是抄错行，请以正式文件为准更正。',
    }),
    en: (d) => ({
      message: `targets ${d.target} and ${d.other} have the same quantity (${d.quantity}) and the same figure in every column`,
      hint: 'Nothing to do where both are for the same people; if a row was copied by mistake, the official document holds.',
    }),
  }),
  {
    'zh-CN': {
      title: '与另一行完全相同',
      finds: '两项目标的量化目标和各列分解数完全相同；各列数字都一样（如每区1个）的行不比。',
      remedy: '若是同一批对象的两项任务，可不处理；若是抄错行，请以正式文件为准更正。',
    },
    en: {
      title: 'are the same as another row',
      finds:
        'Two targets have the same quantity and the same figure in every column. Rows that give every column the same are not compared.',
      remedy:
        'Nothing to do where both are for the same people; if a row was copied by mistake, the official document holds.',
    },
  },
);

/** Two rows that differ in no figure may be one row copied: the second of them is told. */
export const twinRows: PlanCheck = {
  problems: [problem],
  find: (plan) => {
    const rows = targetsOf(plan).flatMap(({ target }) => (isTelling(target) ? target : []));
    const alike = Map.groupBy(
      rows,
      ({ quantity, allocations }) => `${quantity?.value} ${quantity?.unit} ${figuresText(allocations)}`,
    );
    return [...alike.values()].flatMap((group) => {
      const [first, ...others] = [...group].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
      if (first === undefined) return [];
      return others.map(({ id, quantity, allocations, at }) => {
        const data = { target: id, other: first.id, quantity: quantity ? quantityText(quantity) : '' };
        return problem({ ...data, figures: figuresText(allocations) }, at, { target: id });
      });
    });
  },
};

/** Three columns or more, not all with the same figure: such rows are not alike by chance or by rule. */
function isTelling({ quantity, allocations }: Target): boolean {
  const figures = Object.values(allocations).map(quantityText);
  return quantity !== null && figures.length > 2 && new Set(figures).size > 1;
}
