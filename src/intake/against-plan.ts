import { checkOneReturn, unstoredCodes } from '../checks/index.ts';
import { columnReturns } from '../model/column-returns.ts';
import type { Place } from '../model/document.ts';
import type { Plan } from '../model/plan.ts';
import type { NewReturn } from '../model/return.ts';
import { graded } from '../month/check-catalogue.ts';
import type { IntakeSettings, Judged } from './context.ts';

/** The checks' errors, as the office weighs them, decide what of a return could never be published; what they merely point out they say later. */
export function againstPlan(plan: Plan, given: NewReturn, settings: IntakeSettings): Judged {
  const { period } = given;
  const returns = [{ ...given, revision: given.revision ?? 1 }];
  const current = columnReturns(plan, returns, period);
  const alone = { plan, period, returns, current, previous: new Map(), planVersions: [], settings };
  const found = graded(checkOneReturn(alone), settings.checks).map((d) => ({ ...d, about: { ...d.about, period } }));
  const errors = found.filter(({ severity }) => severity === 'error');
  const told = found.filter(({ severity, code }) => severity === 'error' || unstoredCodes.has(code));
  if (errors.some(({ at }) => at !== null && samePlace(at, given.at))) return { kept: null, diagnostics: told };
  // Of two answers to one question, neither is known to be right.
  const twice = new Set(errors.filter(({ code }) => code === 'return-target-twice').map(({ about }) => about.target));
  const entries = given.entries.filter(
    ({ target, at }) => !twice.has(target) && !errors.some((error) => error.at !== null && samePlace(error.at, at)),
  );
  return { kept: { ...given, entries }, diagnostics: told };
}

function samePlace(a: Place, b: Place): boolean {
  return a.part === b.part && a.row === b.row && a.column === b.column;
}
