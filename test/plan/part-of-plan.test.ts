import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/model/grid.ts';
import { type Plan, type Target, targetsOf } from '../../src/model/plan.ts';
import { plainText } from '../../src/model/text.ts';
import { partOfPlan } from '../../src/plan/part-of-plan.ts';
import { planTable } from '../../src/plan/plan-table.ts';
import { anyPlan } from '../support/any-plan.ts';
import { sampleMonth } from '../support/plan-2023.ts';

describe('the rows of some targets', () => {
  it('are those of one lead unit, with names and cells as printed', () => {
    const { plan } = sampleMonth('2023-06');
    const part = partOfPlan(plan, (target) => target.leadUnits.includes('市交通运输局'));
    expect(part.projects.map(({ no, targets }) => [no, targets.map(({ id }) => id)])).toEqual([
      [7, ['7.1', '7.2', '7.3', '7.4']],
      [9, ['9.2']],
      [20, ['20.1']],
    ]);
    expect(part.columns).toBe(plan.columns);
    const [row] = planTable(part, { name: '附件2', marked: null }).groups[1] ?? [];
    expect(row?.cells.slice(0, 4).map((cell) => plainText(cell.content))).toEqual([
      '9',
      '新建和改造公共领域新能源汽车充电桩2130个',
      '130个',
      '市交通运输局',
    ]);
  });

  it('make a table without holes in which each stands beside its name and lead units, whichever are left', () => {
    fc.assert(
      fc.property(anyPlan, fc.infiniteStream(fc.boolean()), (plan, choice) => {
        const kept = new Set(targetsOf(plan).flatMap(({ target }) => (choice.next().value ? [target.id] : [])));
        const part = partOfPlan(plan, ({ id }: Target) => kept.has(id));
        expect(targetsOf(part).map(({ target }) => target.id)).toEqual([...kept]);
        const table = planTable(part, { name: '附件2', marked: null });
        const lead = table.columns.findIndex(({ key }) => key === 'lead');
        const name = table.columns.findIndex(({ key }) => key === 'name');
        for (const [index, rows] of table.groups.entries()) {
          const grid = gridOf(rows, table.columns.length);
          expect(grid.at.flat()).not.toContain(null);
          const project = part.projects[index];
          const beside = (row: number, column: number) => plainText(grid.at[row]?.[column]?.cell.content ?? []);
          for (const [row, target] of (project?.targets ?? []).entries()) {
            if (lead >= 0) expect(beside(row, lead)).toBe(target.leadUnits.join('、'));
            expect(beside(row, name)).toBe(nameBeside(plan, target.id));
          }
        }
      }),
    );
  });
});

/** The name cell that stood beside a target in the whole table. */
function nameBeside(plan: Plan, id: string): string | undefined {
  for (const { targets, nameCells } of plan.projects) {
    const row = targets.findIndex((target) => target.id === id);
    if (row >= 0) return nameCells.flatMap((cell) => new Array<string>(cell.targets).fill(cell.text))[row];
  }
  return undefined;
}
