import type { Month } from '../../src/briefings/month.ts';
import type { ReturnEntry } from '../../src/model/return.ts';
import type { Settings } from '../../src/model/settings.ts';

/** What somebody wrote about a task in a month: like nothing that anybody else wrote. */
export function remarkOf(column: string, target: string, what = '备注'): string {
  return `${[...column].toReversed().join('')}第${target}项${what}：管线迁改尚未谈妥，须报请协调`;
}

/** The file that somebody sent. */
export function fileOf(reporter: string): string {
  return `${reporter}-民生实事项目进展月报表.xlsx`;
}

/** The month in which every reporter wrote about every task in a file of its own, read by a rule. */
export function withTexts(month: Month, audience: Settings['audience'] = 'whole'): Month {
  return {
    ...month,
    snapshot: '0123456789abcdef',
    settings: { ...month.settings, audience },
    returns: month.returns.map((given) => ({
      ...given,
      entries: given.entries.map((entry, index): ReturnEntry => {
        const text = (what: string) => remarkOf(given.reporter, entry.target, what);
        return {
          ...entry,
          remark: text('备注'),
          problems: text('问题'),
          nextSteps: text('打算'),
          fallReason: text('原因'),
          at: { source: fileOf(given.reporter), part: '月报表', row: 5 + index, column: 6 },
        };
      }),
    })),
  };
}
