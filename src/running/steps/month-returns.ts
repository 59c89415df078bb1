import { correct } from '../../decisions/correct.ts';
import { type OwedReturn, owedReturns } from '../../forms/owed-returns.ts';
import { UsageError } from '../../model/errors/usage-error.ts';
import { type Period, periodText, yearOf } from '../../model/period.ts';
import type { Plan } from '../../model/plan.ts';
import type { Return } from '../../model/return.ts';
import type { Office } from '../../office/office.ts';
import { noPlan } from '../reasons.ts';

/** What is in of a month's returns, and what is owed: a figure that was left out and that a decision fills in is not. */
export interface MonthReturns {
  readonly plan: Plan;
  readonly owed: readonly OwedReturn[];
  /** How many have sent a return or owe one; a lead unit whose figures the districts tell is neither. */
  readonly expected: number;
  /** True where one of the returns is 示例数据. */
  readonly sample: boolean;
}

/** UsageError where no plan is in force. */
export async function monthReturns(office: Office, period: Period): Promise<MonthReturns> {
  const stored = await office.store.plan(period);
  if (stored === null) throw new UsageError(noPlan(periodText(period)));
  const sent = await office.store.returns({ from: period, to: period });
  const decisions = (await office.store.decisions()).filter(({ year }) => year === yearOf(period));
  const { returns } = correct(stored.plan, sent, decisions);
  const owed = owedReturns(stored.plan, returns, period, { cityAsked: cityAsked(office, stored.plan) });
  const expected = new Set([...returns, ...owed].map(nameOf)).size;
  return {
    plan: stored.plan,
    owed,
    expected,
    sample: returns.some(({ sample }) => sample),
  };
}

/** Whether the settings name somebody who reports for 市本级. */
export function cityAsked({ config }: Office, plan: Plan): boolean {
  const city = plan.columns.find(({ kind }) => kind === 'city')?.name;
  return city !== undefined && config.recipients.readers[city] !== undefined;
}

/** Names of those who sent nothing at all. */
export function silent(owed: readonly OwedReturn[]): string[] {
  return owed.filter(({ targets }) => targets === null).map(({ reporter }) => reporter.name);
}

function nameOf({ reporter }: Pick<Return, 'reporter'> | OwedReturn): string {
  return typeof reporter === 'string' ? reporter : reporter.name;
}
