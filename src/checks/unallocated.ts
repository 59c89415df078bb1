import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import type { PlanCheck } from './check.ts';
import { figuresText } from './figures-text.ts';

const noted = explained(
  defineProblem<{ target: string; quantity: string }, { note: string }>('note-without-figures', 'info', {
    'zh-CN': (d) => ({
      message: `目标${d.target}有量化目标${d.quantity}，没有分解数，只有说明：${d.note}`,
      hint: '各列没有这项任务；全市完成情况只能由牵头单位填报。',
    }),
    en: (d) => ({
      message: `target ${d.target} of ${d.quantity} is not allocated; a note stands in its place: ${d.note}`,
      hint: 'No column has this task; only the lead unit can report it, for the whole city.',
    }),
  }),
  {
    'zh-CN': {
      title: '只有说明而没有分解数',
      finds: '目标有数字，各列却没有分解数，只有一段说明。',
      remedy: '各列没有这项任务；全市完成情况只能由牵头单位填报。',
    },
    en: {
      title: 'have a note in place of figures',
      finds: 'A target has a number, but a note across the columns instead of figures.',
      remedy: 'No column has this task; only the lead unit can report it, for the whole city.',
    },
  },
);

const numberless = explained(
  defineProblem<{ target: string; text: string; figures: string }, { columns: string }>(
    'target-number-missing',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `目标${d.target}（${d.text}）没有量化目标数字，${d.columns}列却有分解数`,
        hint: '请向制表单位核实量化目标；没有它，全市完成率无从计算。',
      }),
      en: (d) => ({
        message: `target ${d.target} (${d.text}) states no number, but ${d.columns} column(s) have figures`,
        hint: 'Ask whoever made the table for the number; without it the city has no rate.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '有分解数而没有量化目标数字',
      finds: '目标没有数字，各列却有分解数。',
      remedy: '请向制表单位核实量化目标；没有它，全市完成率无从计算。',
    },
    en: {
      title: 'have figures but no number of their own',
      finds: 'A target has no number, but its columns have figures.',
      remedy: 'Ask whoever made the table for the number; without it the city has no rate.',
    },
  },
);

/** So much of a note tells which one it is. */
const mostOfNote = 30;

/** A target with a number has figures, and one with figures a number. Where neither is printed, reading has told so. */
export const unallocated: PlanCheck = {
  problems: [noted, numberless],
  find: (plan) =>
    targetsOf(plan).flatMap(({ target }) => {
      const { id, quantity, allocations, note, at, text, clause } = target;
      const about = { target: id };
      const count = Object.keys(allocations).length;
      if (quantity !== null && count === 0 && note !== null) {
        const short = note.length > mostOfNote ? `${note.slice(0, mostOfNote)}…` : note;
        return noted({ target: id, quantity: quantityText(quantity) }, at, about, { note: short });
      }
      // A text with digits that is no quantity is doubtful, and one that is but the task's name states none: both were told.
      if (quantity !== null || count === 0 || text === clause || /\d/.test(text)) return [];
      const data = { target: id, text, figures: figuresText(allocations) };
      return numberless(data, at, about, { columns: String(count) });
    }),
};
