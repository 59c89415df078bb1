import { formVersion } from '../forms/form.ts';
import { tasksOf } from '../forms/form-tasks.ts';
import { planDiffers } from '../forms/read/problems.ts';
import { readForm } from '../forms/read/read-form.ts';
import { reporterNamed } from '../forms/reporters.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Period, periodText } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { NewReturn } from '../model/return.ts';
import type { KnownPlan, PlansOfMonth } from './plans.ts';
import { noPlan } from './problems.ts';
import type { ReturnedFile } from './returned-file.ts';

/** The returns of a file as far as it can be read against the plans, and where its form is from. */
export interface FileAnswers {
  readonly name: string;
  readonly kind: ReturnedFile['kind'];
  readonly form: { readonly version: string; readonly planDigest: string } | null;
  readonly returns: readonly NewReturn[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The months that a file is about: what plans are needed for. */
export function periodsOf(file: ReturnedFile): Period[] {
  if (file.kind === 'form') return [file.form.identity.period];
  return file.kind === 'list' ? [...new Set(file.returns.map(({ period }) => period))] : [];
}

/** Reads a form against the plan in force in its month; a list needs none yet. */
export function answersOf(file: ReturnedFile, plans: (period: Period) => PlansOfMonth): FileAnswers {
  const { name, kind, diagnostics } = file;
  if (file.kind !== 'form') {
    const returns = file.kind === 'list' ? file.returns : [];
    return { name, kind, form: null, returns, diagnostics };
  }
  const { identity } = file.form;
  const form = { version: formVersion, planDigest: identity.planDigest };
  const refused = (diagnostic: Diagnostic): FileAnswers => ({
    ...{ name, kind, form, returns: [] },
    diagnostics: [...file.form.diagnostics, diagnostic],
  });
  const { inForce, versions } = plans(identity.period);
  const at = { source: name, part: file.form.sheet.name, row: null, column: null };
  if (inForce === null) return refused(noPlan({ month: periodText(identity.period) }, at));
  if (identity.planDigest !== inForce.digest) {
    const changes = howPlansDiffer(
      identity.reporter,
      inForce,
      versions.find((one) => one.digest === identity.planDigest),
    );
    return refused(planDiffers({ reporter: identity.reporter, ...changes }, at));
  }
  const { answer, diagnostics: found } = readForm(file.form, inForce.plan, name);
  return { name, kind, form, returns: answer === null ? [] : [answer], diagnostics: found };
}

/** Which version the form was made for and whether its own tasks have changed since, in both languages. */
function howPlansDiffer(reporter: string, now: KnownPlan, then: KnownPlan | undefined): { zh: string; en: string } {
  if (then === undefined) return { zh: '', en: '' };
  const same = ownTasks(then.plan, reporter) === ownTasks(now.plan, reporter);
  const [a, b] = [then.version, now.version];
  return {
    zh: `制表依据第${a?.number}版，当月施行第${b?.number}版${b?.documentNumber ? `（${b.documentNumber}）` : ''}，本单位任务${same ? '没有变化' : '有变化'}`,
    en: `made for version ${a?.number}, version ${b?.number} is in force; the reporter's own tasks ${same ? 'are the same' : 'have changed'}`,
  };
}

function ownTasks(plan: Plan, name: string): string {
  const reporter = reporterNamed(plan, name);
  const tasks = reporter === null ? [] : tasksOf(plan, reporter);
  return JSON.stringify(tasks.map(({ target, scope, task, unit }) => [target.id, scope, task, unit]));
}
