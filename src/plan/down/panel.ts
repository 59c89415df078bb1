import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RowFields, TotalColumn } from '../columns.ts';
import { wholeTotals } from '../header-labels.ts';
import { blankField, type Field } from '../lines.ts';
import { crowdedColumn } from '../problems.ts';
import type { ProjectRows } from '../rows.ts';
import type { DistrictRow, DistrictRows, TotalRow } from './district-rows.ts';
import type { DownFrame } from './frame.ts';
import { fieldOver, type HeaderRows, headerRows } from './header-rows.ts';
import { labelTree, splitByTargets } from './label-tree.ts';
import { placeRows } from './place-row.ts';
import { noTasks, unnamedTask } from './problems.ts';
import { isApart, projectsOf, type TaskProject } from './projects.ts';
import { groupSums, unstated } from './sums.ts';
import { targetOfTask } from './target-of-task.ts';
import { cellIn, leadIn, type Task } from './tasks.ts';

/** A project's rows; its number is null where the header has none. */
export type PanelGroup = Omit<ProjectRows, 'no'> & { readonly no: number | null };

export interface PanelReading {
  readonly groups: readonly PanelGroup[];
  /** Labels of columns with words that are no tasks. */
  readonly asides: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** So many rows of sums are compared; a table of more is no table of districts. */
const mostSums = 50;

/** The tasks of one part of a table, each turned into a row. */
export function readPanel({ header, nameColumn }: DownFrame, rows: DistrictRows, unit: string): PanelReading {
  const above = headerRows(header, nameColumn);
  const width = [...header, ...rows.districts.map(({ line }) => line)].reduce((most, l) => Math.max(most, l.length), 0);
  if (above.labels.length === 0 && header.length > 0)
    return { groups: [], asides: [], diagnostics: [noTasks({}, header[0]?.[0]?.at ?? null)] };
  const tree = labelTree(above.labels, nameColumn + 1, width);
  const nodes = splitByTargets(tree.nodes, above);
  const place = placeRows(rows.districts, rows.totals, header, nameColumn);
  const diagnostics = [...tree.diagnostics, ...place.diagnostics];
  const body = [...place.rows, ...rows.totals].map(({ line }) => line);
  const hasWords = (from: number, to: number) =>
    body.some((line) => line.slice(from, to).some(({ text }) => text !== ''));
  for (const { field, from, to } of nodes)
    if (field.text === '' && hasWords(from, to))
      diagnostics.push(unnamedTask({ column: String(from + 1) }, body[0]?.[from]?.at ?? null));
  const named = nodes.filter(({ field, children }) => field.text !== '' || children.length > 0);
  const asides = named.filter(
    ({ field, children, from, to }) => children.length === 0 && isApart(field.text) && hasWords(from, to),
  );
  const found = projectsOf(named, above);
  diagnostics.push(...found.diagnostics);

  for (const { from, to, field } of found.projects.flatMap(({ tasks }) => tasks))
    for (const line of to > from + 1 ? body : []) {
      const [, second] = line.slice(from, to).filter(({ text }) => text !== '');
      if (second) diagnostics.push(crowdedColumn({ label: field.text, text: second.text }, second.at));
    }
  const main = mainTotal(rows.totals);
  const sums = rows.totals.slice(0, mostSums).map((total) => ({ total, scopes: scopesOf(total, rows) }));
  const context: Context = { districts: place.rows, sums, above, main, unit };
  const groups = found.projects.map((project) => groupOf(project, context));
  for (const [index, project] of found.projects.entries()) {
    const lines = place.rows.map(({ column, line }) => ({ label: column.name, line }));
    diagnostics.push(...groupSums(project, main ? [...lines, main] : lines));
    for (const { fields } of groups[index]?.rows ?? []) diagnostics.push(...unstated(fields));
  }
  return { groups, asides: asides.map(({ field }) => field.text), diagnostics };
}

interface Context {
  readonly districts: readonly DistrictRow[];
  readonly sums: readonly { readonly total: TotalRow; readonly scopes: TotalColumn['scopes'] }[];
  readonly above: HeaderRows;
  readonly main: TotalRow | null;
  readonly unit: string;
}

/** The row of sums that states the targets: of the whole city; a lone 小计 is that too, 主城小计 is not. */
function mainTotal(totals: readonly TotalRow[]): TotalRow | null {
  const whole = totals.find(({ label }) => wholeTotals.includes(label));
  return whole ?? (totals.length === 1 ? (totals.find(({ label }) => /^(?:区县)?小计$/u.test(label)) ?? null) : null);
}

function groupOf(project: TaskProject, context: Context): PanelGroup {
  const rows = project.tasks.map((task, index) => ({ fields: rowOf(project, task, index, context), opensPage: false }));
  return { no: project.no, mark: project.mark, rows };
}

function rowOf(
  project: TaskProject,
  task: Task,
  index: number,
  { districts, sums, above, main, unit }: Context,
): RowFields {
  const goal = fieldOver(above.targets, task.from);
  const own = goal !== null && goal.text !== '' ? goal : null;
  const whole = main ? cellIn(main.line, task) : null;
  const unitRow = fieldOver(above.units, task.from)?.text.replace(/^[（(]|[）)]$/g, '') ?? '';
  const taskUnit = task.unit || unitRow;
  const lead = leadOf(project, task, index, above);
  const totals = sums
    .filter(({ total }) => total !== main || own !== null)
    .map(({ total, scopes }) => ({ label: total.label, scopes, field: cellIn(total.line, task) }));
  return {
    no: blankField,
    name: index === 0 ? { ...project.field, text: project.name, rowspan: 1, colspan: 1 } : blankField,
    target: targetOfTask({ ...task, unit: taskUnit }, project.name, own ?? (whole?.text === '' ? null : whole)),
    lead,
    unit: '',
    nameUnit: taskUnit,
    targetUnit: unit,
    figureUnit: taskUnit || unit,
    figures: districts.map(({ column, line }, place) => {
      const field = cellIn(line, task);
      const colspan = Math.min(field.rowspan, districts.length - place);
      return { column, field: { ...field, colspan, rowspan: field.colspan > task.to - task.from ? field.colspan : 1 } };
    }),
    totals,
  };
}

/** 牵头单位 over the task, or in brackets behind the project's name; blank where that of the task before reaches over it. */
function leadOf(project: TaskProject, task: Task, index: number, above: HeaderRows): Field {
  const inName = leadIn(project.field.text);
  if (inName !== '') return index === 0 ? { ...project.field, text: inName, rowspan: 1, colspan: 1 } : blankField;
  const own = above.leads?.[task.from] ?? blankField;
  return index === 0 ? (fieldOver(above.leads, task.from) ?? blankField) : own;
}

/**
 * What a row of sums may sum up: the rows from the sum before it on, or, where sums stand above their rows, those up to the
 * next one; all; all districts.
 */
function scopesOf({ after }: TotalRow, { districts, totals }: DistrictRows): TotalColumn['scopes'] {
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const all = range(0, districts.length);
  const leadOff = totals.some((other) => other.after === 0 && !wholeTotals.includes(other.label));
  const others = totals.map((other) => other.after).filter((place) => place !== after);
  const before = Math.max(0, ...others.filter((place) => place < after));
  const next = Math.min(districts.length, ...others.filter((place) => place > after));
  const own = leadOff ? range(after, next) : range(before, after);
  return [...(own.length > 0 ? [own] : []), all, all.filter((place) => districts[place]?.column.kind === 'district')];
}
