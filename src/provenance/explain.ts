import { cityAudience } from '../briefings/city.ts';
import type { Month } from '../briefings/month.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { explainColumn } from './explain-column.ts';
import { explainCity, explainLeadUnit } from './explain-groups.ts';
import { explainTarget } from './explain-target.ts';
import { explainTask } from './explain-task.ts';
import type { Explanation } from './explanation.ts';

/** Where a month's figures come from: of a district, 全市 or a lead unit, as a whole or with one target. UsageError for names it does not know. */
export function explain(month: Month, subject: string, target: string | null): Explanation {
  const { columns, leadUnits } = month.assessment;
  const column = columns.find(({ column: { name } }) => name === subject);
  const unit = leadUnits.find(({ name }) => name === subject);
  if (target === null) {
    if (column) return explainColumn(month, column);
    if (subject === cityAudience) return explainCity(month);
    if (unit) return explainLeadUnit(month, unit);
  } else if (column) {
    const task = column.tasks.find((one) => one.target.id === target);
    if (task) return explainTask(month, task);
    throw noTarget(
      subject,
      target,
      column.tasks.map((one) => one.target.id),
      isTarget(month, target),
    );
  } else if (subject === cityAudience || unit) {
    const own = month.assessment.targets.filter((total) => !unit || total.target.leadUnits.includes(unit.name));
    const total = own.find((one) => one.target.id === target);
    if (total) return explainTarget(month, total);
    throw noTarget(
      subject,
      target,
      own.map((one) => one.target.id),
      isTarget(month, target),
    );
  }
  throw noSubject(month, subject);
}

function isTarget({ assessment }: Month, id: string): boolean {
  return assessment.targets.some(({ target }) => target.id === id);
}

function noSubject({ assessment, period }: Month, subject: string): UsageError {
  const held = assessment.columns.filter(({ tasks }) => tasks.length > 0).map(({ column }) => column.name);
  const units = assessment.leadUnits.map(({ name }) => name);
  return new UsageError({
    'zh-CN': `${period}没有“${subject}”；可以查 ${cityAudience}；${held.join('、')}；牵头单位 ${units.join('、')}`,
    en: `“${subject}” is unknown in ${period}; known: ${cityAudience}; ${held.join(', ')}; lead units ${units.join(', ')}`,
  });
}

/** Targets of the same project come first, as that is what a slip of the hand leaves right. */
function noTarget(subject: string, target: string, own: readonly string[], known: boolean): UsageError {
  const project = `${target.split('.')[0]}.`;
  const near = own.filter((id) => id.startsWith(project));
  const ids = near.length > 0 ? near : own;
  return new UsageError({
    'zh-CN': `${known ? `${subject}不承担目标 ${target}` : `任务分解表中没有目标 ${target}`}；${subject}${near.length > 0 ? '的同一项目有' : '的目标有'} ${ids.join('、')}`,
    en: `${known ? `${subject} does not hold target ${target}` : `the plan has no target ${target}`}; ${subject} has ${ids.join(', ')}`,
  });
}
