import fc from 'fast-check';
import type { DayRule, Rule } from '../../src/calendar/rule.ts';

const month = fc.constantFrom('this' as const, 'next' as const);
const base = fc.oneof(
  fc.record({ month, day: fc.integer({ min: 1, max: 31 }) }),
  fc.constantFrom('cutoff' as const, 'return' as const, 'issue' as const),
);
/** Not −0, which reads back as 0. */
const workdays = fc.integer({ min: -31, max: 31 }).map((n) => n + 0);
const nth = fc.integer({ min: 1, max: 15 }).chain((n) => fc.constantFrom(n, -n));

export const anyDayRule: fc.Arbitrary<DayRule> = fc.oneof(
  fc.record({
    kind: fc.constant('from' as const),
    base,
    shift: fc.constantFrom('none' as const, 'forward' as const, 'back' as const),
    workdays,
  }),
  fc.record({ kind: fc.constant('nth' as const), month, nth }),
);

const two = (n: number) => String(n).padStart(2, '0');

export const anyRule: fc.Arbitrary<Rule> = fc.record({
  day: anyDayRule,
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${two(h)}:${two(m)}`),
});

const chinese = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 in Chinese numerals. */
export function chineseNumber(n: number): string {
  if (n < 10) return chinese[n] ?? '';
  return `${n < 20 ? '' : chinese[Math.floor(n / 10)]}十${chinese[n % 10]}`;
}

/** Another spelling of a canonical rule that means the same: numerals, width of signs, spaces, other words. */
export function respelt(text: string, pick: (count: number) => number): string {
  const at = text.lastIndexOf(' ');
  const day = text
    .slice(0, at)
    .replaceAll(/\d+/g, (digits) => [digits, chineseNumber(Number(digits)), fullWidth(digits)][pick(3)] ?? digits)
    .replace('次月', ['次月', '下月', '下个月'][pick(3)] ?? '')
    .replace('本月', ['本月', '当月'][pick(2)] ?? '')
    .replace(/日(?=顺延|提前|前|后|$)/, (all, index, whole: string) =>
      /月.{1,3}$/.test(whole.slice(0, index)) ? (['日', '号'][pick(2)] ?? '') : all,
    )
    .replace(/(?=顺延|提前)/, ['', '遇节假日', '，遇法定节假日', ' '][pick(4)] ?? '');
  const time = text.slice(at + 1).replace(/^0/, ['0', ''][pick(2)] ?? '0');
  const spaced = [...day].map((character) => character + (pick(6) === 0 ? ' ' : '')).join('');
  return `${spaced}${['　', ' ', '  ', ''][needsSpace(day) ? 1 : pick(4)]}${pick(2) === 0 ? time : fullWidth(time)}`;
}

/** Digits that stand before the time would run into it. */
function needsSpace(day: string): boolean {
  return /\d$/.test(day.normalize('NFKC'));
}

function fullWidth(text: string): string {
  return text.replaceAll(/[\d:]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
