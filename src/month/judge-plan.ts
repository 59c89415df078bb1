import { checkPlan } from '../checks/index.ts';
import { type Corrected, correct, withoutCorrected } from '../decisions/correct.ts';
import { settle } from '../decisions/settle.ts';
import { type DecisionState, statesOf } from '../decisions/states.ts';
import type { Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Settings } from '../model/settings.ts';
import { graded } from './check-catalogue.ts';

/** What was found in a plan alone, with the decisions on it. */
export interface JudgedPlan {
  /** With its corrections; null where errors left none. */
  readonly plan: Plan | null;
  readonly diagnostics: Diagnostic[];
  /** How each decision on the plan stands, by its id. */
  readonly states: ReadonlyMap<string, DecisionState>;
}

interface PlanReadings {
  readonly plan: Plan | null;
  readonly planDiagnostics: readonly Diagnostic[];
  readonly decisions: readonly Decision[];
}

/** Checks a plan that was read; findings weigh what the settings say. `year` is that of its decisions; `asOf` the ISO date that dates are compared with, null for none. */
export function judgePlan(
  readings: PlanReadings,
  {
    year,
    asOf,
    checks,
  }: { readonly year: number | null; readonly asOf: string | null; readonly checks: Settings['checks'] },
): JudgedPlan {
  const ofPlan = readings.decisions.filter(({ about, ...one }) => one.year === year && about.period === undefined);
  const { plan, applied } = correctedPlan(readings.plan, ofPlan);
  const all = [...withoutCorrected(readings.planDiagnostics, applied), ...(plan ? checkPlan(plan) : [])];
  const found = graded(all, checks);
  const used = new Set(applied.map(({ decision }) => decision));
  const open = ofPlan.filter((decision) => !used.has(decision));
  return {
    plan,
    diagnostics: settle([...found, ...applied.map(({ told }) => told)], open, asOf),
    states: statesOf(ofPlan, found, applied, asOf),
  };
}

function correctedPlan(
  plan: Plan | null,
  decisions: readonly Decision[],
): { plan: Plan | null; applied: Corrected['applied'] } {
  return plan === null ? { plan, applied: [] } : correct(plan, [], decisions);
}
