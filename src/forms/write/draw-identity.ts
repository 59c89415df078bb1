import type { Workbook } from 'exceljs';
import type { Form } from '../form.ts';
import { identityLines, identitySheet } from '../identity.ts';
import { cellText } from './cell-text.ts';

/** The sheet that no menu shows: what is written there must come back as it is. */
export function drawIdentity(form: Form, workbook: Workbook): void {
  const sheet = workbook.addWorksheet(identitySheet, { state: 'veryHidden' });
  for (const line of identityLines(form)) {
    const row = sheet.addRow(line.map((text) => cellText(text)));
    row.eachCell((cell) => {
      cell.numFmt = '@';
    });
  }
}
