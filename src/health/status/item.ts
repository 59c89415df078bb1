import type { Message } from '../../model/language.ts';
import type { Period } from '../../model/period.ts';

/** `act`: a person has to do something; `wait`: it goes on by itself; `know`: nothing is to be done or waited for. */
export const urgencies = ['act', 'wait', 'know'] as const;
export type Urgency = (typeof urgencies)[number];

/** One line of the status. */
export interface Item {
  readonly urgency: Urgency;
  /** As `--json` names it. */
  readonly code: string;
  readonly period: Period | null;
  readonly what: Message;
  /** What to type, in the order of typing; empty where there is nothing. Words in capitals or Chinese are to be filled in. */
  readonly commands: readonly string[];
}

export function item(
  urgency: Urgency,
  code: string,
  period: Period | null,
  what: { readonly zh: string; readonly en: string },
  commands: readonly string[] = [],
): Item {
  return { urgency, code, period, what: { 'zh-CN': what.zh, en: what.en }, commands };
}

/** Names, the first few of them. */
export function few(names: readonly (string | number)[], most = 6): string {
  return names.slice(0, most).join('、') + (names.length > most ? `……等 ${names.length} 个` : '');
}

/** The same in English. */
export function fewOf(names: readonly (string | number)[], most = 6): string {
  return names.slice(0, most).join(', ') + (names.length > most ? `, … ${names.length} in all` : '');
}
