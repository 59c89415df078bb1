import type { Table } from '../../../model/document.ts';
import type { ParsedFont } from '../../fonts/parsed-font.ts';
import { planTable } from '../../paged/plan-table.ts';
import { remembering, settingKey } from '../../paged/remember.ts';
import type { TableFrame, TablePlan, TableStyle } from '../../paged/table-plan.ts';

/** Plans by the fonts that measured them; they go when the fonts go. */
const plans = new WeakMap<ParsedFont, WeakMap<ParsedFont, ReturnType<typeof remembering<TablePlan>>>>();

/** `planTable`, or what it said of a table with the same texts in the same fonts; fonts are null where others stand in for some. */
export function rememberedPlan(
  table: Table,
  style: TableStyle,
  frame: TableFrame,
  fonts: readonly [regular: ParsedFont, bold: ParsedFont] | null,
): TablePlan {
  if (fonts === null) return planTable(table, style, frame);
  const [regular, bold] = fonts;
  const byBold = plans.get(regular) ?? new WeakMap<ParsedFont, ReturnType<typeof remembering<TablePlan>>>();
  plans.set(regular, byBold);
  const remember = byBold.get(bold) ?? remembering<TablePlan>();
  byBold.set(bold, remember);
  return remember(`${settingKey(table)}${JSON.stringify([frame, style])}`, () => planTable(table, style, frame));
}
