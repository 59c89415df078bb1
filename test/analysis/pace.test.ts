import { describe, expect, it } from 'vitest';
import { monthsLeft, paceAt, ruleOf } from '../../src/analysis/pace.ts';
import { paceSettings } from '../../src/model/pace-settings.ts';
import { periodOf } from '../../src/model/period.ts';
import { schemaProblem } from '../../src/model/schema-problem.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { full, monthOf } from '../support/months.ts';

const quarters = { 3: '20%', 6: '50%', 9: '80%', 12: '100%' };
const year = (rule: object, fallback: object = {}) => {
  const found = ruleOf(paceSettings.parse({ default: fallback, targets: { '1.1': rule } }), '1.1');
  return Array.from({ length: 12 }, (_, index) => paceAt(found, periodOf(2023, index + 1)).toFraction());
};
const said = (settings: object) => {
  const parsed = settingsSchema.safeParse(settings);
  return parsed.success ? null : schemaProblem(parsed.error)['zh-CN'];
};
const assessed = (rows: readonly string[], options: Parameters<typeof monthOf>[1]) => {
  const { month, diagnostics } = monthOf(rows, options);
  if (month === null) throw new Error(diagnostics[0]?.message.en);
  return month.assessment;
};

describe('the pace of a target', () => {
  it('is linear up to its deadline', () => {
    expect(year({ deadlineMonth: 6 }).slice(0, 7)).toEqual(['1/6', '1/3', '1/2', '2/3', '5/6', '1', '1']);
    expect(year({}, { deadlineMonth: 11 }).slice(5)).toEqual(['6/11', '7/11', '8/11', '9/11', '10/11', '1', '1']);
  });

  it('is 0 before its start, and then counts the months from it', () => {
    expect(year({ startMonth: 7 })).toEqual(['0', '0', '0', '0', '0', '0', '1/6', '1/3', '1/2', '2/3', '5/6', '1']);
    expect(year({ startMonth: 5, deadlineMonth: 5 }).slice(3, 6)).toEqual(['0', '1', '1']);
  });

  it('is what the last 节点 said until the next is reached', () => {
    const [a, b, c] = ['1/5', '1/2', '4/5'];
    expect(year({ nodes: quarters })).toEqual(['0', '0', a, a, a, b, b, b, c, c, c, '1']);
    expect(year({ nodes: { 1: '0%', 2: '33.3%', 11: '100%' } }).slice(0, 3)).toEqual(['0', '333/1000', '333/1000']);
    expect(year({ nodes: { 5: '100%' } }).slice(3, 6)).toEqual(['0', '1', '1']);
  });

  it('may rise evenly between 节点, from the start on', () => {
    expect(year({ nodes: quarters, between: 'linear' })).toEqual([
      '1/15',
      '2/15',
      '1/5',
      '3/10',
      '2/5',
      '1/2',
      '3/5',
      '7/10',
      '4/5',
      '13/15',
      '14/15',
      '1',
    ]);
    expect(year({ nodes: { 6: '50%', 12: '100%' }, between: 'linear', startMonth: 5 }).slice(0, 7)).toEqual([
      '0',
      '0',
      '0',
      '0',
      '1/4',
      '1/2',
      '7/12',
    ]);
  });

  it('takes from the default rule what it leaves out', () => {
    expect(year({ startMonth: 3 }, { deadlineMonth: 11 }).slice(1, 4)).toEqual(['0', '1/9', '2/9']);
    expect(year({ deadlineMonth: 10 }, { startMonth: 6 }).slice(4, 7)).toEqual(['0', '1/5', '2/5']);
    expect(year({ startMonth: 6 }, { nodes: { 3: '50%', 10: '100%' } }).slice(4, 7)).toEqual(['0', '1/5', '2/5']);
    expect(ruleOf(paceSettings.parse({ targets: { '1.10': { deadlineMonth: 3 } } }), '1.1').deadlineMonth).toBe(12);
  });

  it('leaves as many months as there are to work in', () => {
    const left = (rule: object) => {
      const found = ruleOf(paceSettings.parse({ targets: { '1.1': rule } }), '1.1');
      return [2, 6, 9, 10, 12].map((month) => monthsLeft(found, periodOf(2023, month)));
    };
    expect(left({ startMonth: 7, deadlineMonth: 10 })).toEqual([4, 4, 1, 0, 0]);
    expect(left({ nodes: { 3: '20%', 9: '100%' } })).toEqual([7, 3, 0, 0, 0]);
  });
});

