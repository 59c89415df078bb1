import { roleOfLabel } from '../header-labels.ts';
import { blankField, type Field, type Line } from '../lines.ts';
import { splitSigns } from '../signs.ts';
import { isPart, withoutPartMark } from '../target-text.ts';
import { splitUnit } from '../units.ts';
import { type LabelNode, pathsOf } from './label-tree.ts';

/** A column of figures under a project. */
export interface Task {
  readonly from: number;
  readonly to: number;
  /** The cell that names it. */
  readonly field: Field;
  /** What it counts, below the project's name; empty where the project has this one alone, or for its sum. */
  readonly words: string;
  readonly unit: string;
  /** It lies inside another task: 其中, or beside a 小计. */
  readonly part: boolean;
  /** 其中: with others of its kind it need not make up the whole. */
  readonly subset: boolean;
  /** A 小计 or 合计 of the tasks beside it. */
  readonly sum: boolean;
}

/** What a row holds for a task. */
export function cellIn(line: Line, { from, to }: Task): Field {
  return line.slice(from, to).find(({ text }) => text !== '') ?? line[from] ?? blankField;
}

/** A name over tasks. */
export interface TaskGroup {
  readonly field: Field;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Signs beside the name: ★. */
  readonly signs: string;
  readonly tasks: readonly Task[];
}

const bracketedLead = /（(?:牵头|责任|主办)(?:单位|部门)[:：]([^（）]+)）$/u;

/** The tasks of each node; one that begins with 其中 belongs to the node before it. */
export function taskGroups(nodes: readonly LabelNode[], unit: string): TaskGroup[] {
  const groups: TaskGroup[] = [];
  for (const node of nodes) {
    const before = groups.at(-1);
    if (before && isPart(node.field.text)) {
      const tasks = pathsOf(node).map((path) => taskOf(path, path.names, unitOf([before.field]) || unit));
      groups[groups.length - 1] = { ...before, to: node.to, tasks: [...before.tasks, ...tasks] };
      continue;
    }
    const tasks = pathsOf(node).map((path) => taskOf(path, path.names.slice(1), unitOf([node.field]) || unit));
    groups.push({ field: node.field, from: node.from, to: node.to, ...named(node.field.text), tasks });
  }
  return groups.map((group) => ({ ...group, tasks: insideSum(group.tasks) }));
}

/** 牵头单位 in brackets behind a name; empty for none. */
export function leadIn(label: string): string {
  return bracketedLead.exec(label)?.[1] ?? '';
}

/** A name without unit, 牵头单位 and signs beside it. */
function named(printed: string): { label: string; signs: string; unit: string } {
  const { bare, signs } = splitSigns(printed);
  const { text, unit } = splitUnit(bare.replace(bracketedLead, ''));
  return { label: text, signs, unit };
}

function taskOf(
  path: { readonly column: number; readonly to: number; readonly names: readonly Field[] },
  names: readonly Field[],
  unitAbove: string,
): Task {
  const labels = names.map(({ text }) => named(text).label);
  const own = names.flatMap(({ text }) => {
    const { label, signs } = named(text);
    return label === '' || isSum(label) ? [] : [withoutPartMark(label) + signs];
  });
  return {
    from: path.column,
    to: path.to,
    field: path.names.findLast(({ text }) => text !== '') ?? (path.names[0] as Field),
    words: own.filter((text) => text !== '').join('：'),
    unit: unitOf(names) || unitAbove,
    part: labels.some(isPart),
    subset: labels.some(isPart),
    sum: isSum(labels.at(-1) ?? ''),
  };
}

function isSum(label: string): boolean {
  return roleOfLabel(label) === 'total';
}

/** The unit of the innermost name that has one. */
function unitOf(names: readonly Field[]): string {
  return names.map(({ text }) => named(text).unit).findLast((unit) => unit !== '') ?? '';
}

/** Beside the column of a project's own name or sum, every other one is a part of it. */
function insideSum(tasks: readonly Task[]): Task[] {
  const whole = tasks.find(({ words, part }) => words === '' && !part);
  const inside = whole !== undefined && tasks.some(({ words }) => words !== '');
  return tasks.map((task) => (inside && task !== whole ? { ...task, part: true } : task));
}
