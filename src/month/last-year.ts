import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import { type ExplainedKind, explained } from '../model/explained.ts';
import type { Plan } from '../model/plan.ts';
import type { Return } from '../model/return.ts';

const unusable = explained(
  defineProblem<{ file: string; why: string; whyEn: string }>('last-year-unusable', 'info', {
    'zh-CN': (d) => ({
      message: `上年任务分解表${d.file}${d.why}，本期不作同比`,
      hint: '请核对 jianbao.yaml 中的 lastYear；上年数据以后再补的，可先删去这一行',
    }),
    en: (d) => ({
      message: `last year's plan ${d.file} ${d.whyEn}: nothing is compared with it`,
      hint: 'Check lastYear in jianbao.yaml, or take the line out until the data are there.',
    }),
  }),
  {
    'zh-CN': {
      title: '不能用于同比',
      finds: 'jianbao.yaml 中 lastYear 所指的任务分解表读不出来，或者不是上年的；本期不作同比。',
      remedy: '请核对 lastYear；上年数据以后再补的，可先删去这一行。',
    },
    en: {
      title: 'cannot be compared with',
      finds:
        'The plan that lastYear in jianbao.yaml leads to cannot be read or is of another year; nothing is compared with it.',
      remedy: 'Check lastYear, or take the line out until the data are there.',
    },
  },
);

const incomplete = explained(
  defineProblem<{ count: string; first: string; firstEn: string }>('last-year-incomplete', 'info', {
    'zh-CN': (d) => ({
      message: `上年月报中有${d.count}处读不出来，这些数不参加同比；第一处：${d.first}`,
      hint: '需要同比的，请改正上年的月报',
    }),
    en: (d) => ({
      message: `${d.count} entries of last year's returns cannot be read and are not compared with; the first: ${d.firstEn}`,
      hint: 'Correct the returns of last year if the comparison matters.',
    }),
  }),
  {
    'zh-CN': {
      title: '有部分数读不出来，不参加同比',
      finds: '上年月报中有读不出来的数，这些数不参加同比。',
      remedy: '需要同比的，请改正上年的月报。',
    },
    en: {
      title: 'cannot be read in part',
      finds: "Some of last year's returns cannot be read and are not compared with.",
      remedy: 'Correct the returns of last year if the comparison matters.',
    },
  },
);

/** What is told of the year before. */
export const lastYearKinds: readonly ExplainedKind[] = [unusable, incomplete];

interface YearReadings {
  readonly plan: Plan | null;
  readonly returns: readonly Return[];
  readonly planDiagnostics: readonly Diagnostic[];
  readonly returnDiagnostics: readonly Diagnostic[];
}

/** What can be compared with of the year before, and what keeps the rest from it; none of that stops the month. */
export function usableLastYear(
  { plan, returns, planDiagnostics, returnDiagnostics }: YearReadings,
  file: string,
  now: Plan | null,
): { lastYear: { plan: Plan; returns: readonly Return[] } | null; diagnostics: Diagnostic[] } {
  const none = (why: string, whyEn: string) => ({
    lastYear: null,
    diagnostics: [unusable({ file, why, whyEn }, null)],
  });
  if (plan === null) {
    const error = planDiagnostics.find(({ severity }) => severity === 'error');
    return none(`读不出来（${error?.message['zh-CN'] ?? ''}）`, `cannot be read (${error?.message.en ?? ''})`);
  }
  if (plan.year !== null && now !== null && now.year !== null && plan.year !== now.year - 1)
    return none(`是${plan.year}年的，不是${now.year - 1}年的`, `is of ${plan.year}, not of ${now.year - 1}`);
  const errors = returnDiagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const told = first && {
    count: String(errors.length),
    first: first.message['zh-CN'],
    firstEn: first.message.en,
  };
  return { lastYear: { plan, returns }, diagnostics: told ? [incomplete(told, first.at)] : [] };
}
