import { columnReturns, wholeCityReturns } from '../model/column-returns.ts';
import { monthOf, type Period, previousPeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { NewReturn, Return, ReturnEntry } from '../model/return.ts';
import type { IntakeContext } from './context.ts';

/** What a reporter's figures were last month, entry for entry as the reporter names them. */
type LastEntries = (plan: Plan, given: NewReturn) => readonly ReturnEntry[];

/** Last month's figures, stored ones and those that come in together with this month's. */
export function lastMonths(incoming: readonly NewReturn[], { storedBefore }: IntakeContext): LastEntries {
  const known = new Map<Period, { columns: ReadonlyMap<string, Return>; whole: readonly Return[] }>();
  const monthBefore = (plan: Plan, period: Period) => {
    const before = previousPeriod(period);
    const found = known.get(period);
    if (found) return found;
    const kept = storedBefore(period);
    const highest = Math.max(0, ...kept.map(({ revision }) => revision));
    const arriving = incoming
      .filter((given) => given.period === before)
      .map((given): Return => ({ ...given, revision: given.revision ?? highest + 1 }));
    const returns = [...kept, ...arriving];
    const made = { columns: columnReturns(plan, returns, before), whole: wholeCityReturns(plan, returns, before) };
    known.set(period, made);
    return made;
  };
  return (plan, { reporter, period, entries }) => {
    if (monthOf(period) === 1) return [];
    const { columns, whole } = monthBefore(plan, period);
    const own = columns.get(reporter) ?? whole.find((one) => one.reporter === reporter);
    const others = new Set(entries.flatMap(({ column }) => column ?? []));
    return [
      ...(own?.entries ?? []),
      ...[...others].flatMap((column) => (columns.get(column)?.entries ?? []).map((entry) => ({ ...entry, column }))),
    ];
  };
}
