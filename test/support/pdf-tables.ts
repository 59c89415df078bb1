import type { PdfPage } from '../../src/readers/pdf/page.ts';
import { type RuledTable, tablesOn as ruledTablesOn } from '../../src/readers/pdf/ruled-tables.ts';

/** A table found by its rules alone, and its page. */
export interface PdfTable extends RuledTable {
  readonly page: number;
}

/** The ruled tables of a page as the program's own reader finds them, with the number of the page. */
export function tablesOn(page: PdfPage): PdfTable[] {
  return ruledTablesOn(page).map((table) => ({ ...table, page: page.number }));
}
