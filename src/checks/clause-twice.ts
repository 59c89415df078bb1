import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import type { PlanCheck } from './check.ts';

const problem = explained(
  defineProblem<{ target: string; other: string; clause: string; otherClause: string }>('clause-twice', 'warning', {
    'zh-CN': (d) => ({
      message: `目标${d.target}“${d.clause}”与目标${d.other}“${d.otherClause}”说的是同一件事`,
      hint: '请与制表单位核实是否重复列项；确为两项任务的，请在名称中写明区别，以免重复统计。',
    }),
    en: (d) => ({
      message: `target ${d.target} 「${d.clause}」 speaks of the same as target ${d.other} 「${d.otherClause}」`,
      hint: 'Ask whoever made the table whether it is listed twice; if they are two tasks, let their names say how they differ.',
    }),
  }),
  {
    'zh-CN': {
      title: '与别的目标重复',
      finds: '两个项目的目标，除数字外文字相同；或同一项目中两行的文字和数字都相同。',
      remedy: '请与制表单位核实是否重复列项；确为两项任务的，请在名称中写明区别，以免重复统计。',
    },
    en: {
      title: 'speak of the same as another target',
      finds:
        'Targets of two projects say the same but for their figures, or two rows of one project the same with figures.',
      remedy:
        'Ask whoever made the table whether it is listed twice; if they are two tasks, let their names say how they differ.',
    },
  },
);

/** Fewer characters than these (培训, 新增托位) may well be said twice. */
const telling = 6;

/** No task stands in the table twice. */
export const clauseTwice: PlanCheck = {
  problems: [problem],
  find: (plan) => {
    const rows = targetsOf(plan).map(({ project, target }) => ({
      no: project.no,
      target,
      words: wordsOf(target.clause),
    }));
    const alike = Map.groupBy(
      rows.filter(({ words }) => [...words].length >= telling),
      ({ words, target }) => `${words} ${target.quantity?.unit ?? target.text} ${target.partOf !== null}`,
    );
    return [...alike.values()].flatMap((group) => {
      const sorted = [...group].sort((a, b) => a.target.id.localeCompare(b.target.id, 'en', { numeric: true }));
      return sorted.flatMap((row, index) => {
        const { target } = row;
        // Several targets of a project often share one clause (公交线路90条 over 30, 20 and 40); only the same figure is a repetition.
        const other = sorted.slice(0, index).find((one) => one.no !== row.no || sameFigures(one.target, target));
        if (other === undefined) return [];
        const data = {
          target: target.id,
          other: other.target.id,
          clause: target.clause,
          otherClause: other.target.clause,
        };
        return problem(data, target.at, { target: target.id });
      });
    });
  },
};

type Row = ReturnType<typeof targetsOf>[number]['target'];

function sameFigures(a: Row, b: Row): boolean {
  const figures = ({ quantity, text, allocations, note }: Row) =>
    JSON.stringify([
      quantity ? quantityText(quantity) : text,
      note,
      Object.entries(allocations)
        .map(([column, figure]) => column + quantityText(figure))
        .sort(),
    ]);
  return figures(a) === figures(b);
}

/** Without figures, and without the signs between words. */
function wordsOf(clause: string): string {
  return clause.replaceAll(/\d+(?:\.\d+)?[万亿]?|[，、；。：“”（）\s]/gu, '');
}
