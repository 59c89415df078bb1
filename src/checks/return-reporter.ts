import { defineProblem } from '../model/diagnostic.ts';
import type { MonthCheck } from './check.ts';

const problem = defineProblem<{ reporter: string; known: string }>('return-reporter-unknown', 'error', {
  'zh-CN': (d) => ({
    message: `填报单位“${d.reporter}”不在任务分解表的列中`,
    hint: `请改为表中的名称：${d.known}。`,
  }),
  en: (d) => ({
    message: `the reporter 「${d.reporter}」 is no column of the plan`,
    hint: `Use one of its names: ${d.known}.`,
  }),
});

/** Every return of the month comes from a column of the plan. */
export const returnReporter: MonthCheck = ({ plan, current }) => {
  const known = plan.columns.map((column) => column.name);
  return [...current.values()]
    .filter((candidate) => !known.includes(candidate.reporter))
    .map((candidate) => problem({ reporter: candidate.reporter, known: known.join('、') }, candidate.at));
};
