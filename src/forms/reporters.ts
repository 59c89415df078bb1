import { type Plan, targetsOf } from '../model/plan.ts';

/** Who fills a form: a column of the plan for its own tasks, or a lead unit for the targets that it answers for. */
export interface FormReporter {
  readonly name: string;
  readonly kind: 'column' | 'lead-unit';
}

/** Everyone whom the office asks each month: the districts that hold a task, and the lead units, both in printed order. */
export function formReporters(plan: Plan): FormReporter[] {
  const districts = plan.columns.filter(({ name, kind }) => kind === 'district' && holdsTask(plan, name));
  return [...districts.map(({ name }): FormReporter => ({ name, kind: 'column' })), ...leadUnits(plan)];
}

/** A reporter by name. 市本级 is one too, for an office in which the lead units do not report its figures. */
export function reporterNamed(plan: Plan, name: string): FormReporter | null {
  if (plan.columns.some((column) => column.name === name)) return { name, kind: 'column' };
  return leadUnits(plan).find((unit) => unit.name === name) ?? null;
}

/** What names every district at once, 各区、县（市）政府, whole or cut at its comma: no one who could fill a form. */
const everyDistrict = /^(各|县（市）)/;

/** The lead units that are offices. */
function leadUnits(plan: Plan): FormReporter[] {
  const columns = new Set(plan.columns.map(({ name }) => name));
  const names = new Set(targetsOf(plan).flatMap(({ target }) => target.leadUnits));
  return [...names]
    .filter((name) => !columns.has(name) && !everyDistrict.test(name))
    .map((name) => ({ name, kind: 'lead-unit' }));
}

function holdsTask(plan: Plan, column: string): boolean {
  return targetsOf(plan).some(({ target }) => target.allocations[column] !== undefined);
}
