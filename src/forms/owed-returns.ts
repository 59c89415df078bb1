import { columnReturns } from '../model/column-returns.ts';
import { markKind } from '../model/figure-mark.ts';
import type { Period } from '../model/period.ts';
import { type Plan, type Target, targetsOf } from '../model/plan.ts';
import { latestReturns, type Return } from '../model/return.ts';
import { type FormReporter, formReporters } from './reporters.ts';

/** A reporter who still owes a month's return, or a part of it. */
export interface OwedReturn {
  readonly reporter: FormReporter;
  /** Targets that a return which came left out, in printed order; null where none came. */
  readonly targets: readonly Target[] | null;
}

export interface Asking {
  /** Whether 市本级 reports for itself, instead of the lead units for it. */
  readonly cityAsked: boolean;
}

/** Everyone whom the office asks in a month: as the forms have them, and 市本级 where it reports for itself. */
export function askedReporters(plan: Plan, { cityAsked }: Asking): FormReporter[] {
  const city = cityOf(plan);
  return [...(cityAsked && city !== null ? [{ name: city, kind: 'column' } as const] : []), ...formReporters(plan)];
}

/**
 * Who owes a month's return, in the order in which they are asked: districts that hold a task and sent nothing or left targets out,
 * and those who should have told of 市本级's own tasks, of which there is no figure: 市本级 where it is asked itself, else the lead
 * units that sent nothing. A lead unit owes nothing for the whole city, which the districts' figures tell as well.
 */
export function owedReturns(plan: Plan, returns: readonly Return[], period: Period, asking: Asking): OwedReturn[] {
  const sent = latestReturns(returns, period);
  const told = columnReturns(plan, returns, period);
  const open = (column: string) => openTargets(plan, column, told.get(column));
  const ofCity = openOfCity(plan, open);
  return askedReporters(plan, { cityAsked: asking.cityAsked || ofCity.nobodys }).flatMap((reporter): OwedReturn[] => {
    const { name, kind } = reporter;
    if (kind === 'lead-unit') {
      const owes = !asking.cityAsked && ofCity.targets.some(({ leadUnits }) => leadUnits.includes(name));
      return owes && !sent.has(name) ? [{ reporter, targets: null }] : [];
    }
    const targets = open(name);
    return targets.length === 0 ? [] : [{ reporter, targets: sent.has(name) ? targets : null }];
  });
}

function cityOf(plan: Plan): string | null {
  return plan.columns.find(({ kind }) => kind === 'city')?.name ?? null;
}

/** The city's own targets of which nobody told, and whether one of them has no lead unit that could. */
function openOfCity(plan: Plan, open: (column: string) => Target[]) {
  const city = cityOf(plan);
  const targets = city === null ? [] : open(city);
  const units = new Set(formReporters(plan).flatMap(({ name, kind }) => (kind === 'lead-unit' ? [name] : [])));
  return { targets, nobodys: targets.some(({ leadUnits }) => !leadUnits.some((unit) => units.has(unit))) };
}

/** A column's tasks with neither a figure nor a word that stands for one. 未报送 is none. */
function openTargets(plan: Plan, column: string, told: Return | undefined): Target[] {
  const answered = new Set(
    (told?.entries ?? [])
      .filter(
        ({ cumulative, mark }) => cumulative !== null || !['blank', 'not-reported'].includes(markKind(mark ?? '')),
      )
      .map(({ target }) => target),
  );
  return targetsOf(plan)
    .map(({ target }) => target)
    .filter(({ id, allocations }) => allocations[column] !== undefined && !answered.has(id));
}
