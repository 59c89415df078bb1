import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { figureKey } from '../model/falls.ts';
import { type Period, periodText } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import { latestReturns, monthBefore, type Return } from '../model/return.ts';
import type { MonthCheck } from './check.ts';

const problem = explained(
  defineProblem<{
    reporter: string;
    month: string;
    target: string;
    from: string;
    to: string;
    revision: string;
  }>('return-corrected', 'info', {
    'zh-CN': (d) => ({
      message: `${d.reporter}更正${d.month}目标${d.target}：${d.from}改为${d.to}（第${d.revision}版）`,
      hint: '已按最新版次计算。',
    }),
    en: (d) => ({
      message: `${d.reporter} corrected target ${d.target} of ${d.month}: ${d.from} became ${d.to} (revision ${d.revision})`,
      hint: 'The latest revision counts.',
    }),
  }),
  {
    'zh-CN': {
      title: '经填报单位更正',
      finds: '当月或上月的数由后一版次更正。',
      remedy: '已按最新版次计算，不必处理。',
    },
    en: {
      title: 'were corrected by their reporter',
      finds: 'A figure of this month or the last was corrected by a later revision.',
      remedy: 'The latest revision counts; nothing to do.',
    },
  },
);

/** Tells which figures of this month and the last were corrected by a later revision. */
export const correctedReturn: MonthCheck = {
  problems: [problem],
  find: ({ returns, period }) =>
    [...monthBefore(returns, period).values(), ...latestReturns(returns, period).values()].flatMap((latest) => {
      const first = returns.find(
        ({ reporter, period: month, revision }) =>
          reporter === latest.reporter && month === latest.period && revision === latest.revision - 1,
      );
      return first ? corrections(first, latest, latest.period) : [];
    }),
};

function corrections(first: Return, latest: Return, period: Period) {
  const before = new Map(first.entries.map((entry) => [figureKey(entry), entry.cumulative]));
  return latest.entries.flatMap((entry) => {
    const from = before.get(figureKey(entry));
    const to = entry.cumulative;
    if (!from || !to || quantityText(from) === quantityText(to)) return [];
    const figures = { from: quantityText(from), to: quantityText(to), revision: String(latest.revision) };
    return problem(
      { reporter: latest.reporter, month: periodText(period), target: entry.target, ...figures },
      entry.at,
      { target: entry.target, column: entry.column ?? latest.reporter },
    );
  });
}