describe('settings of pace and lights', () => {
  const targets = (rule: object, fallback?: object) => ({ pace: { default: fallback, targets: { '1.1': rule } } });
  it.each([
    [{ deadlineMonth: 11 }, '“deadlineMonth”现写在 pace 下：pace: { default: { deadlineMonth: 11 } }'],
    [
      targets({ nodes: { 3: '60%', 6: '50%', 12: '100%' } }),
      '“pace.targets.1.1.nodes.6”50%不高于3月的60%，节点应逐个提高',
    ],
    [
      targets({ nodes: { 3: '50%', 6: '50%', 12: '100%' } }),
      '“pace.targets.1.1.nodes.6”50%不高于3月的50%，节点应逐个提高',
    ],
    [targets({ nodes: { 3: '20%', 9: '80%' } }), '“pace.targets.1.1.nodes.9”是最后一个节点，应为100%'],
    [targets({ nodes: { 3: '20%', 13: '100%' } }), '“pace.targets.1.1.nodes.13”不是月份，应为1至12'],
    [targets({ nodes: { 3: 20, 12: '100%' } }), '“pace.targets.1.1.nodes.3”应写成0%至100%的百分数，如 50%'],
    [targets({ nodes: { 12: '101%' } }), '“pace.targets.1.1.nodes.12”应写成0%至100%的百分数，如 50%'],
    [targets({ nodes: {} }), '“pace.targets.1.1.nodes”没有节点，至少写一个'],
    [
      targets({ nodes: { 12: '100%' }, deadlineMonth: 12 }),
      '“pace.targets.1.1.deadlineMonth”与 nodes 不能同时写：100%的那个月就是完成月份',
    ],
    [
      targets({ nodes: { 12: '100%' }, startMonth: 3 }),
      '“pace.targets.1.1.startMonth”与 nodes 同时写时，须写明 between: linear',
    ],
    [
      targets({ nodes: { 3: '20%', 12: '100%' }, startMonth: 4, between: 'linear' }),
      '“pace.targets.1.1.startMonth”晚于第一个节点，请改为不晚于它的月份',
    ],
    [targets({ between: 'linear' }), '“pace.targets.1.1.between”只用于写明了 nodes 的，请删去或补写 nodes'],
    [targets({ startMonth: 9, deadlineMonth: 8 }), '“pace.targets.1.1.startMonth”晚于完成月份，请核对'],
    [targets({ startMonth: 12 }, { deadlineMonth: 11 }), '“pace.targets.1.1.startMonth”晚于完成月份，请核对'],
    [
      targets({ deadlineMonth: 3 }, { startMonth: 6 }),
      '“pace.targets.1.1.deadlineMonth”早于 default 的开始月份，请核对或补写 startMonth',
    ],
    [targets({ deadlineMonth: 13 }), '“pace.targets.1.1.deadlineMonth”太大，最大为12'],
    [{ composite: { weights: { '1.1': 0.12345 } } }, '“composite.weights.1.1”应为不小于0、最多三位小数的数'],
    [{ composite: { cap: 0 } }, '“composite.cap”太小，最小为1'],
  ])('%j is refused in words', (settings, words) => {
    expect(said(settings)).toBe(words);
  });

  it('has thresholds that descend', () => {
    const { lights } = settingsSchema.parse({});
    const withFrom = (status: 'done' | 'onpace' | 'slow', from: number | null) =>
      said({ lights: { ...lights, [status]: { ...lights[status], from } } });
    expect(withFrom('slow', 0)).toBe('“lights.slow.from”不低于上一档的0，界限应逐档降低');
    expect(withFrom('onpace', 7)).toBe('“lights.onpace.from”不低于上一档的5，界限应逐档降低');
    expect(withFrom('onpace', null)).toBe('“lights.onpace.from”没有填写界限（百分点）');
    expect(withFrom('done', 90)).toBe('“lights.done.from”不设界限，应为 null：达到100%和低于各档的不看界限');
    expect(withFrom('slow', -9.9999)).toBe('“lights.slow.from”最多三位小数');
    expect(withFrom('slow', -12.5)).toBeNull();
  });
});

