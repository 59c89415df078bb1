import type { Period } from '../../model/period.ts';
import type { PlannedStep } from '../../schedule/month-steps.ts';
import type { EditionState } from '../../store/ledger/editions.ts';
import type { Facts } from './facts.ts';
import { type Item, urgencies } from './item.ts';
import { mailItems } from './mail-items.ts';
import { monthItems } from './month-items.ts';
import { scheduleItems } from './schedule-items.ts';

/** How an office stands, the most urgent first. */
export interface Status {
  /** ISO UTC time. */
  readonly now: string;
  readonly items: readonly Item[];
  readonly editions: readonly EditionLine[];
  /** What comes next by itself, soonest first. */
  readonly next: readonly PlannedStep[];
  /** True where a person has to do something. */
  readonly needsPerson: boolean;
}

export interface EditionLine {
  readonly period: Period;
  readonly number: number;
  readonly state: EditionState;
  /** When it came to this state, ISO UTC. */
  readonly at: string;
  readonly signedBy: string | null;
}

/** Steps that come next and are told. */
const mostNext = 6;

export function statusOf(facts: Facts): Status {
  const { now, months, next } = facts;
  const all = [...scheduleItems(facts), ...months.flatMap((month) => monthItems(month, now)), ...mailItems(facts)];
  const items = urgencies.flatMap((urgency) => all.filter((one) => one.urgency === urgency));
  const editions = months.flatMap((month) =>
    month.editions.map((edition): EditionLine => {
      const { period, number, state, draft, checkedAt, signed, published, deliveredAt } = edition;
      const reached: Readonly<Record<EditionState, string | null | undefined>> = {
        draft: draft.at,
        checked: checkedAt,
        signed: signed?.at,
        published: published?.at,
        delivered: deliveredAt,
      };
      return { period, number, state, at: reached[state] ?? draft.at, signedBy: signed?.by ?? null };
    }),
  );
  return {
    now,
    items,
    editions,
    next: next.slice(0, mostNext),
    needsPerson: items.some(({ urgency }) => urgency === 'act'),
  };
}
