import type { Diagnostic } from '../../model/diagnostic.ts';
import { roleOfLabel } from '../header-labels.ts';
import type { Field } from '../lines.ts';
import { projectNumber, splitNumber } from '../project-number.ts';
import { headingRow } from '../row-problems.ts';
import { splitSigns } from '../signs.ts';
import { splitUnit } from '../units.ts';
import { fieldOver, type HeaderRows } from './header-rows.ts';
import type { LabelNode } from './label-tree.ts';
import { numbersUnclear } from './problems.ts';
import { type Task, taskGroups } from './tasks.ts';

/** A project as its header says it. */
export interface TaskProject {
  /** Null where the header has no numbers. */
  readonly no: number | null;
  /** Signs beside the number or, without one, none. */
  readonly mark: string;
  readonly name: string;
  readonly field: Field;
  readonly tasks: readonly Task[];
}

/** A name over everything: 各项目标任务. */
const caption = /(?:任务|目标|指标|项目|实事|内容)(?:分解|分配|情况|完成)?$/u;

/** Which level of the names is the projects', and their numbers. Levels above it are headings. */
export function projectsOf(
  nodes: readonly LabelNode[],
  rows: HeaderRows,
): { projects: TaskProject[]; diagnostics: Diagnostic[] } {
  const { level, headings, unit } = projectLevel(nodes, rows);
  const diagnostics = headings.map(({ field }) => headingRow({ text: field.text }, field.at));
  const groups = taskGroups(
    level.filter(({ field, children }) => children.length > 0 || !isApart(field.text)),
    unit,
  );
  const numbers = rows.numbers?.flatMap(({ text }, column) => (projectNumber(text) === null ? [] : [{ text, column }]));
  if (numbers && !numbers.every(({ column }) => groups.some(({ from }) => from === column)))
    diagnostics.push(
      numbersUnclear({ numbers: numbers.map(({ text }) => text).join('、') }, level[0]?.field.at ?? null),
    );
  const projects = groups.map((group): TaskProject => {
    const numbered = splitNumber(group.label);
    const above = projectNumber(fieldOver(rows.numbers, group.from)?.text ?? '');
    const no = above ?? numbered?.no ?? null;
    const words = numbered?.text ?? group.label;
    return {
      no,
      mark: no === null ? '' : group.signs,
      name: no === null ? words + group.signs : words,
      field: group.field,
      tasks: group.tasks,
    };
  });
  return { projects, diagnostics };
}

/** Columns beside the tasks: sums over all of them, remarks, offices. */
export function isApart(label: string): boolean {
  const role = roleOfLabel(label);
  return role === 'total' || role === 'aside' || role === 'lead';
}

interface Level {
  readonly level: readonly LabelNode[];
  readonly headings: readonly LabelNode[];
  /** Of all tasks, as a name over everything says it; empty for none. */
  readonly unit: string;
}

function projectLevel(nodes: readonly LabelNode[], rows: HeaderRows): Level {
  const tops = nodes.filter(({ children }) => children.length > 0);
  const inner = tops.flatMap(({ children }) => children);
  const below: Level = {
    level: nodes.flatMap((node) => (node.children.length > 0 ? node.children : [node])),
    headings: tops,
    unit: '',
  };
  const same: Level = { level: nodes, headings: [], unit: '' };
  if (inner.length === 0) return same;
  const [only] = nodes;
  const over = only && nodes.length === 1 ? splitUnit(only.field.text) : null;
  if (over && caption.test(over.text) && splitNumber(over.text) === null)
    return { ...below, headings: [], unit: over.unit };
  const numberAt = (node: LabelNode) => projectNumber(rows.numbers?.[node.from]?.text ?? '') !== null;
  if (rows.numbers && inner.every(numberAt) && inner.length > tops.length) return below;
  return isSequence(inner) && nodes.length === tops.length ? below : same;
}

/** 1., 2., 3. … on through several headings: the numbers of projects. */
function isSequence(nodes: readonly LabelNode[]): boolean {
  const numbers = nodes.map(({ field }) => splitNumber(splitSigns(field.text).bare));
  const sets = numbers.every(
    (number, index) => number !== null && !number.chinese && number.no === (numbers[0]?.no ?? 0) + index,
  );
  return nodes.length > 1 && sets;
}
