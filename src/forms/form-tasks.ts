import { type Plan, type Project, type Target, targetsOf } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { FormReporter } from './reporters.ts';

/** The whole city, in the form of a lead unit. */
export const wholeCity = '全市';

/** One row of a form: a target, and whose part of it is asked. */
export interface FormTask {
  readonly project: Project;
  readonly target: Target;
  /** In the form of a lead unit: 全市 or a column; null in a column's own form. */
  readonly scope: string | null;
  /** Column of the plan that the figure belongs to; null where it is the reporter's own. */
  readonly column: string | null;
  /** The year's task; null for a target without a number (育儿券), of which only words are asked. */
  readonly task: Quantity | null;
  /** Empty without a task. */
  readonly unit: string;
}

/** Tells a row from every other of its form. */
export function taskKey({ target, scope }: Pick<FormTask, 'target' | 'scope'>): string {
  return rowKey(target.id, scope ?? '');
}

/** The same of an id and a scope as they are written. */
export function rowKey(id: string, scope: string): string {
  return scope === '' ? id : `${id} ${scope}`;
}

/** The tasks of a reporter, in printed order. */
export function tasksOf(plan: Plan, { name, kind }: FormReporter): FormTask[] {
  return targetsOf(plan).flatMap(({ project, target }): FormTask[] => {
    if (kind === 'column') {
      const task = target.allocations[name];
      return task === undefined ? [] : [{ project, target, scope: null, column: null, task, unit: task.unit }];
    }
    return target.leadUnits.includes(name) ? leadTasks(plan, project, target) : [];
  });
}

/** A lead unit answers for the whole city, and for the city's own part, which no district reports. */
function leadTasks(plan: Plan, project: Project, target: Target): FormTask[] {
  const city = plan.columns.find(({ name, kind }) => kind === 'city' && target.allocations[name] !== undefined);
  const own = city === undefined ? undefined : target.allocations[city.name];
  const holders = Object.keys(target.allocations).length;
  const whole = { project, target, scope: wholeCity, column: null, task: target.quantity };
  const rows: FormTask[] = holders === 1 && own ? [] : [{ ...whole, unit: target.quantity?.unit ?? '' }];
  if (city && own) rows.push({ project, target, scope: city.name, column: city.name, task: own, unit: own.unit });
  return rows;
}
