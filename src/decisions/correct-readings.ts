import type { Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Return } from '../model/return.ts';
import { type Corrected, correct, withoutCorrected } from './correct.ts';

interface Readings {
  readonly plan: Plan | null;
  readonly returns: readonly Return[];
  readonly planDiagnostics: readonly Diagnostic[];
  readonly returnDiagnostics: readonly Diagnostic[];
  readonly decisions: readonly Decision[];
  readonly lastYear: { readonly plan: Plan; readonly returns: readonly Return[] } | null;
  readonly planVersions: readonly { readonly plan: Plan; readonly returns: readonly Return[] }[];
}

/** A year's readings with its corrections, and what is left to say of its decisions. */
export interface CorrectedReadings<R extends Readings> {
  readonly readings: R;
  readonly applied: Corrected['applied'];
  /** The decisions of the year that no figure has taken up, for `settle`. */
  readonly open: readonly Decision[];
}

/** Applies the corrections of the year, and those of the year before to what is compared with. */
export function correctReadings<R extends Readings>(readings: R, year: number): CorrectedReadings<R> {
  const ofYear = readings.decisions.filter((decision) => decision.year === year);
  if (readings.plan === null) return { readings, applied: [], open: ofYear };
  const { plan, returns, applied } = correct(readings.plan, readings.returns, ofYear);
  const { lastYear, planDiagnostics, returnDiagnostics } = readings;
  const before = readings.decisions.filter((decision) => decision.year === year - 1);
  const then = lastYear && correct(lastYear.plan, lastYear.returns, before);
  const versions = readings.planVersions.map((version) => {
    const own = correct(version.plan, version.returns, ofYear);
    return { ...version, plan: own.plan, returns: own.returns };
  });
  const used = new Set(applied.map(({ decision }) => decision));
  return {
    readings: {
      ...readings,
      plan,
      returns,
      planDiagnostics: withoutCorrected(planDiagnostics, applied),
      returnDiagnostics: withoutCorrected(returnDiagnostics, applied),
      lastYear: then && { plan: then.plan, returns: then.returns },
      planVersions: versions,
    },
    applied,
    open: ofYear.filter((decision) => !used.has(decision)),
  };
}

/** What a month's documents tell of corrections: those of the plan, and of every month of the year up to this one, which their charts show. */
export function toldIn(applied: Corrected['applied'], period: Period): Diagnostic[] {
  return applied.map(({ told }) => told).filter(({ about }) => about.period === undefined || about.period <= period);
}
