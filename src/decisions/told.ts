import type { DecidedFigure, Decision } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/document.ts';
import { dateText, periodText } from '../model/period.ts';
import { quantityText } from '../model/quantity.ts';
import { figureCorrected } from './problems.ts';
import { reasonOf } from './words.ts';

/** What 三、数据校核 says of an applied correction; `target` is the number that the target has now. */
export function toldOf(decision: Decision, figure: DecidedFigure, target: string, at: Place | null): Diagnostic {
  const { id, was, value, by, decided } = decision;
  const { column, period } = figure;
  const told = figureCorrected(
    {
      what: figureName({ ...figure, target }),
      whatEn: [`target ${target}`, column, period].filter(Boolean).join(', '),
      from: was ? quantityText(was) : '',
      to: value ? quantityText(value) : '',
      because: reasonOf(decision),
      by,
      date: dateText(decided),
      decision: id,
    },
    at,
    { target, ...(column === null ? {} : { column }), ...(period === null ? {} : { period }) },
  );
  return { ...told, decision };
}

/** 目标6.3量化目标, 目标6.3上城区任务数, 临平区2023年8月目标16.1累计完成 */
export function figureName({ target, column, period }: Pick<DecidedFigure, 'target' | 'column' | 'period'>): string {
  if (period !== null) return `${column}${periodText(period)}目标${target}累计完成`;
  return column === null ? `目标${target}量化目标` : `目标${target}${column}任务数`;
}
