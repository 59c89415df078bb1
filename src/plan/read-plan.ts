import type { Diagnostic } from '../model/diagnostic.ts';
import type { Block, Table } from '../model/document.ts';
import type { Plan } from '../model/plan.ts';
import { columnMap } from './columns.ts';
import { paragraphsAround } from './lines.ts';
import { joinTables } from './parts.ts';
import { noTable, numberGap } from './problems.ts';
import { readProject } from './read-project.ts';
import { groupRows } from './rows.ts';

/** The plan of a file, or null where its errors leave none; with everything that was found on the way. */
export interface PlanReading {
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Interprets what a reader found in a file as a 任务分解表. */
export function readPlan(blocks: readonly Block[], source: string): PlanReading {
  const joined = joinTables(blocks.filter((block): block is Table => block.kind === 'table'));
  if (joined === null)
    return { plan: null, diagnostics: [noTable({ file: source }, { source, part: null, row: null, column: null })] };
  if (joined.diagnostics.some((d) => d.severity === 'error')) return { plan: null, diagnostics: joined.diagnostics };
  const map = columnMap(joined.header);
  const { groups, diagnostics: rowProblems } = groupRows(joined.body, map);
  const projects = groups.map(readProject);
  const diagnostics = [
    ...joined.diagnostics,
    ...rowProblems,
    ...projects.flatMap((p) => p.diagnostics),
    ...numberGaps(projects.map((p) => p.project)),
  ];
  const { above, below } = paragraphsAround(blocks, joined.first, joined.last);
  const plan: Plan = {
    ...titleOf([...above, ...joined.above]),
    header: joined.header,
    columns: map.figures.map(({ column }) => column),
    projects: projects.map((p) => p.project),
    notes: [...joined.below, ...notesOf(below)],
  };
  const failed = diagnostics.some((d) => d.severity === 'error') || plan.projects.length === 0;
  if (plan.projects.length === 0 && !diagnostics.some((d) => d.severity === 'error'))
    diagnostics.push(noTable({ file: source }, { source, part: null, row: null, column: null }));
  return { plan: failed ? null : plan, diagnostics };
}

const annexLabel = /^附件\d*[:：]?$/u;
const unitCaption = /^[（(]?(?:计量)?单位[:：]/u;

/** What stands below the table belongs to it up to the label of the next annex. */
function notesOf(below: readonly string[]): readonly string[] {
  const label = below.findIndex((text) => annexLabel.test(text));
  return label < 0 ? below : below.slice(0, label);
}

/** The title stands between the annex label and the table; above the label may stand a whole notice. */
function titleOf(above: readonly string[]): Pick<Plan, 'title' | 'annex' | 'year'> {
  const label = above.findLastIndex((text) => annexLabel.test(text));
  const annex = above[label]?.replace(/[:：]$/u, '') ?? null;
  const title = above
    .slice(label + 1)
    .filter((text) => !unitCaption.test(text))
    .join('');
  const year = /(\d{4})年/u.exec(title)?.[1];
  return { title, annex, year: year === undefined ? null : Number(year) };
}

function numberGaps(projects: readonly Plan['projects'][number][]): Diagnostic[] {
  return projects.flatMap((project, index) => {
    const expected = index === 0 ? 1 : (projects[index - 1]?.no ?? 0) + 1;
    if (project.no === expected) return [];
    return [numberGap({ found: String(project.no), expected: String(expected) }, project.targets[0]?.at ?? null)];
  });
}
