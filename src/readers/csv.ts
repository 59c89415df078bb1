import { CsvError, parse } from 'csv-parse/sync';
import { defineProblem } from '../model/diagnostic.ts';
import { plainReading, type Reading, refused } from '../model/reading.ts';
import { decodeText } from './decode.ts';
import { refusable } from './package/refusal.ts';
import type { Reader } from './reader.ts';
import { type FieldLine, tableOfLines } from './table-of-lines.ts';

const brokenCsv = defineProblem<{ file: string; line: string; reason: string }>('csv-broken', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file} 第${d.line}行不是有效的 CSV（多为引号不成对）`,
    hint: '请在 Excel 或 WPS 中打开该文件，另存为“CSV UTF-8（逗号分隔）”后重试。',
  }),
  en: (d) => ({
    message: `${d.file} is not valid CSV at line ${d.line}: ${d.reason}`,
    hint: 'Open it in a spreadsheet program, save it again as "CSV UTF-8 (comma delimited)" and retry.',
  }),
});

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** An apostrophe that keeps a spreadsheet program from calculating a field (OWASP, CSV Injection) is no part of its words. */
const guarded = /^'(?=[=+\-@\t\r＝＋－＠])/;

/** Comma-separated values (RFC 4180): one table; rows may differ in length. */
export const csvReader: Reader = {
  format: 'csv',
  extensions: ['csv'],
  read(bytes, source): Reading {
    const text = decodeText(bytes, source);
    if (typeof text !== 'string') return refused(text);
    try {
      const parsed = parse(text, {
        relax_column_count: true,
        skip_empty_lines: true,
        info: true,
      }) as unknown as Parsed[];
      const lines: FieldLine[] = parsed.map(({ record, info }) => ({
        row: info.lines,
        fields: record.map((field) => field.replace(guarded, '')),
      }));
      return refusable(() => plainReading(lines.length === 0 ? [] : [tableOfLines('表1', lines, source)]));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = String(error['lines'] ?? 1);
      const at = { source, part: null, row: Number(line), column: null };
      return refused(brokenCsv({ file: source, line, reason: error.message }, at));
    }
  },
};
