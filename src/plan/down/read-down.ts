import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HeaderNode } from '../../model/plan.ts';
import type { TableReading } from '../across.ts';
import type { Line } from '../lines.ts';
import { usualLeaf } from '../printed-header.ts';
import { asideColumns, numberedByOrder } from '../problems.ts';
import type { ColumnNames } from '../registry/column-names.ts';
import { numberTwice } from '../row-problems.ts';
import type { ProjectRows } from '../rows.ts';
import { type DistrictRow, type DistrictRows, districtRows } from './district-rows.ts';
import type { DownFrame } from './frame.ts';
import { type PanelGroup, type PanelReading, readPanel } from './panel.ts';
import { districtsDiffer, noTasks } from './problems.ts';

/**
 * Reads tables with districts down and tasks across: parts under the same header are one, parts with the same districts
 * under other tasks go side by side. Every task becomes the row that it would be with districts across.
 */
export function readDown(frames: readonly DownFrame[], names: ColumnNames, unit: string): TableReading {
  const parts = joinedFrames(frames).map((frame) => ({ frame, rows: districtRows(frame, names) }));
  const [first] = parts as [(typeof parts)[number], ...typeof parts];
  const panels = parts.map(({ frame, rows }) => readPart(frame, rows, first.rows, unit));
  const { groups, diagnostics } = numbered(panels.flatMap((panel) => panel.groups));
  const hasLeads = groups.some(({ rows }) => rows.some(({ fields }) => fields.lead.text !== ''));
  return {
    header: headerOf(first.rows.districts, hasLeads),
    columns: first.rows.districts.map(({ column }) => column),
    groups,
    below: parts.flatMap(({ rows }) => rows.below),
    last: (frames.at(-1) as DownFrame).table,
    diagnostics: [...panels.flatMap((panel) => panel.diagnostics), ...diagnostics],
  };
}

/** Frames that go on under the header before them, with a copy of it or without, are one. */
function joinedFrames(frames: readonly DownFrame[]): DownFrame[] {
  const joined: (DownFrame & { readonly body: Line[] })[] = [];
  const textOf = ({ header }: DownFrame) => header.map((line) => line.map(({ text }) => text).join('\t')).join('\n');
  for (const frame of frames) {
    const before = joined.at(-1);
    const goesOn = before && (frame.header.length === 0 || textOf(frame) === textOf(before));
    if (goesOn) for (const line of frame.body) before.body.push(line);
    else joined.push({ ...frame, body: [...frame.body] });
  }
  return joined;
}

function readPart(
  frame: DownFrame,
  rows: DistrictRows,
  first: DistrictRows,
  unit: string,
): Pick<PanelReading, 'groups' | 'diagnostics'> {
  const at = (frame.header[0] ?? frame.body[0])?.[0]?.at ?? null;
  const headless = frame.header.length === 0 ? [noTasks({}, at)] : [];
  const ordered = inOrder(rows, first);
  if ('problem' in ordered) return { groups: [], diagnostics: [...rows.diagnostics, ...headless, ordered.problem] };
  const { groups, asides, diagnostics } = readPanel(frame, ordered, unit);
  const left = asides.length > 0 ? [asideColumns({ labels: asides.join('、') }, at)] : [];
  return { groups, diagnostics: [...rows.diagnostics, ...headless, ...diagnostics, ...left] };
}

/** The rows in the order of the first part's; or that they are not the same districts. */
function inOrder(rows: DistrictRows, first: DistrictRows): DistrictRows | { readonly problem: Diagnostic } {
  const byName = new Map(rows.districts.map((row) => [row.column.name, row]));
  const wanted = new Set(first.districts.map(({ column }) => column.name));
  const missing = [...wanted].filter((name) => !byName.has(name));
  const extra = [...byName.keys()].filter((name) => !wanted.has(name));
  if (missing.length + extra.length > 0) {
    const at = rows.districts[0]?.line[0]?.at ?? null;
    return { problem: districtsDiffer({ missing: missing.join('、'), extra: extra.join('、') }, at) };
  }
  const same = rows.districts.every(({ column }, index) => column.name === first.districts[index]?.column.name);
  if (same) return rows;
  // In another order a sum over some rows is one over others; only that over all of them is left.
  const totals = rows.totals.map((total) => ({ ...total, after: rows.districts.length }));
  return { ...rows, districts: [...wanted].map((name) => byName.get(name) as DistrictRow), totals };
}

/** Projects without a number get the next one. */
function numbered(groups: readonly PanelGroup[]): { groups: ProjectRows[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<number>();
  let last = 0;
  const named = groups.map((group): ProjectRows => {
    const no = group.no ?? last + 1;
    if (taken.has(no)) diagnostics.push(numberTwice({ no: String(no) }, group.rows[0]?.fields.name.at ?? null));
    taken.add(no);
    last = no;
    return { ...group, no };
  });
  const counted = groups.filter(({ no }) => no === null).length;
  const at = groups[0]?.rows[0]?.fields.name.at ?? null;
  if (counted > 0) diagnostics.push(numberedByOrder({ count: String(counted) }, at));
  return { groups: named, diagnostics };
}

/** The header that the same table would have with districts across. */
function headerOf(districts: readonly DistrictRow[], hasLeads: boolean): HeaderNode[] {
  const header: HeaderNode[] = [usualLeaf('no'), usualLeaf('name'), usualLeaf('target')];
  if (hasLeads) header.push(usualLeaf('lead'));
  let open = null as { readonly label: string; readonly children: HeaderNode[] } | null;
  for (const { column, group } of districts) {
    const leaf = { label: column.name, role: column.kind };
    if (column.kind === 'city') {
      header.push(leaf);
      open = null;
      continue;
    }
    const label = group || '各区、县（市）任务分解';
    if (open?.label !== label) {
      open = { label, children: [] };
      header.push(open);
    }
    open.children.push(leaf);
  }
  return header;
}
