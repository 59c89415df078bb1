import { monthOf, type Period, previousPeriod } from './period.ts';
import { type Plan, targetsOf } from './plan.ts';
import { latestReturns, type Return } from './return.ts';

/** The latest returns of a month that came from lead units, in the plan's order of them. */
export function leadReturns(plan: Plan, returns: readonly Return[], period: Period): Return[] {
  const latest = latestReturns(returns, period);
  const columns = new Set(plan.columns.map(({ name }) => name));
  const units = new Set(targetsOf(plan).flatMap(({ target }) => target.leadUnits));
  return [...units].filter((name) => !columns.has(name)).flatMap((name) => latest.get(name) ?? []);
}

/**
 * The returns that count for a month, by column of the plan: each column's own and, for a target of which it gave no figure, what
 * a lead unit reported for it, as the lead units do for 市本级. Reporters that the plan does not know are kept for the checks.
 */
export function columnReturns(plan: Plan, returns: readonly Return[], period: Period): ReadonlyMap<string, Return> {
  const leads = leadReturns(plan, returns, period);
  const counted = new Map(latestReturns(returns, period));
  for (const { reporter } of leads) counted.delete(reporter);
  for (const lead of leads)
    for (const { column, ...entry } of lead.entries) {
      if (column === undefined) continue;
      const own = counted.get(column) ?? { ...lead, reporter: column, entries: [] };
      const said = own.entries.filter(({ target }) => target === entry.target);
      if (said.some(({ cumulative }) => cumulative !== null || entry.cumulative === null)) continue;
      counted.set(column, { ...own, entries: [...own.entries.filter((one) => !said.includes(one)), entry] });
    }
  return counted;
}

/** The same of the month that a month is compared with; January has none. */
export function columnReturnsBefore(
  plan: Plan,
  returns: readonly Return[],
  period: Period,
): ReadonlyMap<string, Return> {
  return monthOf(period) === 1 ? new Map() : columnReturns(plan, returns, previousPeriod(period));
}

/** What lead units said of the whole city, of columns nothing. */
export function wholeCityReturns(plan: Plan, returns: readonly Return[], period: Period): Return[] {
  return leadReturns(plan, returns, period).map((lead) => ({
    ...lead,
    entries: lead.entries.filter(({ column }) => column === undefined),
  }));
}
