import { quantityView } from '../briefings/words.ts';
import type { FoundCell, FoundTable } from '../verify/found.ts';
import { bareWords } from './bare-words.ts';
import type { Leak } from './finding.ts';
import type { PacketFacts } from './leak-facts.ts';
import { otherTasks } from './problems.ts';

/** Heads of a table of somebody's own tasks, and heads that say that it is of several. */
const own = { id: '编号', task: '全年任务' } as const;
const several = ['区、县(市)', '单位', '区县'];

/**
 * Tables of a district's own tasks (附件1 and 附件4) whose figures are another's: whoever a file says that it is for, these tell whose it is.
 * For a lead unit there is no such table, so any is somebody's.
 */
export function tasksOfOthers(tables: readonly FoundTable[], { month, reader }: PacketFacts, file: string): Leak[] {
  if (reader.kind === 'city') return [];
  const tasks = Map.groupBy(month.assessment.tasks, ({ column }) => column);
  const textsOf = (column: string) =>
    new Map(tasks.get(column)?.map(({ target, task }) => [target.id, bareWords(quantityView(task).text)]));
  const column = reader.kind === 'district' ? reader.column : null;
  const mine = column === null ? new Map<string, string>() : textsOf(column);
  const names = [...tasks.keys()].filter((name) => name !== column);
  return tables.flatMap((table): Leak[] => {
    const rows = taskRows(table);
    const strange = rows.filter(({ id, task }) => mine.get(id) !== task);
    const [first] = strange;
    if (first === undefined) return [];
    const likeness = (name: string) => {
      const texts = textsOf(name);
      return strange.filter(({ id, task }) => texts.get(id) === task).length;
    };
    const [best] = names.map((name) => ({ name, like: likeness(name) })).sort((a, b) => b.like - a.like);
    // A row that is nobody's is for the comparison with the document to tell.
    if (best === undefined || best.like === 0) return [];
    const data = { owner: best.name, rows: String(best.like), targets: strange.map(({ id }) => id).join('、') };
    const { where } = first;
    return [{ key: `tasks ${best.name}`, where, tell: (places) => otherTasks(data, places, file) }];
  });
}

interface TaskRow {
  readonly id: string;
  readonly task: string;
  readonly where: FoundCell['where'];
}

/** The rows of a table that names tasks and no column; none where it is another table. */
function taskRows({ cells, at }: FoundTable): TaskRow[] {
  const texts = cells.map((cell) => ({ cell, text: bareWords(cell.text) }));
  const head = texts.find(({ text }) => text === own.id)?.cell;
  if (head === undefined) return [];
  const heads = texts.filter(({ cell }) => cell.row === head.row);
  const task = heads.find(({ text }) => text === own.task)?.cell;
  if (task === undefined || heads.some(({ text }) => several.includes(text))) return [];
  const below = cells.filter(({ row, column }) => column === head.column && row > head.row);
  return below.flatMap((cell) => {
    const id = bareWords(cell.text);
    const figure = bareWords(at[cell.row]?.[task.column]?.text ?? '');
    return /^\d+\.\d+$/.test(id) && figure !== '' ? [{ id, task: figure, where: cell.where }] : [];
  });
}
