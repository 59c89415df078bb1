import type { Decision } from '../model/decision.ts';
import type { Message } from '../model/language.ts';
import { dateText } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';

/** What was decided, why, by whom and when: 按原表列示（市教育局核实无误；督查室联络员，2023年3月1日）. */
export function decisionText(decision: Decision): Message {
  const { by, decided } = decision;
  const what = verdictOf(decision);
  const why = reasonOf(decision);
  return {
    'zh-CN': `${what['zh-CN']}（${why}；${by}，${dateText(decided)}）`,
    en: `${what.en} (${why}; ${by}, ${decided})`,
  };
}

/** 按原表列示, 2023年9月30日前核实处理，其间按原表列示, 由138处更正为148处 */
export function verdictOf({ kind, about, until, was, value }: Decision): Message {
  const asIs = about.period === undefined ? '按原表列示' : '按所报列示';
  if (kind === 'accept') return { 'zh-CN': asIs, en: 'stands as printed' };
  if (kind === 'postpone')
    return {
      'zh-CN': `${until === null ? '另行' : `${dateText(until)}前`}核实处理，其间${asIs}`,
      en: `to be settled by ${until ?? 'a later day'}, stands as printed until then`,
    };
  const [from, to] = [was && quantityText(was), value ? quantityText(value) : ''];
  return {
    'zh-CN': from === null ? `补为${to}` : `由${from}更正为${to}`,
    en: from === null ? `filled in as ${to}` : `corrected from ${from} to ${to}`,
  };
}

/** The reason without its full stop: it stands inside sentences. */
export function reasonOf({ because }: Pick<Decision, 'because'>): string {
  return because.trim().replace(/[。.；;]+$/u, '');
}
