import type { Worksheet } from 'exceljs';
import { columnLetters } from '../../writers/cell-address.ts';
import type { Form } from '../form.ts';
import type { FormColumn } from '../form-columns.ts';
import { type AnswerArea, areaOf } from './answer-area.ts';
import type { FormStyles } from './form-styles.ts';

/** Looks that follow what stands in the sheet, also after it was sorted. */
export function addConditions(form: Form, sheet: Worksheet, area: AnswerArea, styles: FormStyles): void {
  fadeRepeats(sheet, area, styles);
  if (form.rows.some(({ previous }) => previous !== '')) wantReasons(sheet, area, styles);
}

/** Each row names its project, so that rows can be sorted; from the second on in grey. */
function fadeRepeats(sheet: Worksheet, area: AnswerArea, styles: FormStyles): void {
  const name = `$${letters(area, 'name')}`;
  const repeats = `AND(${name}${area.first}<>"",${name}${area.first}=${name}${area.first - 1})`;
  sheet.addConditionalFormatting({
    ref: `${letters(area, 'no')}${area.first}:${letters(area, 'name')}${area.last}`,
    rules: [{ type: 'expression', priority: 2, formulae: [repeats], style: styles.faded }],
  });
}

/** Colours 数字下降的原因 as long as the figure is below last month's and no reason is given. */
function wantReasons(sheet: Worksheet, area: AnswerArea, styles: FormStyles): void {
  const at = (key: FormColumn['key']) => `$${letters(area, key)}${area.first}`;
  const [now, before, reason] = [at('cumulative'), at('previous'), at('fallReason')];
  const lacking = `AND(ISNUMBER(${now}),ISNUMBER(${before}),${now}<${before},${reason}="")`;
  sheet.addConditionalFormatting({
    ref: areaOf(area, 'fallReason'),
    rules: [{ type: 'expression', priority: 1, formulae: [lacking], style: styles.wanted }],
  });
}

function letters({ columns }: AnswerArea, key: FormColumn['key']): string {
  return columnLetters(columns.findIndex((column) => column.key === key));
}
