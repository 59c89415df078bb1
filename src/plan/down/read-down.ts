import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HeaderNode } from '../../model/plan.ts';
import type { TableReading } from '../across.ts';
import { usualLeaf } from '../printed-header.ts';
import { asideColumns, numberedByOrder } from '../problems.ts';
import type { ColumnNames } from '../registry/column-names.ts';
import { numberTwice } from '../row-problems.ts';
import type { ProjectRows } from '../rows.ts';
import { type DistrictRow, type DistrictRows, districtRows } from './district-rows.ts';
import type { DownFrame } from './frame.ts';
import { readPanel } from './panel.ts';
import { districtsDiffer, noTasks } from './problems.ts';

/**
 * Reads tables with districts down and tasks across: parts under the same header are one, parts with the same districts
 * under other tasks go side by side. Every task becomes the row that it would be with districts across.
 */
export function readDown(frames: readonly DownFrame[], names: ColumnNames, unit: string): TableReading {
  const diagnostics: Diagnostic[] = [];
  const panels = joinedFrames(frames).map((frame) => ({ frame, rows: districtRows(frame, names) }));
  const [first] = panels as [(typeof panels)[number], ...typeof panels];
  const groups: ProjectRows[] = [];
  const taken = new Set<number>();
  let counted = 0;
  for (const { frame, rows } of panels) {
    diagnostics.push(...rows.diagnostics);
    if (frame.header.length === 0) diagnostics.push(noTasks({}, frame.body[0]?.[0]?.at ?? null));
    const ordered = inOrder(rows, first.rows);
    if (Array.isArray(ordered)) {
      diagnostics.push(...ordered);
      continue;
    }
    const panel = readPanel(frame, ordered as DistrictRows, unit);
    diagnostics.push(...panel.diagnostics);
    if (panel.asides.length > 0)
      diagnostics.push(asideColumns({ labels: panel.asides.join('、') }, frame.header[0]?.[0]?.at ?? null));
    for (const { no, ...group } of panel.groups) {
      if (no === null) counted += 1;
      const own = no ?? (groups.at(-1)?.no ?? 0) + 1;
      if (taken.has(own)) diagnostics.push(numberTwice({ no: String(own) }, group.rows[0]?.fields.name.at ?? null));
      taken.add(own);
      groups.push({ ...group, no: own });
    }
  }
  if (counted > 0) diagnostics.push(numberedByOrder({ count: String(counted) }, null));
  const hasLeads = groups.some(({ rows }) => rows.some(({ fields }) => fields.lead.text !== ''));
  return {
    header: headerOf(first.rows.districts, hasLeads),
    columns: first.rows.districts.map(({ column }) => column),
    groups,
    below: panels.flatMap(({ rows }) => rows.below),
    last: (frames.at(-1) as DownFrame).table,
    diagnostics,
  };
}

/** Frames that go on under the header before them, with a copy of it or without, are one. */
function joinedFrames(frames: readonly DownFrame[]): DownFrame[] {
  const joined: DownFrame[] = [];
  const textOf = ({ header }: DownFrame) => header.map((line) => line.map(({ text }) => text).join('\t')).join('\n');
  for (const frame of frames) {
    const before = joined.at(-1);
    const goesOn = before && (frame.header.length === 0 || textOf(frame) === textOf(before));
    if (goesOn) joined[joined.length - 1] = { ...before, body: [...before.body, ...frame.body] };
    else joined.push(frame);
  }
  return joined;
}

/** The rows in the order of the first part's; what differs where they are not the same districts. */
function inOrder(rows: DistrictRows, first: DistrictRows): DistrictRows | Diagnostic[] {
  if (rows === first) return rows;
  const byName = new Map(rows.districts.map((row) => [row.column.name, row]));
  const wanted = new Set(first.districts.map(({ column }) => column.name));
  const missing = [...wanted].filter((name) => !byName.has(name));
  const extra = [...byName.keys()].filter((name) => !wanted.has(name));
  if (missing.length + extra.length === 0)
    return { ...rows, districts: [...wanted].map((name) => byName.get(name) as DistrictRow) };
  const at = rows.districts[0]?.line[0]?.at ?? null;
  return [districtsDiffer({ missing: missing.join('、'), extra: extra.join('、') }, at)];
}

/** The header that the same table would have with districts across. */
function headerOf(districts: readonly DistrictRow[], hasLeads: boolean): HeaderNode[] {
  const header: HeaderNode[] = [usualLeaf('no'), usualLeaf('name'), usualLeaf('target')];
  if (hasLeads) header.push(usualLeaf('lead'));
  for (const { column, group } of districts) {
    const leaf = { label: column.name, role: column.kind };
    const label = group || '各区、县（市）任务分解';
    const last = header.at(-1);
    if (column.kind === 'city') header.push(leaf);
    else if (last && 'children' in last && last.label === label)
      header[header.length - 1] = { label, children: [...last.children, leaf] };
    else header.push({ label, children: [leaf] });
  }
  return header;
}
