import type { Correction, DecidedFigure } from '../model/decision.ts';
import type { Place } from '../model/document.ts';
import type { Plan, Target } from '../model/plan.ts';
import { type Quantity, quantityText } from '../model/quantity.ts';
import { targetOf, unitFor } from './locate.ts';

/** The plan with one figure replaced; null where the figure is not the one that was decided on. */
export function correctPlan(
  plan: Plan,
  figure: DecidedFigure,
  value: Quantity,
  correction: Correction,
): { plan: Plan; target: string; at: Place | null } | null {
  const target = targetOf(plan, figure);
  if (target === null || value.unit !== unitFor(target, figure)) return null;
  const present = figure.column === null ? target.quantity : target.allocations[figure.column];
  if (!present || !correction.was || !sameQuantity(present, correction.was)) return null;
  const changed =
    figure.column === null
      ? withQuantity(target, value, correction)
      : withAllocation(target, figure.column, value, correction);
  const projects = plan.projects.map((project) =>
    project.targets.includes(target)
      ? { ...project, targets: project.targets.map((one) => (one === target ? changed : one)) }
      : project,
  );
  return { plan: { ...plan, projects }, target: target.id, at: target.at };
}

/** Equal as printed: 1.0 and 1 are not the same figure of a document. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return a.value === b.value && a.unit === b.unit;
}

function withQuantity(target: Target, quantity: Quantity, correction: Correction): Target {
  // A target that prints more than its figure (5%以内) keeps its words.
  const was = target.quantity && quantityText(target.quantity);
  const text =
    was !== null && target.text.includes(was) ? target.text.replace(was, quantityText(quantity)) : target.text;
  return { ...target, quantity, text, corrected: { ...target.corrected, quantity: correction } };
}

function withAllocation(target: Target, column: string, quantity: Quantity, correction: Correction): Target {
  return {
    ...target,
    allocations: { ...target.allocations, [column]: quantity },
    corrected: { ...target.corrected, allocations: { ...target.corrected?.allocations, [column]: correction } },
  };
}
