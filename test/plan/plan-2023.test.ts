import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/checks/index.ts';
import { gridOf } from '../../src/model/grid.ts';
import { targetsOf } from '../../src/model/plan.ts';
import { quantityText } from '../../src/model/quantity.ts';
import { plainText } from '../../src/model/text.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { planTable } from '../../src/plan/plan-table.ts';
import { planFile } from '../support/plan-2023.ts';
import { codes } from '../support/tables.ts';

const { plan, diagnostics } = loadPlan(planFile);
if (plan === null) throw new Error('the 2023 table could not be read');
const targets = targetsOf(plan).map(({ target }) => target);
const byId = (id: string) => targets.find((target) => target.id === id);

describe('the 2023 table', () => {
  it('has 22 projects, 42 targets (2 of them notes), 15 columns and 390 figures, 13 of them 市本级', () => {
    expect(plan.title).toBe('2023年市政府民生实事项目区、县（市）任务分解表');
    expect([plan.annex, plan.year]).toEqual(['附件2', 2023]);
    expect(plan.projects.map((project) => project.no)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    expect(targets).toHaveLength(42);
    expect(targets.filter((target) => target.note !== null).map((target) => target.id)).toEqual(['4.4', '13.2']);
    expect(plan.columns.map((column) => column.kind)).toEqual(['city', ...Array(14).fill('district')]);
    const figures = targets.flatMap((target) => Object.keys(target.allocations));
    expect(figures).toHaveLength(390);
    expect(figures.filter((column) => column === '市本级')).toHaveLength(13);
  });

  it('keeps the three rows that do not add up as printed, and says what would explain them', () => {
    const sums = checkPlan(plan).filter((d) => d.code === 'allocation-sum');
    expect(sums.map((d) => [d.about.target, d.data['stated'], d.data['total']])).toEqual([
      ['6.3', '138处', '148处'],
      ['12.1', '1000堂', '1070堂'],
      ['13.3', '100个', '103个'],
    ]);
    expect(sums.map((d) => d.message['zh-CN'].includes('不计杭州西湖风景名胜区'))).toEqual([true, true, false]);
    expect(checkPlan(plan).filter((d) => d.severity !== 'info')).toHaveLength(3);
  });

  it('tells what it repaired, and where', () => {
    expect(codes(diagnostics).filter((code) => !code.startsWith('allocation-sum'))).toEqual([
      'plan-extra-column@25',
      'plan-row-shifted@10',
      'plan-name-joined@27',
      'plan-name-joined@39',
      'note-without-figures@46',
      'twin-rows@11',
    ]);
  });

  it('moves the shifted row back into its columns', () => {
    const target = byId('1.2');
    expect(target?.text).toBe('5000户');
    expect(target?.allocations['市本级']).toBeUndefined();
    expect(target?.allocations['上城区']).toEqual({ value: '500', unit: '户' });
    expect(target?.allocations).toEqual(byId('2.1')?.allocations);
  });

  it('joins the names that a page break cut, and leaves two names of one project apart', () => {
    expect(plan.projects[5]?.name).toBe(
      '实施孤独症儿童康复救助600人，新增残疾人稳定就业550人，完成重要公共服务场所无障碍改造138处',
    );
    expect(plan.projects[8]?.name).toBe('新建和改造公共领域新能源汽车充电桩2130个');
    expect(plan.projects[21]?.nameCells.map((cell) => [cell.text, cell.targets])).toEqual([
      ['推进老旧小区住宅加装电梯1000台', 1],
      ['创建“美好家园”住宅示范小区100个', 1],
    ]);
  });

  it('finds the part of the name that speaks of each target, and what lies inside another', () => {
    expect(byId('5.2')?.clause).toBe('新增学位6.1万个');
    expect(byId('13.3')?.clause).toBe('新增100个市级高质量就业社区（村）');
    expect(byId('7.1')?.clause).toBe('新辟优化地铁接驳、社区、城乡公交线路90条（本项30条）');
    expect(byId('4.2')).toMatchObject({ clause: '普惠托位3000个', partOf: '4.1' });
    expect(targets.filter((target) => target.partOf !== null)).toHaveLength(1);
  });

  it('keeps the printed text beside the one spelling', () => {
    expect(byId('1.1')?.original).toMatchObject({ target: '1400 张', allocations: { 上城区: '210 张' } });
    expect(byId('4.4')).toMatchObject({ quantity: null, text: '育儿券', allocations: {} });
    expect(byId('16.1')?.allocations['拱墅区']).toEqual({ value: '9.2', unit: '万平方米' });
  });

  it('prints back into its own layout of 19 columns', () => {
    const table = planTable(plan, { name: '附件2', marked: '上城区' });
    const grid = gridOf([...table.head, ...table.groups.flat()], table.columns.length);
    expect([grid.rowCount, grid.columnCount]).toEqual([44, 19]);
    expect(grid.at.flat().filter((cell) => cell === null)).toHaveLength(0);
    expect(table.columns.filter((column) => column.marked).map((column) => column.key)).toEqual(['上城区']);
    const head = table.head.map((row) =>
      row.cells.map((cell) => `${plainText(cell.content)} ${cell.rowspan}×${cell.colspan}`),
    );
    expect(head[0]).toEqual([
      '序号 2×1',
      '项目名称 2×1',
      '量化目标 2×1',
      '牵头单位 2×1',
      '市本级 2×1',
      '各区、县（市）任务分解 1×14',
    ]);
    expect(head[1]).toHaveLength(14);
    for (const target of targets) {
      const row = table.groups.flat().find(({ key }) => key === target.id);
      const printed = row?.cells.filter((cell) => cell.value !== null).map((cell) => plainText(cell.content));
      const own = target.quantity ? [target.text] : [];
      expect(printed).toEqual([
        ...own,
        ...plan.columns.flatMap(({ name }) => target.allocations[name] ?? []).map(quantityText),
      ]);
    }
  });
});
