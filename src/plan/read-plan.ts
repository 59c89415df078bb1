import type { Diagnostic } from '../model/diagnostic.ts';
import type { Block, Place, Table } from '../model/document.ts';
import type { Plan } from '../model/plan.ts';
import { readAcross, type TableReading } from './across.ts';
import { directionOf } from './direction.ts';
import type { DownFrame } from './down/frame.ts';
import { readDown } from './down/read-down.ts';
import { borrowedUnit, noUnit } from './figure-problems.ts';
import { type Line, paragraphsAround, spreadTable } from './lines.ts';
import { pagesOf } from './pages.ts';
import { firstPage, notRead } from './parts.ts';
import { furtherPlaces, noLeads, noTable } from './problems.ts';
import { type ProjectReading, readProject } from './read-project.ts';
import { columnNames } from './registry/column-names.ts';
import { missingColumns } from './registry/missing-columns.ts';
import { columnMissing } from './registry/problems.ts';
import type { ColumnRegistry } from './registry/schema.ts';
import { noLead, numberGap } from './row-problems.ts';
import { type Heading, headingOf, notesOf } from './title.ts';

/** The plan of a file, or null where its errors leave none; with everything that was found on the way. */
export interface PlanReading {
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Interprets what a reader found in a file as a 任务分解表; `registry` knows the columns of the city, if there is one. */
export function readPlan(
  blocks: readonly Block[],
  source: string,
  registry: ColumnRegistry | null = null,
): PlanReading {
  const nothing = noTable({ file: source }, { source, part: null, row: null, column: null });
  const tables = blocks.filter((block): block is Table => block.kind === 'table').map(spreadTable);
  // The direction does not depend on the year; names are taken as of the year once the title is found.
  const direction = directionOf(tables, columnNames(registry, null));
  if (direction.kind === 'unclear') return { plan: null, diagnostics: [direction.problem] };
  const around = (first: Table, rowsAbove: readonly Line[]) => {
    const inTable = rowsAbove.flatMap((line) => line.flatMap((field) => field.text || []));
    const heading = headingOf([...paragraphsAround(blocks, first, first).above, ...inTable]);
    return { heading, names: columnNames(registry, heading.year) };
  };
  const belowOf = (first: Table, last: Table) => notesOf(paragraphsAround(blocks, first, last).below);
  if (direction.kind === 'down') {
    const [first] = direction.frames as readonly [DownFrame];
    const { heading, names } = around(first.table, first.above);
    const reading = readDown(direction.frames, names, heading.unit);
    const others = direction.others.flatMap(({ lines }) => lines.slice(0, 1)).map(notRead);
    return finish(withProblems(reading, others), heading, belowOf(first.table, reading.last), nothing, registry);
  }
  const cut = pagesOf(direction.tables);
  const first = firstPage(cut.pages);
  if (first === null) return { plan: null, diagnostics: [nothing] };
  const { heading, names } = around(first.table, first.above);
  const reading = readAcross(cut, first, names, heading.unit);
  const others = direction.others.flatMap(({ header }) => header.slice(0, 1)).map(notRead);
  return finish(withProblems(reading, others), heading, belowOf(first.table, reading.last), nothing, registry);
}

function withProblems(reading: TableReading, more: readonly Diagnostic[]): TableReading {
  return { ...reading, diagnostics: [...reading.diagnostics, ...more] };
}

function finish(
  reading: TableReading,
  heading: Heading,
  below: readonly string[],
  nothing: Diagnostic,
  registry: ColumnRegistry | null,
): PlanReading {
  const projects = reading.groups.map(readProject);
  const diagnostics = [
    ...reading.diagnostics,
    ...leadProblems(projects, nothing.at),
    ...numberGaps(projects.map((p) => p.project)),
    ...unitProblems(projects),
    ...columnProblems(registry, heading, reading, placeOf(projects)),
  ];
  const { unit: _, ...title } = heading;
  const plan: Plan = {
    ...title,
    header: reading.header,
    columns: reading.columns,
    projects: projects.map((p) => p.project),
    notes: [...reading.below, ...below],
  };
  const failed = diagnostics.some((d) => d.severity === 'error');
  if (!failed && plan.projects.length === 0) return { plan: null, diagnostics: [...diagnostics, nothing] };
  return { plan: failed ? null : plan, diagnostics: firstOfEach(diagnostics) };
}

/** So many places are named for each kind of problem; a broken table must not bury its own message. */
const named = 50;

function firstOfEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<string, number>();
  const first = diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= named;
  });
  const more = [...counts].flatMap(([code, count]) =>
    count > named ? [furtherPlaces({ code, count: String(count - named) }, null)] : [],
  );
  return [...first, ...more];
}

/** What was found in the projects; where none of several has a lead unit, that is said once. */
function leadProblems(projects: readonly ProjectReading[], file: Place | null): Diagnostic[] {
  const found = projects.flatMap((p) => p.diagnostics);
  const none = projects.length > 0 && projects.every((p) => p.project.targets.every((t) => t.leadUnits.length === 0));
  if (!none) return found;
  return [noLeads({}, file), ...found.filter(({ code }) => code !== noLead.code)];
}

function unitProblems(projects: readonly ProjectReading[]): Diagnostic[] {
  const at = placeOf(projects);
  const borrowed = projects.flatMap((p) => p.borrowed);
  const unitless = projects.flatMap((p) => p.unitless);
  return [
    ...(borrowed.length > 0 ? [borrowedUnit({ units: borrowed.join('、') }, at)] : []),
    ...(unitless.length > 0 ? [noUnit({ targets: unitless.join('、') }, at)] : []),
  ];
}

function columnProblems(
  registry: ColumnRegistry | null,
  { year }: Heading,
  { columns }: TableReading,
  at: Place | null,
): Diagnostic[] {
  if (registry === null) return [];
  const names = columns.map(({ name }) => name);
  return missingColumns(registry, year, names).map((name) =>
    columnMissing({ name, city: registry.city }, at, { column: name }),
  );
}

function placeOf(projects: readonly ProjectReading[]): Place | null {
  return projects[0]?.project.targets[0]?.at ?? null;
}

function numberGaps(projects: readonly Plan['projects'][number][]): Diagnostic[] {
  return projects.flatMap((project, index) => {
    const before = projects[index - 1]?.no ?? 0;
    const expected = before + 1;
    if (project.no === expected || project.no === before) return [];
    return [numberGap({ found: String(project.no), expected: String(expected) }, project.targets[0]?.at ?? null)];
  });
}
