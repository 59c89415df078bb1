import { z } from 'zod';
import type { TargetTotal } from '../analysis/target-total.ts';
import { decimalText, exact, sum } from '../model/exact.ts';
import { addedIn, type Plan, type Target } from '../model/plan.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Lights } from '../model/settings.ts';
import { lightView, lightViewSchema, unjudgedLight, unreportedLight } from './light-view.ts';
import { numberViewSchema, percentView, quantityView } from './words.ts';

/** One target over the whole city, a row of 附件4 of the city briefing. */
export const targetViewSchema = z.strictObject({
  id: z.string(),
  clause: z.string(),
  leadUnits: z.array(z.string()),
  /** As printed: 1400张, 育儿券. */
  text: z.string(),
  quantity: numberViewSchema.nullable(),
  /** Sum of the columns in 附件2, with the formula that adds them up there; null where there is nothing to add. */
  allocated: numberViewSchema.nullable(),
  allocatedFormula: z.string().nullable(),
  difference: numberViewSchema.nullable(),
  done: numberViewSchema.nullable(),
  completion: numberViewSchema.nullable(),
  holders: z.number(),
  lagging: z.number(),
  unreported: z.number(),
  light: lightViewSchema,
});
export type TargetView = z.infer<typeof targetViewSchema>;

export function targetView(total: TargetTotal, plan: Plan, table: string, lights: Lights): TargetView {
  const { target } = total;
  const allocated = allocatedQuantity(target);
  const first = plan.columns[0]?.name;
  const last = plan.columns.at(-1)?.name;
  return {
    id: target.id,
    clause: target.clause,
    leadUnits: [...target.leadUnits],
    text: target.text,
    quantity: target.quantity && quantityView(target.quantity),
    allocated: allocated && quantityView(allocated),
    allocatedFormula: allocated && `SUM(${table}[${target.id},${first}:${last}])`,
    difference: allocated && target.quantity && quantityView(difference(allocated, target.quantity)),
    done: total.done && quantityView(total.done),
    completion: total.completion && percentView(total.completion),
    holders: total.holders,
    lagging: total.lagging,
    unreported: total.unreported,
    light: totalLight(total, lights),
  };
}

/** The light of a total: none where nothing is divided or a return is missing. */
export function totalLight(total: TargetTotal, lights: Lights): TargetView['light'] {
  if (total.holders === 0) return { label: '不分解', mark: '—', tone: 'muted' };
  if (total.unreported === total.holders) return unreportedLight;
  if (total.unreported > 0) return { label: '未报全', mark: '—', tone: 'muted' };
  // Limits are not added up: their holders reported, but there is no figure of the whole.
  return total.done === null ? unjudgedLight : lightView(total, lights);
}

/** Null where nothing is added: where a column's unit differs from the target's, and for limits and shares. */
function allocatedQuantity(target: Target): Quantity | null {
  const figures = Object.values(target.allocations);
  const unit = addedIn(target);
  if (unit === null || figures.length === 0 || figures.some((figure) => figure.unit !== unit)) return null;
  return { value: decimalText(sum(figures.map((figure) => exact(figure.value)))), unit };
}

function difference(a: Quantity, b: Quantity): Quantity {
  return { value: decimalText(exact(a.value).sub(exact(b.value))), unit: a.unit };
}
