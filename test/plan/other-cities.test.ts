import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/checks/index.ts';
import { codes, planOf } from '../support/tables.ts';

const head = '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县';

describe('tables of other cities', () => {
  it('reads a header of one row, other labels and no 市本级', () => {
    const { plan, diagnostics } = planOf(
      '编号\t实事项目\t年度目标\t责任单位\t甲区\t乙县\n（一）\t建桥3座\t3座\t甲局、乙局\t1座\t2座',
    );
    expect(diagnostics).toEqual([]);
    expect(plan?.columns.map((column) => column.name)).toEqual(['甲区', '乙县']);
    expect(plan?.projects[0]).toMatchObject({ no: 1, targets: [{ leadUnits: ['甲局', '乙局'], clause: '建桥3座' }] });
  });

  it('derives a header of three rows', () => {
    const { plan } = planOf(
      [
        '序号\t项目名称\t量化目标\t牵头单位\t任务分解\t\t\t',
        '\t\t\t\t主城\t\t县域\t',
        '\t\t\t\t甲区\t乙区\t丙县\t丁县',
        '1\t建桥4座\t4座\t甲局\t1座\t1座\t1座\t1座',
      ].join('\n'),
    );
    expect(plan?.header[4]).toEqual({
      label: '任务分解',
      children: [
        {
          label: '主城',
          children: [
            { label: '甲区', role: 'district' },
            { label: '乙区', role: 'district' },
          ],
        },
        {
          label: '县域',
          children: [
            { label: '丙县', role: 'district' },
            { label: '丁县', role: 'district' },
          ],
        },
      ],
    });
  });

  it('reads 「—」 and 无任务 as what they are, not as 0, and 0 as a task of 0', () => {
    const { plan } = planOf(`${head}\n1\t建桥1座\t1座\t甲局\t—\t1座\t0座\n2\t修路5%以内\t5%以内\t乙局\t无任务\t5%\t`);
    const [bridge, road] = plan?.projects.map((project) => project.targets[0]) ?? [];
    expect(bridge?.marks).toEqual({ 市本级: '—' });
    expect(bridge?.allocations).toEqual({ 甲区: { value: '1', unit: '座' }, 乙县: { value: '0', unit: '座' } });
    expect(road).toMatchObject({
      direction: 'at-most',
      quantity: { value: '5', unit: '%' },
      marks: { 市本级: '无任务' },
    });
  });

  it('moves a shifted row only when one move alone agrees, and otherwise shows the row', () => {
    const shifted = planOf(`${head}\n1\t甲事5座，乙事9个\t5座\t甲局\t\t2座\t3座\n\t9个\t\t\t4个\t5个\t`);
    expect(shifted.plan?.projects[0]?.targets[1]?.allocations).toEqual({
      甲区: { value: '4', unit: '个' },
      乙县: { value: '5', unit: '个' },
    });
    const wrongSum = planOf(`${head}\n1\t甲事5座，乙事9个\t5座\t甲局\t\t2座\t3座\n\t9个\t\t\t4个\t4个\t`);
    expect(wrongSum.plan).toBeNull();
    expect(codes(wrongSum.diagnostics)).toEqual(['plan-row-misaligned@3']);
    const noTarget = planOf(`${head}\n1\t甲事5座\t\t甲局\t\t2座\t3座`);
    expect(codes(noTarget.diagnostics)).toEqual(['plan-row-misaligned@2']);
  });

  it('does not join a name that is whole on the page before', () => {
    const { plan } = planOf(`${head}\n1\t甲事5座\t5座\t甲局\t\t2座\t3座\n\n${head}\n\t乙事9个\t9个\t乙局\t\t4个\t5个`);
    expect(plan?.projects[0]?.nameCells.map((cell) => cell.text)).toEqual(['甲事5座', '乙事9个']);
  });

  it.each([
    ['nothing at all', '', 'plan-no-table@-'],
    ['words without a table', '附件2\n任务分解表', 'plan-no-table@-'],
    ['a table without header', '1\t建桥3座\t3座\t甲局\t1座\t2座', 'plan-no-table@-'],
    ['a header without 量化目标', '序号\t项目名称\t牵头单位\t甲区\n1\t建桥3座\t甲局\t3座', 'plan-header-incomplete@1'],
    ['a header without districts', '序号\t项目名称\t量化目标\t牵头单位\n1\t建桥3座\t3座\t甲局', 'plan-no-districts@1'],
    ['a district twice', `${head}\t甲区\n1\t建桥3座\t3座\t甲局\t\t1座\t2座\t`, 'plan-column-twice@1'],
    [
      'a column without name',
      '序号\t项目名称\t量化目标\t牵头单位\t\t甲区\n1\t建桥3座\t3座\t甲局\t\t3座',
      'plan-column-unnamed@1',
    ],
    [
      'another header on page two',
      `${head}\n1\t建桥3座\t3座\t甲局\t\t1座\t2座\n\n${head.replace('乙县', '丙县')}\n2\t建桥3座\t3座\t甲局\t\t1座\t2座`,
      'plan-header-differs@4',
    ],
    ['a figure outside the header', `${head}\n1\t建桥3座\t3座\t甲局\t\t1座\t2座\t9座`, 'plan-stray-cell@2'],
    ['a row before any project', `${head}\n\t建桥3座\t3座\t甲局\t\t1座\t2座`, 'plan-row-without-project@2'],
    ['a number that is none', `${head}\n甲\t建桥3座\t3座\t甲局\t\t1座\t2座`, 'plan-number-unreadable@2'],
    ['words for a figure', `${head}\n1\t建桥3座\t3座\t甲局\t\t若干\t2座`, 'plan-figure-unreadable@2'],
    ['a row without target', `${head}\n1\t建桥3座\t\t甲局\t\t\t`, 'plan-target-missing@2'],
  ])('refuses %s, with the place', (_, text, code) => {
    const { plan, diagnostics } = planOf(text);
    expect(plan).toBeNull();
    expect(codes(diagnostics)).toContain(code);
    for (const d of diagnostics)
      expect([d.message['zh-CN'], d.hint['zh-CN'], d.message.en, d.hint.en].every((s) => s.length > 5)).toBe(true);
  });

  it('warns of what it keeps: units, names, numbers, lead units, columns', () => {
    const { plan, diagnostics } = planOf(
      `${head.replace('乙县', '其余')}\n1\t建桥4座\t3座\t甲局\t\t1座\t2处\n3\t修路3条\t3条\t\t\t1条\t2条`,
    );
    expect(codes(diagnostics)).toEqual(['plan-lead-missing@3', 'plan-number-gap@3']);
    expect(plan && checkPlan(plan).map((d) => d.code)).toEqual(['column-unknown', 'cell-unit', 'name-figure']);
  });
});
