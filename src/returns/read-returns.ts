import type { Diagnostic } from '../model/diagnostic.ts';
import type { Block, Place } from '../model/document.ts';
import { markKind } from '../model/figure-mark.ts';
import { dayIn, type Period } from '../model/period.ts';
import type { NewReturn, ReturnEntry } from '../model/return.ts';
import { type ReturnColumn, type ReturnRow, returnRows } from './columns.ts';
import { readDate, readMonth } from './dates.ts';
import { readFigure } from './figure.ts';
import { badDate, badFigure, badMonth, badRevision, mergedReturn, noReturnTable, wordsForFigure } from './problems.ts';

const sampleWord = '示例数据';

export interface ReturnsReading {
  readonly returns: readonly NewReturn[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Interprets what a reader found in a file as returns: one for each reporter, month and revision in it. `cutoffDay` is the day of the
 * month that rows without a cut-off date are as of.
 */
export function readReturns(blocks: readonly Block[], source: string, cutoffDay = 31): ReturnsReading {
  const lists = blocks.flatMap((block) => (block.kind === 'table' ? (returnRows(block) ?? []) : []));
  const whole: Place = { source, part: null, row: null, column: null };
  if (lists.length === 0 && !blocks.some((block) => block.kind === 'table' && returnRows(block)))
    return { returns: [], diagnostics: [noReturnTable({ file: source }, whole)] };
  const returns = new Map<string, NewReturn & { entries: ReturnEntry[] }>();
  const diagnostics: Diagnostic[] = [];
  for (const row of lists) {
    const read = readRow(row, whole, cutoffDay);
    diagnostics.push(...read.diagnostics);
    if (read.entry === null) continue;
    const { reporter, period, revision } = read.head;
    const key = `${reporter}\n${period}\n${revision}`;
    const known = returns.get(key);
    if (known) known.entries.push(read.entry);
    else returns.set(key, { ...read.head, entries: [read.entry] });
  }
  return { returns: [...returns.values()], diagnostics };
}

type RowReading = { diagnostics: Diagnostic[] } & (
  | { entry: null }
  | { entry: ReturnEntry; head: Omit<NewReturn, 'entries'> }
);

function readRow(row: ReturnRow, whole: Place, cutoffDay: number): RowReading {
  const diagnostics: Diagnostic[] = [];
  const at = (column: ReturnColumn) => row.cell(column)?.at ?? whole;
  const period = readMonth(row.text('month'), row.cell('month')?.value ?? null);
  if (period === null) diagnostics.push(badMonth({ text: row.text('month') }, at('month')));
  const about = period === null ? {} : { period };
  const revision = row.text('revision');
  if (!/^([1-9]\d{0,3})?$/.test(revision)) diagnostics.push(badRevision({ text: revision }, at('revision'), about));
  const cutoff = period === null ? null : cutoffOf(row, period, cutoffDay);
  if (period !== null && cutoff === null)
    diagnostics.push(badDate({ text: row.text('cutoff') }, at('cutoff'), { period }));
  const target = row.text('target');
  for (const column of ['target', 'cumulative'] as const)
    if (row.merged(column)) diagnostics.push(mergedReturn({ text: row.text(column) }, at(column), about));
  const figure = readFigure(row.text('cumulative'), row.text('unit'));
  if (figure === null) diagnostics.push(badFigure({ text: row.text('cumulative'), target }, at('cumulative'), about));
  if (period === null || cutoff === null || figure === null || diagnostics.length > 0)
    return { entry: null, diagnostics };
  if (figure.mark !== null && markKind(figure.mark) === 'words')
    diagnostics.push(wordsForFigure({ text: figure.mark, target }, at('cumulative'), about));
  const reporter = row.text('reporter');
  const column = row.text('column');
  const entry: ReturnEntry = {
    target,
    ...figure,
    remark: row.text('remark'),
    ...(row.text('rate') === '' ? {} : { printedRate: row.text('rate') }),
    ...(column === '' || column === reporter ? {} : { column }),
    ...(row.has('fallReason') ? { fallReason: row.words('fallReason') } : {}),
    ...(row.has('problems') ? { problems: row.words('problems') } : {}),
    ...(row.has('nextSteps') ? { nextSteps: row.words('nextSteps') } : {}),
    at: at('cumulative'),
  };
  const head = {
    reporter,
    period,
    revision: revision === '' ? null : Number(revision),
    cutoff,
    sample: row.text('nature') === sampleWord,
    at: at('reporter'),
  };
  return { entry, head, diagnostics };
}

/** The month's usual day where none is given; null where it is no date. */
function cutoffOf(row: ReturnRow, period: Period, cutoffDay: number): string | null {
  const text = row.text('cutoff');
  return text === '' ? dayIn(period, cutoffDay) : readDate(text, row.cell('cutoff')?.value ?? null);
}
