import type { Plan, Project } from '../../src/model/plan.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { planTable } from '../../src/plan/plan-table.ts';
import { planFile } from '../support/plan-2023.ts';
import { tableText } from '../support/table-text.ts';

/** Reads and checks a plan of so many rows in a process of its own; prints time, peak memory and targets as JSON. */
const rows = Number(process.argv[2]);

/** The projects of the 2023 table again and again, each with the next number. */
function longPlan(plan: Plan): Plan {
  const projects: Project[] = [];
  for (let count = 0; count < rows; ) {
    const project = plan.projects[projects.length % plan.projects.length] as Project;
    count += project.targets.length;
    projects.push({ ...project, no: projects.length + 1 });
  }
  return { ...plan, projects };
}

const { plan } = loadPlan(planFile);
if (plan === null) throw new Error('the 2023 table could not be read');
const bytes = new TextEncoder().encode(tableText(planTable(longPlan(plan), { name: '附件2', marked: null })));

const started = performance.now();
const found = loadPlan({ name: '长表.txt', bytes });
const wallMs = performance.now() - started;
const targets = found.plan?.projects.reduce((sum, project) => sum + project.targets.length, 0) ?? 0;
if (targets < rows)
  throw new Error(
    found.diagnostics
      .map(({ message }) => message.en)
      .slice(0, 3)
      .join('\n'),
  );
process.stdout.write(JSON.stringify({ wallMs, peakMb: process.resourceUsage().maxRSS / 1024, targets }));
