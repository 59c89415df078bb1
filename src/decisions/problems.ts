import { defineProblem } from '../model/diagnostic.ts';

/** Tells a reader which figure is not the one that came in. */
export const figureCorrected = defineProblem<{
  what: string;
  whatEn: string;
  /** Empty where none had been let in. */
  from: string;
  to: string;
  because: string;
  by: string;
  date: string;
  decision: string;
}>('figure-corrected', 'info', {
  'zh-CN': (d) => ({
    message: `${d.what}按处理意见${d.from === '' ? `补为${d.to}` : `由${d.from}更正为${d.to}`}：${d.because}（${d.by}，${d.date}）`,
    hint: '已按更正后的数计算。',
  }),
  en: (d) => ({
    message: `${d.whatEn} ${d.from === '' ? `was filled in as ${d.to}` : `was corrected from ${d.from} to ${d.to}`} by decision ${d.decision}: ${d.because} (${d.by})`,
    hint: 'The corrected figure counts.',
  }),
});

/** A decision never passes to other figures than those it was made on. */
export const decisionDead = defineProblem<{ decision: string; by: string; date: string; before: string; now: string }>(
  'decision-dead',
  'warning',
  {
    'zh-CN': (d) => ({
      message: `处理意见已失效（${d.by}，${d.date}）：原针对“${d.before}”，现为“${d.now}”`,
      hint: '请重新处理。',
    }),
    en: (d) => ({
      message: `decision ${d.decision} (${d.by}) holds no longer: it was about 「${d.before}」, now it reads 「${d.now}」`,
      hint: 'Decide anew.',
    }),
  },
);

/** The codes that speak of decisions themselves, which are no answer to be decided upon. */
export const decisionCodes: readonly string[] = [figureCorrected.code, decisionDead.code];
