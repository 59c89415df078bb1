import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { diffPlans } from '../../src/plan/diff-plans.ts';
import { planDigest } from '../../src/plan/plan-digest.ts';
import { planOf } from '../support/forms.ts';
import { sampleMonth } from '../support/plan-2023.ts';

const head = '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县';
const rows = [
  '1\t建桥10座，修路9.5公里\t10座\t甲局\t2座\t4座\t4座',
  '\t\t9.5公里\t甲局\t\t5.5公里\t4公里',
  '2\t新增托位300个\t300个\t乙局\t\t200个\t100个',
  '3\t发放育儿券\t育儿券\t乙局\t不作量化分解。\t\t',
];
const plan = (...lines: readonly string[]) => planOf([head, ...lines].join('\n'));
const before = plan(...rows);
const changes = (after: Plan) =>
  diffPlans(before, after).map(({ kind, target, column, before: from, after: to }) =>
    [kind, target, column, from, to].filter((part) => part !== null).join(' '),
  );

describe('two versions of a plan', () => {
  it('that say the same differ in nothing and have one digest', () => {
    const again = plan(...rows.map((row) => row.replace('建桥10座，修路9.5公里', '建桥 10 座,修路 9.5 公里')));
    expect(changes(again)).toEqual([]);
    expect(planDigest(again)).toBe(planDigest(before));
  });

  it.each<[string, string[], string[]]>([
    [
      'a figure of one column',
      rows.with(2, '2\t新增托位320个\t320个\t乙局\t\t220个\t100个'),
      ['project-name 2.1 新增托位300个 新增托位320个', 'quantity 2.1 300个 320个', 'allocation 2.1 甲区 200个 220个'],
    ],
    [
      'a task taken away and one given',
      rows.with(2, '2\t新增托位300个\t300个\t乙局\t100个\t200个\t'),
      ['allocation 2.1 市本级 100个', 'allocation 2.1 乙县 100个'],
    ],
    ['a mark instead of a blank', rows.with(1, '\t\t9.5公里\t甲局\t—\t5.5公里\t4公里'), ['allocation 1.2 市本级 —']],
    [
      'another lead unit',
      rows.with(2, '2\t新增托位300个\t300个\t乙局、丙局\t\t200个\t100个'),
      ['lead-units 2.1 乙局 乙局、丙局'],
    ],
    [
      'another unit',
      rows.with(2, '2\t新增托位300张\t300张\t乙局\t\t200张\t100张'),
      [
        'project-name 2.1 新增托位300个 新增托位300张',
        'quantity 2.1 300个 300张',
        'allocation 2.1 甲区 200个 200张',
        'allocation 2.1 乙县 100个 100张',
      ],
    ],
    [
      'another note',
      rows.with(3, '3\t发放育儿券\t育儿券\t乙局\t按申请发放。\t\t'),
      ['note 3.1 不作量化分解。 按申请发放。'],
    ],
    [
      'a target more',
      [...rows.slice(0, 2), '\t\t3座\t甲局\t\t3座\t', ...rows.slice(2)],
      ['target-added 1.3 3座（甲区3座）'],
    ],
    ['a target less', rows.toSpliced(1, 1), ['target-removed 1.2 9.5公里（甲区5.5公里、乙县4公里）']],
    [
      'a project in front of the others',
      ['1\t建公园2个\t2个\t甲局\t\t1个\t1个', ...rows.map((row) => row.replace(/^\d/, (no) => String(Number(no) + 1)))],
      [
        'target-added 1.1 2个（甲区1个、乙县1个）',
        'target-renumbered 2.1 1.1 2.1',
        'target-renumbered 2.2 1.2 2.2',
        'target-renumbered 3.1 2.1 3.1',
        'target-renumbered 4.1 3.1 4.1',
      ],
    ],
  ])('tell %s', (_, lines, expected) => {
    const after = plan(...lines);
    expect(changes(after)).toEqual(expected);
    expect(planDigest(after)).not.toBe(planDigest(before));
  });

  it('tell a district more and one less, with its figures', () => {
    const after = planOf([head.replace('乙县', '丙市'), ...rows].join('\n'));
    expect(changes(after)).toEqual([
      'column-added 丙市 丙市',
      'column-removed 乙县 乙县',
      'allocation 1.1 丙市 4座',
      'allocation 1.1 乙县 4座',
      'allocation 1.2 丙市 4公里',
      'allocation 1.2 乙县 4公里',
      'allocation 2.1 丙市 100个',
      'allocation 2.1 乙县 100个',
    ]);
  });

  it('are found whatever single figure was changed in the plan of a city, and only that', () => {
    const { plan: city } = sampleMonth('2023-06');
    const cells = city.projects.flatMap(({ targets }) =>
      targets.flatMap(({ id, allocations }) => Object.keys(allocations).map((column) => ({ id, column }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...cells), fc.integer({ min: 1, max: 9_999_999 }), ({ id, column }, value) => {
        const changed = structuredClone(city) as { -readonly [K in keyof Plan]: Plan[K] };
        const target = changed.projects.flatMap(({ targets }) => targets).find((one) => one.id === id);
        const figures = target?.allocations as Record<string, { value: string; unit: string }>;
        const was = figures[column] as { value: string; unit: string };
        if (was.value === String(value)) return;
        figures[column] = { ...was, value: String(value) };
        expect(
          diffPlans(city, changed).map((one) => [one.kind, one.target, one.column, one.before, one.after]),
        ).toEqual([['allocation', id, column, was.value + was.unit, `${value}${was.unit}`]]);
        expect(diffPlans(changed, city)).toHaveLength(1);
        expect(planDigest(changed)).not.toBe(planDigest(city));
      }),
    );
  });
});
