import Workbook from 'exceljs/lib/doc/workbook.js';
import { documentIn } from '../../model/document-in.ts';
import type { Writer } from '../writer.ts';
import { packWorkbook } from './pack.ts';
import { fillWorkbook } from './workbook.ts';

/** Excel workbook (ISO/IEC 29500), one sheet for each section, with real numbers and live formulas. */
export const xlsxWriter: Writer = {
  format: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async write(whole, { theme }) {
    const document = documentIn(whole, 'xlsx');
    const workbook = new Workbook();
    const sheets = fillWorkbook(workbook, document, theme);
    // Stored only; packing compresses once, at the end.
    const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object);
    return packWorkbook(new Uint8Array(bytes), sheets);
  },
};
