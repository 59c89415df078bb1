import { both } from '../cli/text.ts';
import { editionName } from '../model/correction.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { type Period, periodText } from '../model/period.ts';
import { monthFlag } from './flags.ts';

export interface SignFlags {
  month?: string;
  by?: string;
  because?: string;
  draft?: string;
  from: string;
}

/** The month that is meant. UsageError where none is named. */
export function signedMonth(month: string | undefined): Period {
  if (month === undefined) throw new UsageError(both('signMonthMissing'));
  return monthFlag(month);
}

/** An edition as commands and as officers call it: 2023-06, 2023年6月更正版1. */
export function namesOf({ period, number }: { readonly period: Period; readonly number: number }) {
  return { month: period, text: `${periodText(period)}${number === 0 ? '' : editionName(number)}` };
}