describe('tasks with a pace of their own', () => {
  it('are judged by it, and the default stays the yardstick of the others', () => {
    const settings = { pace: { targets: { '1.1': { nodes: quarters } } } };
    const { pace, tasks, columns, course, targets } = assessed(
      [...full('1', '1', '2'), ...full('0', '1', '2').map((row) => `2023-05,${row}`)],
      { settings },
    );
    expect(pace.toFraction()).toBe('1/2');
    expect(tasks.map((task) => [task.pace.toFraction(), task.gap?.toFraction(), task.status])).toEqual([
      ['1/2', '0', 'onpace'],
      ['1/2', '-1/4', 'lagging'],
      ['1/2', '0', 'onpace'],
    ]);
    // In May the last 节点 was March's 20 %, so that a quarter done was five points ahead.
    expect(
      course.map((month) => [
        month.pace.toFraction(),
        month.paces.get('甲区')?.toFraction(),
        month.districts?.pace.toFraction(),
      ]),
    ).toEqual([
      ['5/12', '1/5', '1/5'],
      ['1/2', '1/2', '1/2'],
    ]);
    expect([columns[1]?.pace?.toFraction(), targets[0]?.pace.toFraction()]).toEqual(['1/2', '1/2']);
  });

  it('need nothing before their start, and share what is left among the months from it on', () => {
    const settings = { pace: { targets: { '1.1': { startMonth: 9 } } } };
    const { tasks } = assessed(full('0', '1', '4'), { settings });
    expect(tasks.map((task) => [task.pace.toFraction(), task.status, task.neededMonthly?.toFraction()])).toEqual([
      ['0', 'onpace', '1/2'],
      ['0', 'ahead', '3/4'],
      ['0', 'done', undefined],
    ]);
  });

  it('give a district the mean of them to be compared with', () => {
    const plan =
      '序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县\n1\t建桥10座\t10座\t甲局\t5座\t5座\n2\t修路8公里\t8公里\t甲局\t8公里\t';
    const settings = { pace: { targets: { '2.1': { deadlineMonth: 6 } } } };
    const { columns } = assessed(['甲区,1,,1.1,2,座,', '甲区,1,,2.1,4,公里,', '乙县,1,,1.1,2,座,'], {
      plan,
      settings,
      period: '2023-03',
    });
    expect(columns.map(({ pace }) => pace?.toFraction())).toEqual(['3/8', '1/4']);
  });
});

