import type { Diagnostic } from '../model/diagnostic.ts';
import { continuationOf, type DownFrame, downFrame, isDistrict } from './down/frame.ts';
import { unclearDirection } from './down/problems.ts';
import { isApart } from './down/projects.ts';
import { readFigure } from './figure-text.ts';
import { headerDepth } from './header.ts';
import { roleOfLabel } from './header-labels.ts';
import type { Line, SpreadTable } from './lines.ts';
import type { ColumnNames } from './registry/column-names.ts';

/** Which way the allocation tables of a file lie, by the names of districts in them. */
export type Direction =
  | { readonly kind: 'across'; readonly tables: readonly SpreadTable[]; readonly others: readonly DownFrame[] }
  | { readonly kind: 'down'; readonly frames: readonly DownFrame[]; readonly others: readonly SpreadTable[] }
  | { readonly kind: 'unclear'; readonly problem: Diagnostic };

interface Evidence {
  readonly spread: SpreadTable;
  /** Under a header of 序号, 项目名称, 量化目标 … */
  readonly headed: boolean;
  /** Names of districts in the header, or, without one, in the rows above a column of such names. */
  readonly across: readonly string[];
  /** Names of districts in one of the first columns. */
  readonly down: readonly string[];
  /** The table as one with districts down; null where it cannot be one. */
  readonly frame: DownFrame | null;
}

/** Names in one direction outweigh those in the other when they are so many times as many. */
const outweighs = 3;

/** Weighs the names of districts in headers against those in first columns; what cannot be settled is shown with both. */
export function directionOf(tables: readonly SpreadTable[], names: ColumnNames): Direction {
  const evidence = tables.map((spread) => evidenceOf(spread, names));
  const across = evidence.filter((one) => one.headed && one.across.length > 0 && !isDown(one));
  const down = evidence.filter(isDown);
  const unclear = evidence.find(isUnclear) ?? rivals(across, down);
  if (unclear) return { kind: 'unclear', problem: problemOf(unclear) };
  if (across.length > 0 || down.length === 0) {
    // A table without header is a page of the one before it.
    const apart = down.filter(({ frame }) => frame !== null && frame.header.length > 0);
    const tables = evidence.filter((one) => !apart.includes(one)).map(({ spread }) => spread);
    return { kind: 'across', tables, others: apart.flatMap(({ frame }) => frame ?? []) };
  }
  return { kind: 'down', ...withContinuations(evidence) };
}

/** Tables that lie down, with those that go on under their header; these may have a single district, or none that is known. */
function withContinuations(evidence: readonly Evidence[]): { frames: DownFrame[]; others: SpreadTable[] } {
  const frames: DownFrame[] = [];
  const others: SpreadTable[] = [];
  for (const one of evidence) {
    const before = frames.at(-1);
    const frame = isDown(one) ? one.frame : before ? continuationOf(one.spread, one.frame, before) : null;
    if (frame) frames.push(frame);
    else others.push(one.spread);
  }
  return { frames, others };
}

function evidenceOf(spread: SpreadTable, names: ColumnNames): Evidence {
  const { lines } = spread;
  const start = lines.findIndex((_, index) => headerDepth(lines, index) > 0);
  const heading = start < 0 ? [] : lines.slice(start, start + headerDepth(lines, start));
  const inHeading = namesIn(heading, 0, names);
  // Below 项目名称 stand projects, some called like a place, as long as the header names districts.
  const columns = inHeading.length > 0 ? new Set(heading.flatMap((line) => leadingColumns(line))) : new Set<number>();
  const frame = downFrame(spread, names, columns);
  const across = start >= 0 ? inHeading : namesIn(frame?.header ?? [], (frame?.nameColumn ?? 0) + 1, names);
  const down = frame?.districts ?? [];
  // Where names are registered, only these count.
  const registered = [...across, ...down].some(names.isKnown);
  const counted = (labels: readonly string[]) => (registered ? labels.filter(names.isKnown) : labels);
  return { spread, headed: start >= 0, across: counted(across), down: counted(down), frame };
}

function namesIn(lines: readonly Line[], from: number, names: ColumnNames): string[] {
  const texts = lines.flatMap((line) => line.slice(from).map(({ text }) => text));
  return [...new Set(texts.filter((text) => isDistrict(text, names)))];
}

function leadingColumns(line: Line): number[] {
  return line.flatMap(({ text }, column) => (isLeading(text) ? [column] : []));
}

function isLeading(text: string): boolean {
  return text !== '' && ['no', 'name', 'target', 'lead'].includes(roleOfLabel(text) ?? '');
}

/** Names of districts below each other, beside figures of tasks, and hardly any in the header. */
function isDown({ headed, across, down, frame }: Evidence): boolean {
  if (frame === null || !hasTasks(frame) || (headed && (across.length > 0 || isList(frame)))) return false;
  const enough = down.length > 1 || (down.length === 1 && frame.hasTotal);
  return enough && down.length >= across.length * outweighs;
}

/** 项目名称 beside the districts: each row is a district's part of a project. */
function isList({ header, nameColumn }: DownFrame): boolean {
  return header.some((line) =>
    line.some(({ text }, column) => column !== nameColumn && text !== '' && roleOfLabel(text) === 'name'),
  );
}

function isUnclear(one: Evidence): boolean {
  if (one.frame === null || one.down.length < 2 || !hasTasks(one.frame) || isDown(one)) return false;
  return one.across.length < one.down.length * outweighs;
}

/** A table that lies down beside one that lies across, with more names than it. */
function rivals(across: readonly Evidence[], down: readonly Evidence[]): Evidence | undefined {
  const [one] = across;
  const most = Math.max(0, ...across.map((each) => each.across.length));
  const rival = down.find((each) => each.down.length > most);
  return one && rival ? { ...rival, across: one.across } : undefined;
}

/** A figure below a label that is no remark and no telephone number; beside a row of sums, words too. */
function hasTasks({ header, body, nameColumn, hasTotal }: DownFrame): boolean {
  const labelOf = (column: number) =>
    header.findLast((line) => (line[column]?.text ?? '') !== '')?.[column]?.text ?? '';
  const isTask = (text: string) => (hasTotal ? text !== '' : readFigure(text) !== null);
  return body.some((line) =>
    line.some(({ text }, column) => column > nameColumn && isTask(text) && !isApart(labelOf(column))),
  );
}

function problemOf({ across, down, frame, spread }: Evidence): Diagnostic {
  const shown = (labels: readonly string[]) => labels.slice(0, 4).join('、') + (labels.length > 4 ? '…' : '');
  const at = frame?.header[0]?.[0]?.at ?? spread.lines[0]?.[0]?.at ?? null;
  return unclearDirection({ across: shown(across) || '—', down: shown(down) || '—' }, at);
}
