import type { Anchor, RuleMonth, Shift } from './rule.ts';

export const monthWords: Readonly<Record<RuleMonth, string>> = { this: '本月', next: '次月' };
export const anchorWords: Readonly<Record<Anchor, string>> = {
  cutoff: '截止日期',
  return: '报送期限',
  issue: '印发日期',
};
export const shiftWords: Readonly<Record<Exclude<Shift, 'none'>, string>> = { forward: '顺延', back: '提前' };

/** What officers say instead, which means one thing only. */
export const sameWords: Readonly<Record<string, string>> = { 当月: '本月', 下月: '次月', 下个月: '次月' };

/** What comes to an officer's mind first, and the word of the rules that is nearest. */
const nearWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:延后|推后|推迟|延迟|往后|延至|遇.*顺延)/, '顺延'],
  [/^(?:提早|往前|前移|遇.*提前)/, '提前'],
  [/^(?:截至|截止|数据截止)/, '截止日期'],
  [/^(?:上报|填报|报送|返回|回收|交表)/, '报送期限'],
  [/^(?:印发|发文|签发|发布|成文)/, '印发日期'],
  [/^(?:底|末|最末|最后)/, '最后一个工作日'],
];

/** The one of the expected words that stands nearest to what was written; null where none is near. */
export function nearestWord(written: string, expected: readonly string[]): string | null {
  const known = nearWords.find(([form, word]) => form.test(written) && expected.includes(word));
  if (known !== undefined) return known[1];
  const scored = expected.map((word) => ({ word, score: shared(written.slice(0, word.length), word) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { word: '', score: 0 });
  return best.score > 0.5 ? best.word : null;
}

/** Share of a word's characters that were written. */
function shared(written: string, word: string): number {
  return [...word].filter((character) => written.includes(character)).length / word.length;
}
