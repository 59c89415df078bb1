import { defineProblem } from '../model/diagnostic.ts';
import { looksLikeDistrict } from '../model/district-name.ts';
import { explained } from '../model/explained.ts';
import type { PlanCheck } from './check.ts';

const problem = explained(
  defineProblem<{ column: string }>('column-unknown', 'warning', {
    'zh-CN': (d) => ({
      message: `“${d.column}”列不像区、县（市）名称`,
      hint: '若是合计列或备注列，请从表中移出；若是新设区划，可不处理。',
    }),
    en: (d) => ({
      message: `the column 「${d.column}」 does not look like a district`,
      hint: 'Take totals and remarks out of the table; a new kind of district may stay.',
    }),
  }),
  {
    'zh-CN': {
      title: '不像区、县（市）名称',
      finds: '数字列的列名不像区、县（市）或市本级。',
      remedy: '若是合计列或备注列，请从表中移出；若是新设区划，可不处理。',
    },
    en: {
      title: 'are not named like districts',
      finds: 'The name of a column of figures is not that of a district or of the city itself.',
      remedy: 'Take totals and remarks out of the table; a new kind of district may stay.',
    },
  },
);

/** Every figure column is 市本级 or is named like a district: 合计, 备注 and the like are not. */
export const columnName: PlanCheck = {
  problems: [problem],
  find: (plan) =>
    plan.columns
      .filter((column) => column.kind === 'district' && !looksLikeDistrict(column.name))
      .map((column) =>
        problem({ column: column.name }, plan.projects[0]?.targets[0]?.at ?? null, { column: column.name }),
      ),
};
