import type { Message } from '../../model/language.ts';
import type { Period } from '../../model/period.ts';
import type { MissedMonth } from '../../schedule/missed-months.ts';
import type { PlannedStep, UndatedStep } from '../../schedule/month-steps.ts';
import type { Edition } from '../../store/ledger/editions.ts';
import type { MailSummary } from '../../store/ledger/outbox.ts';
import type { Pause, Run } from '../../store/ledger/runs.ts';

/** What the ledger, the schedule and the store say of an office at a moment. Times are ISO UTC. */
export interface Facts {
  readonly now: string;
  /** False where the settings have no schedule. */
  readonly scheduled: boolean;
  /** Months in which something was begun and not everything is over, oldest first. */
  readonly months: readonly MonthFacts[];
  /** Steps that are due and were never begun, oldest month first. */
  readonly due: readonly PlannedStep[];
  /** Months that a person has to begin, since they were missed long ago. */
  readonly missed: readonly MissedMonth[];
  readonly next: readonly PlannedStep[];
  /** Steps whose time the calendar cannot tell. */
  readonly undated: readonly UndatedStep[];
  readonly pauses: readonly Pause[];
  /** Every mail that is not sent. */
  readonly mails: readonly MailSummary[];
  readonly late: readonly LateMonth[];
}

export interface MonthFacts {
  readonly period: Period;
  /** In the order in which they run; those that the calendar cannot date are left out. */
  readonly steps: readonly PlannedStep[];
  readonly runs: readonly Run[];
  /** Those of them that are not over and whose step is in the settings no more. */
  readonly takenOut: readonly Run[];
  readonly editions: readonly Edition[];
  /** Who sent nothing; null where nobody was asked yet, or where it does not matter any more. */
  readonly silent: readonly string[] | null;
}

/** A published month whose figures would be others today. */
export interface LateMonth {
  readonly period: Period;
  /** 0 for the original, n for 更正版n. */
  readonly number: number;
  /** What changed: 上城区2023年6月月报有第2版. */
  readonly changes: readonly Message[];
}
