import type { DecidedFigure } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Message } from '../model/language.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import { type Plan, type Target, targetsOf } from '../model/plan.ts';
import { parseQuantity, type Quantity, quantityText } from '../model/quantity.ts';
import { latestReturns, type Return } from '../model/return.ts';
import { reportedOf, unitFor } from './locate.ts';
import { keyOf } from './subject.ts';
import { figureName } from './told.ts';

/** Plan and returns as they were read, and what was asked besides. */
export interface CorrectingIn {
  readonly plan: Plan;
  readonly returns: readonly Return[];
  readonly returnDiagnostics: readonly Diagnostic[];
  /** Column whose allocation is meant, where the problem is about the whole row. */
  readonly column: string | null;
  /** Whether a figure that was not let in may be filled in. */
  readonly fillIn: boolean;
}

export type FigureCorrection =
  | { readonly figure: DecidedFigure; readonly value: Quantity; readonly was: Quantity | null }
  | { readonly refused: Message };

/** The figure that a problem is about, and the one that `text` puts in its place; or why it cannot be corrected like this. */
export function figureToCorrect(question: Diagnostic, text: string, given: CorrectingIn): FigureCorrection {
  const { about } = question;
  const period = about.period === undefined ? null : parsePeriod(about.period);
  const column = about.column ?? given.column;
  const target = targetsOf(given.plan).find((one) => one.target.id === about.target)?.target;
  if (target === undefined || (period !== null && column === null))
    return refused(
      '这个问题不是针对某一个数的，不能更正；请退回填报单位或改正原文件',
      'this problem is not about one figure, so there is none to correct; have the file corrected',
    );
  const place = { target: target.id, clause: target.clause, column, period };
  const present = presentFigure(question, place, target, given);
  if (present === null)
    return refused(
      `没有${figureName(place)}这个数可以更正；请核对 --column，或退回填报单位补报`,
      `there is no figure of ${[target.id, column, period].filter(Boolean).join(', ')} to correct; check --column, or ask for the figure`,
    );
  const figure = { ...place, leftOutOf: present.leftOutOf };
  const value = withUnit(text, present.was, unitFor(target, figure));
  if ('refused' in value) return value;
  if (present.was && quantityText(present.was) === quantityText(value))
    return refused(`${figureName(place)}已经是${quantityText(value)}`, `the figure is ${quantityText(value)} already`);
  return { figure, value, was: present.was };
}

type Present = { readonly was: Quantity | null; readonly leftOutOf: number | null };

function presentFigure(
  question: Diagnostic,
  { column, period }: { column: string | null; period: Period | null },
  target: Target,
  { plan, returns, returnDiagnostics, fillIn }: CorrectingIn,
): Present | null {
  if (period === null) {
    const was = column === null ? target.quantity : target.allocations[column];
    return was ? { was, leftOutOf: null } : null;
  }
  const reporter = column ?? '';
  const reported = reportedOf(plan, returns, { period, reporter, target: target.id });
  if (reported) return reported.entry.cumulative && { was: reported.entry.cumulative, leftOutOf: null };
  const from = latestReturns(returns, period).get(reporter);
  const notLetIn = fillIn && returnDiagnostics.some((d) => keyOf(d) === keyOf(question));
  if (from === undefined || !notLetIn) return null;
  return { was: parseQuantity(question.data['figure'] ?? ''), leftOutOf: from.revision };
}

/** A bare number takes the unit that the figure has, if that is the right one: the slip may have been in the unit. */
function withUnit(text: string, was: Quantity | null, unit: string | null): Quantity | { readonly refused: Message } {
  const value = parseQuantity(text);
  const wanted = unit ?? '';
  if (value === null)
    return refused(
      `“${text}”不是一个数；请写成“148${wanted}”的样子`,
      `"${text}" is not one figure; write it like "148${wanted}"`,
    );
  if (value.unit === wanted) return value;
  if (value.unit === '' && was?.unit === wanted) return { ...value, unit: wanted };
  return refused(
    `“${text}”的单位应为“${wanted}”；请写成“${value.value}${wanted}”的样子，并核对数量`,
    `"${text}" must be in ${wanted}; write it like "${value.value}${wanted}", and check the amount`,
  );
}

function refused(chinese: string, english: string): { readonly refused: Message } {
  return { refused: { 'zh-CN': chinese, en: english } };
}
