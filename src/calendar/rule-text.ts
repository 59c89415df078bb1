import type { DayRule, Rule, RuleMonth } from './rule.ts';
import { anchorWords, monthWords, shiftWords } from './rule-words.ts';

/** The rule as an officer writes it, 次月5日顺延 09:00; reading that gives the same rule. */
export function ruleText({ day, time }: Rule): string {
  return `${day.kind === 'nth' ? nthText(day.month, day.nth) : fromText(day)} ${time}`;
}

function nthText(month: RuleMonth, nth: number): string {
  if (nth === -1) return `${monthWords[month]}最后一个工作日`;
  return `${monthWords[month]}${nth < 0 ? '倒数' : ''}第${Math.abs(nth)}个工作日`;
}

function fromText({ base, shift, workdays }: Extract<DayRule, { kind: 'from' }>): string {
  const start = typeof base === 'string' ? anchorWords[base] : `${monthWords[base.month]}${base.day}日`;
  const count = workdays === 0 ? '' : `${workdays < 0 ? '前' : '后'}${Math.abs(workdays)}个工作日`;
  return `${start}${shift === 'none' ? '' : shiftWords[shift]}${count}`;
}
