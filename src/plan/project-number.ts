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
