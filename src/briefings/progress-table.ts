import type { Progress } from '../analysis/progress.ts';
import type { TargetTotal } from '../analysis/target-total.ts';
import type { Cell, Table, TextRun } from '../model/document.ts';
import type { Target } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import type { Lights } from '../model/settings.ts';
import { run, runCell, textCell } from '../model/text.ts';
import { allocationCell, planTable } from '../plan/plan-table.ts';
import { figureNote } from '../provenance/note.ts';
import { lightView } from './light-view.ts';
import type { Month } from './month.ts';

/** 附件3: the layout of 附件2 with 完成/任务 and the light in each cell, and the whole city under 量化目标. */
export function progressTable(month: Month, name: string, marked: string | null): Table {
  const { lights } = month;
  const tasks = new Map(month.assessment.tasks.map((task) => [`${task.target.id}\n${task.column}`, task]));
  const totals = new Map(month.assessment.targets.map((total) => [total.target.id, total]));
  return planTable(month.plan, {
    name,
    marked,
    // Two figures stand in each cell, so the figure columns take what the names can spare.
    widths: { name: 8, target: 5, lead: 4, city: 4.3, district: 4.3 },
    figure: (target, column) => {
      const task = tasks.get(`${target.id}\n${column.name}`);
      if (!task) return allocationCell(target, column);
      // A district asks for its own figures; the others' are in the workbook of the city.
      const note = marked === null || marked === column.name ? figureNote(month, column.name, target.id) : null;
      return taskCell(task, lights, note);
    },
    target: (target) => totalCell(target, totals.get(target.id), lights),
  });
}

function taskCell(task: Progress, lights: Lights, note: string | null): Cell {
  if (task.done === null) return runCell([run(`—/${task.task.value}\n`), muted('未报送')]);
  const share = run(shareText(task.done.value, task.task.value, longestShare));
  const source = note === null ? {} : { note };
  if (task.status === null) return runCell([share], source);
  return runCell([run(`${share.text}\n`), lightRun(task, lights)], source);
}

function totalCell(target: Target, total: TargetTotal | undefined, lights: Lights): Cell {
  if (!total?.done || !target.quantity) return textCell(target.text);
  const share = `${shareText(total.done.value, quantityText(target.quantity), longestTotal)}\n`;
  if (total.unreported > 0) return runCell([run(share), muted('未报全')]);
  return runCell(total.status ? [run(share), lightRun(total, lights)] : [run(share.trim())]);
}

function lightRun(
  task: Pick<Progress, 'status' | 'done'> & { readonly limit?: Progress['limit'] },
  lights: Lights,
): TextRun {
  const light = lightView(task, lights);
  return { text: light.mark + light.label, strong: false, tone: light.tone };
}

function muted(text: string): TextRun {
  return { text, strong: false, tone: 'muted' };
}

/** What fits on one line of a figure cell and of a 量化目标 cell; longer ones are broken after the stroke. */
const longestShare = 9;
const longestTotal = 11;

function shareText(done: string, task: string, longest: number): string {
  const broken = done.length + 1 + task.length > longest ? '\n' : '';
  return `${done}/${broken}${task}`;
}
