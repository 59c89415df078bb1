const digits = '一二三四五六七八九';

/** A number as officers write it, `5`, `05`, `五`, `二十五` or, before 个, `两`; null for anything else or above 99. */
export function parseNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (text === '两') return 2;
  const form = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (form === null || text === '') return null;
  const [, first = '', ten = '', last = ''] = form;
  if (ten === '') return last === '' ? numberOf(first) : first === '' ? numberOf(last) : null;
  return (first === '' ? 1 : numberOf(first)) * 10 + (last === '' ? 0 : numberOf(last));
}

/** Characters that a number may consist of. */
export const numberForm = '\\d{1,2}|[一二三四五六七八九十两]{1,3}';

function numberOf(digit: string): number {
  return digits.indexOf(digit) + 1;
}
