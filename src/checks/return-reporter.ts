import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import type { MonthCheck } from './check.ts';

const problem = explained(
  defineProblem<{ reporter: string }, { known: string }>(
    'return-reporter-unknown',
    'error',
    {
      'zh-CN': (d) => ({
        message: `填报单位“${d.reporter}”不在任务分解表的列中`,
        hint: `请改为表中的名称：${d.known}。`,
      }),
      en: (d) => ({
        message: `the reporter 「${d.reporter}」 is no column of the plan`,
        hint: `Use one of its names: ${d.known}.`,
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '不在任务分解表的列中',
      finds: '填报单位既不是任务分解表的列，也不是牵头单位。',
      remedy: '请改为表中的名称。',
    },
    en: {
      title: 'are no columns of the plan',
      finds: 'A reporter is neither a column of the plan nor a lead unit.',
      remedy: 'Use one of the plan’s names.',
    },
  },
);

/** Every return of the month comes from a column of the plan. */
export const returnReporter: MonthCheck = {
  problems: [problem],
  ofOneReturn: true,
  find: ({ plan, current }) => {
    const known = plan.columns.map((column) => column.name);
    return [...current.values()]
      .filter((candidate) => !known.includes(candidate.reporter))
      .map((candidate) => problem({ reporter: candidate.reporter }, candidate.at, {}, { known: known.join('、') }));
  },
};
