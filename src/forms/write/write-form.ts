import Workbook from 'exceljs/lib/doc/workbook.js';
import type { Theme } from '../../model/theme.ts';
import type { Form } from '../form.ts';
import { formTitle } from '../guidance.ts';
import { drawForm, firstAnswerRow } from './draw-form.ts';
import { drawIdentity } from './draw-identity.ts';
import { packForm } from './pack-form.ts';

/**
 * A form as an Excel workbook: one sheet to fill, protected without a password except where one writes, and a hidden one that tells
 * what the form is. Same form, same bytes. WriteError where a text cannot stand in a workbook.
 */
export async function writeForm(form: Form, theme: Theme): Promise<Uint8Array> {
  const workbook = new Workbook();
  const date = new Date(`${form.cutoff}T00:00:00Z`);
  Object.assign(workbook, {
    title: `${form.reporter.name}${formTitle(form)}`,
    subject: formTitle(form),
    creator: form.issuer,
    lastModifiedBy: form.issuer,
    created: date,
    modified: date,
  });
  await drawForm(form, workbook, theme);
  drawIdentity(form, workbook);
  const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
  return packForm(new Uint8Array(bytes), firstAnswerRow);
}
