import type { Message } from '../model/language.ts';

/** Ascending years in words, neighbours joined: `2004—2026年、2028年`. */
export function yearsText(years: readonly number[]): Message {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  const joined = (dash: string, unit: string) =>
    runs.map(([from, to]) => (from === to ? `${from}${unit}` : `${from}${dash}${to}${unit}`));
  return { 'zh-CN': joined('—', '年').join('、'), en: joined('–', '').join(', ') };
}