describe('targets that have no ratio', () => {
  const plan =
    '序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县\n1\t失业率5%以内\t5%以内\t甲局\t5%\t4%\n2\t建桥5座\t5座\t乙局\t5座\t0座';
  const rows = (a: string, b: string) => [
    `甲区,1,,1.1,${a},%,`,
    `乙县,1,,1.1,${b},%,`,
    '甲区,1,,2.1,3,座,',
    '乙县,1,,2.1,0,座,',
  ];

  it('are judged by their limit, which is itself within', () => {
    const { tasks, targets } = assessed(rows('5', '4.1'), { plan });
    expect(tasks.slice(0, 2).map(({ limit, status, gap, completion }) => [limit, status, gap, completion])).toEqual([
      ['within', 'onpace', null, null],
      ['beyond', 'critical', null, null],
    ]);
    expect(targets[0]).toMatchObject({ lagging: 1, holders: 2, done: null, status: null, spread: null });
  });

  it('are done once their deadline is over', () => {
    const settings = { pace: { default: { deadlineMonth: 11 } } };
    const at = (period: '2023-10' | '2023-11') =>
      assessed(
        rows('5', '4.1').map((row) => `${period},${row}`),
        { plan, period, settings },
      )
        .tasks.slice(0, 2)
        .map(({ status }) => status);
    expect([at('2023-10'), at('2023-11')]).toEqual([
      ['onpace', 'critical'],
      ['done', 'critical'],
    ]);
  });

  it('count as unjudged where the task is 0, and in no rate', () => {
    const { columns, leadUnits } = assessed(rows('5', '4'), { plan });
    expect(
      columns.map(({ counts, unjudged, unreported, score }) => [
        counts.onpace,
        counts.ahead,
        unjudged,
        unreported,
        score?.toFraction() ?? null,
      ]),
    ).toEqual([
      [1, 1, 0, 0, '3/5'],
      [1, 0, 1, 0, null],
    ]);
    expect(columns.map(({ rank }) => rank)).toEqual([1, null]);
    expect(leadUnits.map(({ name, score }) => [name, score?.toFraction() ?? null])).toEqual([
      ['甲局', null],
      ['乙局', '3/5'],
    ]);
  });
});

describe('settings that name a target', () => {
  it('stop the month where the plan has no such target, and name those it has', () => {
    const { month, diagnostics } = monthOf(full('1', '2', '2'), {
      settings: { pace: { targets: { '1.10': { deadlineMonth: 6 } } }, composite: { weights: { '2.1': 2 } } },
    });
    expect(month).toBeNull();
    expect(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ message, hint }) => [message['zh-CN'], hint['zh-CN']]),
    ).toEqual([
      ['设置 pace.targets 中的目标1.10不在任务分解表中', '任务分解表的目标编号为：1.1；请在 jianbao.yaml 中改正或删去'],
      [
        '设置 composite.weights 中的目标2.1不在任务分解表中',
        '任务分解表的目标编号为：1.1；请在 jianbao.yaml 中改正或删去',
      ],
    ]);
  });

  it('are told where a target has no pace', () => {
    const plan =
      '序号\t项目名称\t量化目标\t牵头单位\t甲区\n1\t失业率5%以内\t5%以内\t甲局\t5%\n2\t发放育儿券\t育儿券\t甲局\t全区';
    const settings = { pace: { targets: { '1.1': { nodes: quarters }, '2.1': { startMonth: 2 } } } };
    const { month } = monthOf(['甲区,1,,1.1,4.2,%,'], { plan, settings });
    expect(
      month?.diagnostics.filter(({ code }) => code === 'settings-target-paceless').map(({ about }) => about),
    ).toEqual([{ target: '1.1' }, { target: '2.1' }]);
    const alone = monthOf(['甲区,1,,1.1,4.2,%,'], {
      plan,
      settings: { pace: { targets: { '1.1': { deadlineMonth: 6 } } } },
    });
    expect(alone.month?.assessment.tasks[0]?.status).toBe('done');
    expect(alone.diagnostics.map(({ code }) => code)).not.toContain('settings-target-paceless');
  });
});

describe('the dates of a month', () => {
  it('are the settings’ three, whatever the returns say', () => {
    const dates = (settings: object) => {
      const { month } = monthOf(['甲区,1,2023-06-28,1.1,1,座,', '乙县,1,,1.1,1,座,'], { settings });
      return [month?.cutoff, month?.due, month?.issued];
    };
    expect(dates({})).toEqual(['2023-06-30', '2023-07-03', '2023-07-05']);
    expect(dates({ cutoffDay: 25, returnDay: 1, issueDay: 31 })).toEqual(['2023-06-25', '2023-07-01', '2023-07-31']);
  });
});
