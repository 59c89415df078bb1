const cjk = '\\p{Script=Han}\\u3000-\\u303F\\uFF01-\\uFF60\\u201C\\u201D\\u2018\\u2019';
const spaceBesideCjk = new RegExp(`(?<=[${cjk}])[ \\t]+|[ \\t]+(?=[${cjk}])`, 'gu');
const markBesideCjk = new RegExp(`(?<=[${cjk}])[,;:?!]|[,;:?!](?=[${cjk}])`, 'gu');
const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Anything but plain printable ASCII without spaces, or Chinese characters without ASCII marks, may need a change. */
function needsWork(text: string): boolean {
  return /[^\x21-\x7e\u4e00-\u9fff]/u.test(text) || (/[\u4e00-\u9fff]/u.test(text) && /[,;:?!()]/.test(text));
}

/**
 * One spelling for what pages spell in several ways: full-width digits and letters become ASCII, spaces beside
 * Chinese characters go, brackets and marks of a Chinese text become full-width. Idempotent; never touches
 * a digit's value or a word.
 */
export function normaliseText(text: string): string {
  if (!needsWork(text)) return text;
  const halfWidth = text
    .replace(/[０-９Ａ-Ｚａ-ｚ．％＋－]/gu, (c) => String.fromCodePoint((c.codePointAt(0) as number) - 0xfee0))
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .trim();
  if (!/\p{Script=Han}/u.test(halfWidth)) return halfWidth;
  let spelled = halfWidth.replaceAll('(', '（').replaceAll(')', '）');
  // A mark that became full-width may have a space or another mark beside it: repeat until nothing changes.
  for (let before = ''; before !== spelled; ) {
    before = spelled;
    spelled = spelled.replace(spaceBesideCjk, '').replace(markBesideCjk, (mark) => wide[mark] ?? mark);
  }
  return spelled;
}
