import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import type { PlanCheck } from './check.ts';

const problem = explained(
  defineProblem<{ target: string; column: string; figure: string; unit: string }>('cell-unit', 'warning', {
    'zh-CN': (d) => ({
      message: `目标${d.target} ${d.column}为“${d.figure}”，与量化目标的单位“${d.unit}”不一致`,
      hint: '请核对该格的单位；单位不同的数字不能相加。',
    }),
    en: (d) => ({
      message: `target ${d.target}, ${d.column}: 「${d.figure}」 does not carry the target's unit 「${d.unit}」`,
      hint: 'Check the unit; figures of different units cannot be added.',
    }),
  }),
  {
    'zh-CN': {
      title: '的单位与量化目标不一致',
      finds: '格中数字的单位与本行量化目标的单位不同。',
      remedy: '请核对该格的单位；单位不同的数字不能相加。',
    },
    en: {
      title: 'have cells in another unit than the target',
      finds: 'A figure carries another unit than the target of its row.',
      remedy: 'Check the unit; figures of different units cannot be added.',
    },
  },
);

/** Every figure of a row carries the unit of its target. */
export const cellUnit: PlanCheck = {
  problems: [problem],
  find: (plan) =>
    targetsOf(plan).flatMap(({ target }) => {
      const unit = target.quantity?.unit;
      if (unit === undefined) return [];
      return Object.entries(target.allocations)
        .filter(([, figure]) => figure.unit !== unit)
        .map(([column, figure]) =>
          problem({ target: target.id, column, figure: quantityText(figure), unit }, target.at, {
            target: target.id,
            column,
          }),
        );
    }),
};
