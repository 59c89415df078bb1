/** The library's workbook without its streams for large files, whose libraries take half of the time of loading. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';

  export = Workbook;
}
