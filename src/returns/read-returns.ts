import type { Diagnostic } from '../model/diagnostic.ts';
import type { Block, Place } from '../model/document.ts';
import { dayIn, type Period, parsePeriod } from '../model/period.ts';
import { parseQuantity, type Quantity } from '../model/quantity.ts';
import type { Return, ReturnEntry } from '../model/return.ts';
import { type ReturnRow, returnRows } from './columns.ts';
import { badDate, badFigure, badMonth, badRevision, mergedReturn, noReturnTable } from './problems.ts';

/** Words that stand where a figure would; 「—」 and a blank are not the same as 0. */
const marks = ['无任务', '未报送', '未报', '—', '-', '/', ''];
const sampleWord = '示例数据';

export interface ReturnsReading {
  readonly returns: readonly Return[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Interprets what a reader found in a file as returns: one for each reporter, month and revision in it. */
export function readReturns(blocks: readonly Block[], source: string): ReturnsReading {
  const lists = blocks.flatMap((block) => (block.kind === 'table' ? (returnRows(block) ?? []) : []));
  const whole: Place = { source, part: null, row: null, column: null };
  if (lists.length === 0 && !blocks.some((block) => block.kind === 'table' && returnRows(block)))
    return { returns: [], diagnostics: [noReturnTable({ file: source }, whole)] };
  const returns = new Map<string, Return & { entries: ReturnEntry[] }>();
  const diagnostics: Diagnostic[] = [];
  for (const row of lists) {
    const read = readRow(row, whole);
    diagnostics.push(...read.diagnostics);
    if (read.entry === null) continue;
    const { reporter, period, revision } = read;
    const key = `${reporter}\n${period}\n${revision}`;
    const known = returns.get(key);
    if (known) known.entries.push(read.entry);
    else returns.set(key, { ...read.head, entries: [read.entry] });
  }
  return { returns: [...returns.values()], diagnostics };
}

type RowReading = { diagnostics: Diagnostic[] } & (
  | { entry: null }
  | { entry: ReturnEntry; head: Omit<Return, 'entries'>; reporter: string; period: Period; revision: number }
);

function readRow(row: ReturnRow, whole: Place): RowReading {
  const diagnostics: Diagnostic[] = [];
  const at = (column: Parameters<ReturnRow['cell']>[0]) => row.cell(column)?.at ?? whole;
  const period = parsePeriod(plainDate(row.text('month')));
  if (period === null) diagnostics.push(badMonth({ text: row.text('month') }, at('month')));
  const about = period === null ? {} : { period };
  const revisionText = row.text('revision') || '1';
  if (!/^[1-9]\d{0,3}$/.test(revisionText))
    diagnostics.push(badRevision({ text: revisionText }, at('revision'), about));
  const cutoff = plainDate(row.text('cutoff')) || (period === null ? '' : dayIn(period, 31));
  if (period !== null && !isDate(cutoff)) diagnostics.push(badDate({ text: cutoff }, at('cutoff'), about));
  const target = row.text('target');
  for (const column of ['target', 'cumulative'] as const)
    if (row.merged(column)) diagnostics.push(mergedReturn({ text: row.text(column) }, at(column), about));
  const figure = readFigure(row.text('cumulative'), row.text('unit'));
  if (figure === null) diagnostics.push(badFigure({ text: row.text('cumulative'), target }, at('cumulative'), about));
  if (period === null || figure === null || diagnostics.length > 0) return { entry: null, diagnostics };
  const reporter = row.text('reporter');
  const revision = Number(revisionText);
  const sample = row.text('nature') === sampleWord;
  const entry: ReturnEntry = { target, ...figure, remark: row.text('remark'), at: at('cumulative') };
  const head = { reporter, period, revision, cutoff, sample, at: at('reporter') };
  return { entry, head, reporter, period, revision, diagnostics };
}

function readFigure(text: string, unit: string): { cumulative: Quantity | null; mark: string | null } | null {
  if (marks.includes(text)) return { cumulative: null, mark: text };
  const quantity = parseQuantity(text);
  if (quantity === null) return null;
  return { cumulative: quantity.unit === '' ? { ...quantity, unit } : quantity, mark: null };
}

/** A spreadsheet makes a date of what is typed and shows 2023年6月, 2023年6月30日 or 2023/6/30; any other text stays as it is. */
function plainDate(text: string): string {
  const [, year, month = '', day] =
    /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/u.exec(text) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  if (year === undefined) return text;
  return [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-');
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
