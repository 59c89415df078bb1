import type { MailPasswords } from '../../delivery/office-transport.ts';
import type { Message } from '../../model/language.ts';
import type { Plan } from '../../model/plan.ts';
import type { DataFolder } from '../../office/config.ts';
import type { Store } from '../../store/store.ts';

/** 正常, 注意 (it works, and somebody should know), 有误 (something cannot be done). */
export const healths = ['fine', 'note', 'wrong'] as const;
export type Health = (typeof healths)[number];

export interface Finding {
  readonly health: Health;
  readonly what: Message;
  /** What to do; null where there is nothing, or where `what` says it. */
  readonly remedy: Message | null;
}

/** An office as far as it can be opened: what cannot is null, and the exam that is about it tells why. */
export interface Patient {
  readonly folder: string;
  /** As `openStore` takes it. */
  readonly database: string;
  /** Settings; null where `jianbao.yaml` is wrong. */
  readonly config: DataFolder | null;
  readonly store: Store | null;
  /** In force this month, or in the first month that runs by itself; null where there is none. */
  readonly plan: Plan | null;
  readonly passwords: MailPasswords;
  /** ISO UTC time. */
  readonly now: string;
}

/** One thing that is looked at. What it throws by our named errors is a finding too. */
export interface Exam {
  /** As `--json` names it. */
  readonly name: string;
  readonly title: Message;
  /** None where it has nothing to look at. */
  examine(patient: Patient): Promise<readonly Finding[]>;
}

export function fine(zh: string, en: string): Finding {
  return { health: 'fine', what: { 'zh-CN': zh, en }, remedy: null };
}

export function note(what: Message, remedy: Message | null = null): Finding {
  return { health: 'note', what, remedy };
}

export function wrong(what: Message, remedy: Message | null = null): Finding {
  return { health: 'wrong', what, remedy };
}
