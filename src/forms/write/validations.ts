import type { DataValidation, Worksheet } from 'exceljs';
import type { FormColumn } from '../form-columns.ts';
import { longestWords, type OpenColumn, offeredMarks, prompts } from '../guidance.ts';
import { type AnswerArea, areaOf } from './answer-area.ts';

/** The library's list of rules over areas, which its own types leave out. */
interface WithValidations {
  readonly dataValidations: { add(area: string, validation: DataValidation): void };
}

/** Prompts beside the open cells, and refusal of what does not fit. */
export function addValidations(sheet: Worksheet, area: AnswerArea): void {
  const { dataValidations } = sheet as unknown as WithValidations;
  for (const { key } of area.columns)
    if (isOpen(key)) {
      const { title, prompt, error } = prompts[key];
      const where = areaOf(area, key);
      dataValidations.add(where, {
        ...ruleOf(key, where.split(':')[0] ?? where),
        allowBlank: true,
        showInputMessage: true,
        promptTitle: title,
        prompt,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: title,
        error,
      });
    }
}

/** `cell` is the first of the area; the rule moves on from there. */
function ruleOf(key: OpenColumn, cell: string): Pick<DataValidation, 'type' | 'formulae' | 'operator'> {
  if (key !== 'cumulative') return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [longestWords[key]] };
  const marks = offeredMarks.map((mark) => `${cell}="${mark}"`).join(',');
  return { type: 'custom', formulae: [`OR(AND(ISNUMBER(${cell}),${cell}>=0),${marks})`] };
}

function isOpen(key: FormColumn['key']): key is OpenColumn {
  return key in prompts;
}
