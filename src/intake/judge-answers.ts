import type { Diagnostic } from '../model/diagnostic.ts';
import { fallsIn } from '../model/falls.ts';
import { periodText } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import type { NewReturn } from '../model/return.ts';
import { graded } from '../month/check-catalogue.ts';
import { againstPlan } from './against-plan.ts';
import type { FileAnswers } from './answers.ts';
import { competingReturns } from './competing-returns.ts';
import type { IntakeContext, Judged } from './context.ts';
import { lastMonths } from './last-months.ts';
import type { PlansOfMonth } from './plans.ts';
import { fallWithoutReason, noPlan, otherMonth } from './problems.ts';

/**
 * Checks the returns of all files before any is stored: against the plan, against last month, against each other. What is left
 * of a file are its good entries; an error says of each other why it is not among them.
 */
export function judgeAnswers(files: readonly FileAnswers[], context: IntakeContext): FileAnswers[] {
  const all = files.flatMap(({ name, returns }) => returns.map((given) => ({ name, given })));
  const rivals = competingReturns(all);
  const before = lastMonths(
    all.map(({ given }) => given),
    context,
  );
  return files.map((file) => {
    const judged = file.returns.map((given): Judged => {
      const whole = wholeProblem(given, context) ?? rivals.get(given) ?? null;
      if (whole !== null) return { kept: null, diagnostics: [whole] };
      const { plan } = context.plans(given.period).inForce as NonNullable<PlansOfMonth['inForce']>;
      const checked = againstPlan(plan, given, context.settings);
      if (file.kind !== 'form' || checked.kept === null) return checked;
      return withReasons(checked.kept, before(plan, given), checked.diagnostics);
    });
    return {
      ...file,
      returns: judged.flatMap(({ kept }) => (kept === null || kept.entries.length === 0 ? [] : [kept])),
      diagnostics: [
        ...graded(file.diagnostics, context.settings.checks),
        ...judged.flatMap(({ diagnostics }) => diagnostics),
      ],
    };
  });
}

function wholeProblem({ reporter, period, at }: NewReturn, { month, plans }: IntakeContext): Diagnostic | null {
  const about = { column: reporter, period };
  if (month !== null && period !== month)
    return otherMonth({ reporter, month: periodText(period), asked: periodText(month) }, at, about);
  return plans(period).inForce === null ? noPlan({ month: periodText(period) }, at, about) : null;
}

/** Leaves out the figures of a form that fall without a word: the form asks for the reason. */
function withReasons(given: NewReturn, lastMonth: NewReturn['entries'], found: readonly Diagnostic[]): Judged {
  const { reporter, period } = given;
  const falls = fallsIn(given.entries, lastMonth).filter(({ entry }) => !entry.fallReason);
  const dropped = new Set(falls.map(({ entry }) => entry));
  const problems = falls.map(({ entry, now, before }) => {
    const data = { reporter, target: entry.target, now: quantityText(now), before: quantityText(before) };
    return fallWithoutReason(data, entry.at, { target: entry.target, column: entry.column ?? reporter, period });
  });
  return {
    kept: { ...given, entries: given.entries.filter((entry) => !dropped.has(entry)) },
    diagnostics: [...found, ...problems],
  };
}
