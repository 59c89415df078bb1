import type { Language } from '../model/language.ts';

/** A place in a finished file as somebody finds it who looks at the file; empty where a part of it does not apply. */
export type Where = {
  readonly page: string;
  readonly sheet: string;
  /** Section of the document, for files that have neither pages nor sheets. */
  readonly section: string;
  /** Address in the sheet, `E12`. */
  readonly cell: string;
  readonly table: string;
  /** Key or number of a row; `head` for the head. */
  readonly row: string;
  readonly column: string;
};

export const nowhere: Where = { page: '', sheet: '', section: '', cell: '', table: '', row: '', column: '' };

/** `第7页 附件2 第13.2行 滨江区`, `工作表“附件2” F17 第13.2行 滨江区`. */
export function whereText({ page, sheet, section, cell, table, row, column }: Where, language: Language): string {
  const zh = language === 'zh-CN';
  const words = [
    page && (zh ? `第${page}页` : `page ${page}`),
    sheet && (zh ? `工作表“${sheet}”` : `sheet “${sheet}”`),
    section && !page && !sheet && (zh ? `“${section}”部分` : `section “${section}”`),
    cell,
    table,
    row && rowText(row, zh),
    column,
  ].filter(Boolean);
  return words.join(zh ? ' ' : ', ');
}

function rowText(row: string, zh: boolean): string {
  if (row === 'head') return zh ? '表头' : 'head';
  if (/^[\d.]+$/.test(row)) return zh ? `第${row}行` : `row ${row}`;
  return zh ? `“${row}”行` : `row “${row}”`;
}
