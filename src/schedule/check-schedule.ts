import { parseRule } from '../calendar/parse-rule.ts';
import type { Message } from '../model/language.ts';
import { type ScheduleSettings, type StepSettings, stepKinds } from '../model/schedule-settings.ts';
import { kindOf } from './month-steps.ts';

/** Something in a schedule that is wrong by itself, whatever the calendar. */
export interface ScheduleProblem {
  /** Below `schedule`. */
  readonly path: readonly string[];
  readonly message: Message;
}

/** What is wrong with a schedule: names, kinds, settings that belong to other kinds, and rules that cannot be read. */
export function scheduleProblems({ steps }: Pick<ScheduleSettings, 'steps'>): ScheduleProblem[] {
  return Object.entries(steps).flatMap(([name, step]) =>
    checks
      .flatMap((check) => check(name, step))
      .map(({ path, message }) => ({ path: ['steps', name, ...path], message })),
  );
}

type Check = (name: string, step: StepSettings) => readonly ScheduleProblem[];

/**
 * The ledger goes by month and name. So what happens once a month has one name that never changes: under a new one it would be due
 * again in all months. Reminders may be several; a second one that comes too late for a month does nothing in it.
 */
const naming: Check = (name, step) => {
  const does = kindOf(name, step);
  if (does === null)
    return problem(
      [],
      `不是步骤的名称；可用${stepKinds.join('、')}，另外的催报请写明 does: remind`,
      `is no name of a step; use ${stepKinds.join(', ')}, or say does: remind for another reminder`,
    );
  if (does !== 'remind' && name !== does)
    return problem(
      [],
      `应直接以 ${does} 为名：只有催报（does: remind）可以另起名称`,
      `must be named ${does}: only reminders (does: remind) have names of their own`,
    );
  const taken = stepKinds.find((kind) => kind !== 'remind' && name.startsWith(kind));
  if (does === 'remind' && (taken !== undefined || !/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(name)))
    return problem(
      [],
      '不能作催报的名称；请用文字、数字和“-”，不以其他步骤的名称开头，如 remind-2',
      'cannot name a reminder; use letters, digits and hyphens, and begin with no other step, like remind-2',
    );
  return [];
};

/** Settings that only one kind of step has. */
const onlyFor = [
  ['to', 'remind'],
  ['missing', 'close'],
  ['until', 'close'],
  ['then', 'close'],
] as const;

const belonging: Check = (name, step) => {
  const does = kindOf(name, step);
  return onlyFor
    .filter(([key, kind]) => step[key] !== undefined && does !== null && does !== kind)
    .flatMap(([key, kind]) => problem([key], `只用于 ${kind}，请删去`, `is for ${kind} only; take it out`));
};

/** How long to wait, and what then, is asked where returns are waited for, and there only. */
const waiting: Check = (name, step) => {
  if (kindOf(name, step) !== 'close') return [];
  return (['until', 'then'] as const).flatMap((key) => {
    if (step.missing === 'wait' && step[key] === undefined)
      return problem(
        [key],
        key === 'until'
          ? '没有填写：missing: wait 须写明等到何时，如 次月10日顺延 17:00'
          : '没有填写：等到最后仍未报齐时怎么办，publish 或 hold',
        key === 'until'
          ? 'is missing: missing: wait needs to know until when, like 次月10日顺延 17:00'
          : 'is missing: what to do when returns are still missing then, publish or hold',
      );
    if (step.missing !== 'wait' && step[key] !== undefined)
      return problem([key], '只用于 missing: wait，请删去', 'is for missing: wait only; take it out');
    return [];
  });
};

const rules: Check = (_, step) =>
  (['when', 'until'] as const).flatMap((key) => {
    const text = step[key];
    const read = text === undefined ? null : parseRule(text);
    if (read === null || 'rule' in read) return [];
    return problem([key], `写的${read.problem['zh-CN']}`, `is wrong: ${read.problem.en}`);
  });

const checks: readonly Check[] = [naming, belonging, waiting, rules];

function problem(path: readonly string[], chinese: string, english: string): ScheduleProblem[] {
  return [{ path, message: { 'zh-CN': chinese, en: english } }];
}
