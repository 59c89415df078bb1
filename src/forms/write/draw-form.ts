import type { Row, Workbook, Worksheet } from 'exceljs';
import { run } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { textHeight } from '../../writers/xlsx/text-size.ts';
import type { Form } from '../form.ts';
import { columnsOf, type FormColumn } from '../form-columns.ts';
import { answerLines, factLines, formTitle, guidance } from '../guidance.ts';
import { rowContent } from './cell-content.ts';
import { cellText } from './cell-text.ts';
import { addConditions } from './conditions.ts';
import { framePage } from './form-page.ts';
import { type FormStyles, formStyles } from './form-styles.ts';
import { addValidations } from './validations.ts';

/** Name of the sheet that is filled. */
export const formSheet = '月报表';

/** Rows of the sheet, 1-based: title, whose form it is, who filled it, guidance, head; answers follow. */
const rows = { title: 1, facts: 2, people: 3, guidance: 4, head: 5 } as const;
export const firstAnswerRow = rows.head + 1;

/** An answer has room for two lines even where nothing is printed beside it. */
const leastHeight = 34;

/** Draws the sheet that is filled. */
export async function drawForm(form: Form, workbook: Workbook, theme: Theme): Promise<void> {
  const columns = columnsOf(form.reporter);
  const styles = formStyles(theme);
  const sheet = workbook.addWorksheet(formSheet);
  sheet.columns = columns.map(({ width }) => ({ width }));
  drawTop(form, sheet, columns, styles, theme.sizes.table);
  for (const [index, row] of form.rows.entries()) {
    const drawn = sheet.getRow(firstAnswerRow + index);
    drawRow(drawn, rowContent(row, columns, styles), columns, theme.sizes.table);
  }
  const area = { columns, first: firstAnswerRow, last: firstAnswerRow + form.rows.length - 1 };
  addValidations(sheet, area);
  addConditions(form, sheet, area, styles);
  framePage(form, sheet, { ...area, head: rows.head }, theme);
  await sheet.protect('', { formatColumns: true, formatRows: true });
}

function drawTop(form: Form, sheet: Worksheet, columns: readonly FormColumn[], styles: FormStyles, size: number): void {
  const last = columns.length;
  const put = (row: number, from: number, to: number, text: string, style: FormStyles['line']) => {
    const cell = sheet.getCell(row, from);
    cell.value = cellText(text);
    for (let column = from; column <= to; column += 1) sheet.getCell(row, column).style = style;
    if (to > from) sheet.mergeCells(row, from, row, to);
  };
  const thirds = [
    [1, 3],
    [4, last - 4],
    [last - 3, last],
  ] as const;
  put(rows.title, 1, last, formTitle(form), styles.title);
  const facts = factLines(form);
  for (const [index, [from, to]] of thirds.entries()) {
    put(rows.facts, from, to, facts[index] ?? '', styles.line);
    put(rows.people, from, to, answerLines[index] ?? '', styles.openLine);
  }
  const text = guidance(form).join('\n');
  put(rows.guidance, 1, last, text, styles.guidance);
  for (const [index, { label }] of columns.entries()) put(rows.head, index + 1, index + 1, label, styles.head);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  sheet.getRow(rows.title).height = 34;
  sheet.getRow(rows.facts).height = 20;
  sheet.getRow(rows.people).height = 22;
  sheet.getRow(rows.guidance).height = textHeight([run(text)], size, width);
  sheet.getRow(rows.head).height = 34;
}

function drawRow(row: Row, content: ReturnType<typeof rowContent>, columns: readonly FormColumn[], size: number): void {
  let height = leastHeight;
  for (const [index, { value, style }] of content.entries()) {
    const cell = row.getCell(index + 1);
    cell.value = value;
    cell.style = style;
    if (typeof value === 'string')
      height = Math.max(height, textHeight([run(value)], size, columns[index]?.width ?? 0));
  }
  row.height = height;
}
