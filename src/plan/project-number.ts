const digits = '一二三四五六七八九';

/** A 序号: `7`, `7.`, `（7）`, `七`, `二十一`; null for anything else. */
export function projectNumber(text: string): number | null {
  const bare = text.replace(/^[（(]|[）).、．]$/g, '');
  if (/^\d{1,4}$/.test(bare)) return Number(bare);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(bare);
  if (!match || bare === '') return null;
  const [, first = '', ten = '', last = ''] = match;
  if (ten === '') return last === '' ? digits.indexOf(first) + 1 || null : null;
  return (first === '' ? 1 : digits.indexOf(first) + 1) * 10 + digits.indexOf(last) + 1;
}

const before =
  /^(?:(\d{1,3})[.．、](?!\d)|（(\d{1,3}|[一二三四五六七八九十]{1,3})）|([一二三四五六七八九十]{1,3})、)\s*/u;

/** A number in front of a name, `1.建桥3座`, `（二）修路`, `三、种树`, and the name without it; null for none. */
export function splitNumber(
  text: string,
): { readonly no: number; readonly text: string; readonly chinese: boolean } | null {
  const match = before.exec(text);
  const number = match && projectNumber(match[1] ?? match[2] ?? match[3] ?? '');
  if (!match || number === null || number === 0) return null;
  return { no: number, text: text.slice(match[0].length), chinese: match[1] === undefined };
}
