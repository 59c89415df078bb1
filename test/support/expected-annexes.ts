import type { Month } from '../../src/briefings/month.ts';
import type { Plan, Target } from '../../src/model/plan.ts';

/** A cell as someone sees it who looks at a finished table; rows count from the first head row. */
export interface SeenCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly text: string;
  /** In the colour of the reader's own column. */
  readonly shaded: boolean;
}

export const headRows = 2;
/** 序号, 项目名称, 量化目标, 牵头单位 */
export const leadingColumns = 4;
export const annex2 = '附件2 任务分解表';
export const annex3 = '附件3 进展情况表';

/** 附件2 as it has to look, told from the plan alone. */
export function expectedAnnex2(plan: Plan, marked: string): SeenCell[] {
  return expectedTable(plan, marked, {
    target: ({ text }) => text,
    figure: ({ allocations, marks }, column) => {
      const task = allocations[column];
      return task === undefined ? (marks[column] ?? '') : task.value + task.unit;
    },
  });
}

/** 附件3 as it has to look, told from plan and assessment. */
export function expectedAnnex3({ plan, assessment, lights }: Month, marked: string): SeenCell[] {
  const light = (status: keyof typeof lights) => lights[status].mark + lights[status].label;
  return expectedTable(plan, marked, {
    target({ id, text }) {
      const total = assessment.targets.find(({ target }) => target.id === id);
      if (total === undefined || total.done === null) return text;
      const share = `${total.done.value}/${text}`;
      if (total.unreported > 0) return `${share}\n未报全`;
      return total.status === null ? share : `${share}\n${light(total.status)}`;
    },
    figure({ id }, column) {
      const task = assessment.tasks.find((each) => each.target.id === id && each.column === column);
      if (task === undefined) return '';
      if (task.done === null) return `—/${task.task.value}\n未报送`;
      const share = `${task.done.value}/${task.task.value}`;
      return task.status === null ? share : `${share}\n${light(task.status)}`;
    },
  });
}

interface Words {
  readonly target: (target: Target) => string;
  readonly figure: (target: Target, column: string) => string;
}

function expectedTable(plan: Plan, marked: string, words: Words): SeenCell[] {
  const columns = plan.columns.map(({ name }) => name);
  const cells: SeenCell[] = [];
  const add = (row: number, column: number, rowspan: number, colspan: number, text: string) => {
    const shaded = colspan === 1 && columns[column - leadingColumns] === marked;
    cells.push({ row, column, rowspan, colspan, text, shaded });
  };

  for (const [column, label] of ['序号', '项目名称', '量化目标', '牵头单位', '市本级'].entries())
    add(0, column, headRows, 1, label);
  const [, ...districts] = columns;
  add(0, leadingColumns + 1, 1, districts.length, '各区、县（市）任务分解');
  for (const [index, name] of districts.entries()) add(1, leadingColumns + 1 + index, 1, 1, name);

  let row = headRows;
  for (const { no, nameCells, targets } of plan.projects) {
    add(row, 0, targets.length, 1, String(no));
    let nameRow = row;
    for (const name of nameCells) {
      add(nameRow, 1, name.targets, 1, name.text);
      nameRow += name.targets;
    }
    for (const [index, target] of targets.entries()) {
      add(row, 2, 1, 1, words.target(target));
      let rowspan = 1;
      while (targets[index + rowspan]?.sharesLead) rowspan += 1;
      if (!target.sharesLead) add(row, 3, rowspan, 1, target.leadUnits.join('、'));
      if (target.note !== null) add(row, leadingColumns, 1, columns.length, target.note);
      else
        for (const [i, column] of columns.entries()) add(row, leadingColumns + i, 1, 1, words.figure(target, column));
      row += 1;
    }
  }
  return cells.sort(inReadingOrder);
}

export function inReadingOrder(a: SeenCell, b: SeenCell): number {
  return a.row - b.row || a.column - b.column;
}

/**
 * The same table on several pages of so many body rows each: the head again on each page, and a merged cell that a
 * page break cuts on both pages, the second time with 「（续）」.
 */
export function onPages(table: readonly SeenCell[], bodyRows: readonly number[]): SeenCell[][] {
  let end = headRows;
  return bodyRows.map((count) => {
    const start = end;
    end += count;
    const page = table.flatMap((cell): SeenCell[] => {
      if (cell.row < headRows) return [cell];
      const first = Math.max(cell.row, start);
      const last = Math.min(cell.row + cell.rowspan, end);
      if (first >= last) return [];
      const text = first > cell.row && cell.text !== '' ? `${cell.text}（续）` : cell.text;
      return [{ ...cell, row: first - start + headRows, rowspan: last - first, text }];
    });
    return page.sort(inReadingOrder);
  });
}
