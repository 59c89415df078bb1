import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { periodText } from '../model/period.ts';
import type { MonthCheck } from './check.ts';

const problem = explained(
  defineProblem<{ reporter: string; month: string; revision: string; other: string }>(
    'return-twice',
    'error',
    {
      'zh-CN': (d) => ({
        message: `${d.reporter}${d.month}月报第${d.revision}版有两份，另一份在${d.other}`,
        hint: '请删去其中一份；若是更正，请把版次加1。',
      }),
      en: (d) => ({
        message: `revision ${d.revision} of the return of ${d.reporter} for ${d.month} is there twice, the other one in ${d.other}`,
        hint: 'Remove one; a correction has a higher revision.',
      }),
    },
    { binding: true },
  ),
  {
    'zh-CN': {
      title: '同一版次有两份',
      finds: '同一填报单位、同一月份、同一版次有两份月报。',
      remedy: '请删去其中一份；若是更正，请把版次加1。',
    },
    en: {
      title: 'are there twice',
      finds: 'A reporter’s month has one revision twice.',
      remedy: 'Remove one; a correction has a higher revision.',
    },
  },
);

/** A reporter's month has each revision once, whatever file it came in. */
export const returnTwice: MonthCheck = {
  problems: [problem],
  find: ({ returns, period }) => {
    const seen = new Map<string, string>();
    return returns
      .filter((candidate) => candidate.period === period)
      .flatMap(({ reporter, revision, at }) => {
        const key = `${reporter}\n${revision}`;
        const other = seen.get(key);
        seen.set(key, at.source);
        if (other === undefined) return [];
        return problem({ reporter, month: periodText(period), revision: String(revision), other }, at, {
          column: reporter,
        });
      });
  },
};
