import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/briefings/month.ts';
import { percentText } from '../../src/briefings/words.ts';
import { explanationLines } from '../../src/commands/explanation-lines.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Place } from '../../src/model/document.ts';
import { UsageError } from '../../src/model/errors/usage-error.ts';
import type { Period } from '../../src/model/period.ts';
import { quantityText } from '../../src/model/quantity.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { judgeMonth, readMonth } from '../../src/month/pipeline.ts';
import { explain } from '../../src/provenance/explain.ts';
import type { Explanation } from '../../src/provenance/explanation.ts';
import { figureNote } from '../../src/provenance/note.ts';
import { manifestFile } from '../../src/publishing/manifest.ts';
import { folderSource } from '../../src/sources/data-folder.ts';
import { decisionOn } from '../support/decisions.ts';
import { bridges } from '../support/months.ts';
import { planFile, sampleMonth, seedsFolder } from '../support/plan-2023.ts';
import { theme } from '../support/theme.ts';

const june = sampleMonth('2023-06');
const lines = (explanation: Explanation) => explanationLines(explanation, 'zh-CN');
const zh = ({ what, value, formula }: Explanation) => [what['zh-CN'], value['zh-CN'], formula?.['zh-CN'] ?? null];
const part = (of: Explanation, what: string): Explanation => {
  const found = of.inputs.find((one) => one.what['zh-CN'].startsWith(what));
  if (found === undefined) throw new Error(`no ${what} in ${lines(of).join('\n')}`);
  return found;
};

/** What a text file says at a place, as somebody finds it who counts its lines and fields. */
const textAt = (text: string, separator: string, place: Place | undefined) =>
  text.split(/\r?\n/)[(place?.row ?? 0) - 1]?.split(separator)[(place?.column ?? 0) - 1]?.replaceAll(' ', '');

/** Judges June of rows such as `甲局,甲区,2,1.1,4,座`: reporter, column, revision, target, figure, unit. */
function judged(rows: readonly string[], decisions: readonly Decision[] = [], period: Period = '2023-06') {
  const bytes = (words: string) => new TextEncoder().encode(words);
  const list = rows.map((row) => (/^\d{4}-/.test(row) ? row : `${period},${row}`));
  const text = ['月份,填报单位,区县,版次,目标编号,累计完成,单位', ...list].join('\n');
  const plan = { name: '计划.txt', bytes: bytes(bridges) };
  const readings = readMonth({ plan, returns: [{ name: '月报.csv', bytes: bytes(text) }] });
  const asked = { period, settings: settingsSchema.parse({}), marks: theme.marks, issued: null };
  return judgeMonth({ ...readings, decisions }, asked);
}

function drafted(...given: Parameters<typeof judged>): Month {
  const { draft } = judged(...given);
  if (draft === null) throw new Error('nothing to judge');
  return draft;
}

const city = '市本级,,1,1.1,1,座';
const whole = [city, '甲区,,1,1.1,2,座', '乙县,,1,1.1,3,座'];

describe('every task of the sample month', () => {
  const plan = planFile.bytes.toString('utf8');
  const june06 = readFileSync(`${seedsFolder}/progress/2023-06.csv`, 'utf8');

  it('names the very cells that hold its figures, and its value is what the briefings print', () => {
    for (const task of june.assessment.tasks) {
      const all = explain(june, task.column, task.target.id);
      const allotted = part(all, '全年任务').source?.place;
      expect(allotted?.source).toBe(planFile.name);
      const printed = task.target.original.allocations[task.column]?.replaceAll(' ', '');
      expect(textAt(plan, '\t', allotted)).toBe(printed);
      const done = part(all, '累计完成');
      expect(done.value['zh-CN']).toBe(task.done ? quantityText(task.done) : '未报送');
      if (task.done === null) continue;
      expect(done.source?.place.source).toBe('progress/2023-06.csv');
      expect(textAt(june06, ',', done.source?.place)).toBe(task.done.value);
      expect(done.source?.given).toEqual({ reporter: task.column, revision: 1, cutoff: '2023-06-30' });
      if (task.completion) expect(part(all, '完成率').value['zh-CN']).toBe(percentText(task.completion));
    }
    expect(june.assessment.tasks.filter(({ done }) => done).length).toBeGreaterThan(300);
  });

  it('reads as a tree', () => {
    expect(lines(explain(june, '滨江区', '13.1'))).toEqual([
      '滨江区 13.1 全市开展职业技能培训18.95万人次：滞后',
      '├ 全年任务        10900人次',
      '│   来源：附件2-2023.txt 第45行第9列',
      '├ 累计完成        3698人次',
      '│   来源：progress/2023-06.csv 第122行第7列；滨江区第1版，截至2023-06-30',
      '├ 完成率          33.9%          ＝ 累计完成 3698 ÷ 全年任务 10900',
      '├ 序时进度        50.0%          ＝ 6 ÷ 12，1月至12月逐月平均',
      '├ 较序时进度      -16.1个百分点  ＝ 完成率 33.9% － 序时进度 50.0%',
      '├ 状态            ▲滞后          ＝ 较序时进度 -16.1，不低于本档界限 -30，未达到更高一档',
      '├ 较上月          +9.7个百分点   ＝ 本月完成率 33.9% － 上月完成率 24.2%',
      '│ └ 2023年5月累计完成  2642人次',
      '│     来源：progress/2023-05.csv 第122行第7列；滨江区第1版，截至2023-05-31',
      '├ 尚差            7202人次       ＝ 全年任务 10900 － 累计完成 3698',
      '└ 今后每月需完成  1201人次       ＝ 尚差 7202 ÷ 剩余 6 个月，向上进位',
    ]);
  });

  it('carries the hash of its file where the source told it', async () => {
    const { readings, settings } = await folderSource(seedsFolder).load('2023-06');
    const { month } = judgeMonth(readings, { period: '2023-06', settings, marks: theme.marks, issued: null });
    const all = explain(month as Month, '上城区', '13.1');
    const { sha256 } = manifestFile('', new TextEncoder().encode(june06));
    expect(part(all, '累计完成').source?.origin).toEqual({ sha256, received: null });
    expect(part(all, '全年任务').source?.origin?.sha256).toBe(manifestFile('', planFile.bytes).sha256);
  });
});

describe('groups', () => {
  it('a district: each of its rates, what the mean is of, and its rank among whom', () => {
    for (const standing of june.assessment.columns.filter(({ tasks }) => tasks.length > 0)) {
      const all = explain(june, standing.column.name, null);
      const score = part(all, '综合完成率');
      expect(score.inputs.map(({ value }) => value['zh-CN'])).toEqual(
        standing.tasks.map(({ done, completion }) =>
          done === null ? '未报送' : completion ? percentText(completion) : '不计',
        ),
      );
      expect(score.value['zh-CN']).toBe(standing.score ? percentText(standing.score) : '—');
      const unranked = standing.column.kind === 'city' ? '市本级不排名' : '数据不全，不排名';
      expect(part(all, '位次').value['zh-CN']).toBe(standing.rank === null ? unranked : `第${standing.rank}位`);
    }
    const all = explain(june, '上城区', null);
    expect(zh(part(all, '综合完成率'))[2]).toBe('29项任务完成率之和 1484.7% ÷ 29，单项最高按100%计');
    expect(zh(part(all, '位次'))[2]).toBe('参加排名的13个区、县（市）中，综合完成率更高的有3个');
  });

  it('a rate above 100 % is shown, and said to count as 100 %', () => {
    const all = explain(drafted([city, '甲区,,1,1.1,5,座', '乙县,,1,1.1,4,座']), '甲区', null);
    expect(part(all, '综合完成率').inputs.map(zh)).toEqual([['1.1 建桥10座', '125.0%', '5 ÷ 4，按100%计']]);
    expect(zh(part(all, '位次'))).toEqual([
      '位次',
      '第1位',
      '参加排名的2个区、县（市）中，综合完成率更高的有0个，与乙县并列',
    ]);
  });

  it('a target over the whole city: one line for each part, and what its lead unit said', () => {
    const month = drafted([...whole, '甲局,,1,1.1,6,座']);
    const all = explain(month, '全市', '1.1');
    expect(zh(part(all, '累计完成'))).toEqual(['累计完成', '6座', '3个单位所报之和']);
    expect(part(all, '累计完成').inputs.map(zh)).toEqual([
      ['市本级', '1座', null],
      ['甲区', '2座', null],
      ['乙县', '3座', null],
    ]);
    expect(zh(part(all, '甲局所报全市数'))[1]).toBe('6座');
    expect(explain(month, '甲局', '1.1')).toEqual(all);
    const lacking = explain(drafted(whole.slice(0, 2)), '全市', '1.1');
    expect(zh(part(lacking, '累计完成'))[2]).toBe('2个单位所报之和，1个未报送');
  });

  it('the whole city and a lead unit', () => {
    const all = explain(june, '全市', null);
    expect(part(all, '综合完成率排名').inputs.slice(0, 2).map(zh)).toEqual([
      ['临平区', '52.7%', '第1位'],
      ['余杭区', '52.4%', '第2位'],
    ]);
    expect(part(all, '量化目标完成率').inputs).toHaveLength(june.assessment.targets.length);
    const unit = explain(june, '市教育局', null);
    const ids = part(unit, '量化目标完成率').inputs.map(({ what }) => what['zh-CN'].split(' ')[0]);
    expect(ids).toEqual(['3.1', '5.1', '5.2', '5.3']);
    expect(zh(part(unit, '综合完成率'))[2]).toMatch(/^36项任务完成率之和 .*，未报送的3项不计$/);
  });
});

describe('what counts, and what does not any more', () => {
  it('earlier revisions are named with what they said', () => {
    const month = drafted([...whole, '甲区,,2,1.1,3,座', '甲区,,3,1.1,4,座']);
    const figure = part(explain(month, '甲区', '1.1'), '累计完成');
    expect([figure.value['zh-CN'], figure.source?.given?.revision, figure.source?.place.row]).toEqual(['4座', 3, 6]);
    expect(figure.inputs.map(zh)).toEqual([
      ['第2版（已被取代）', '3座', null],
      ['第1版（已被取代）', '2座', null],
    ]);
    expect(figureNote(month, '甲区', '1.1')).toBe('来源：月报.csv 第6行第6列\n第3版，截至2023年6月30日');
  });

  it('a lead unit’s figure stands in where a column gave none, and is told where it did not count', () => {
    const leads = ['甲局,乙县,1,1.1,3,座', '甲局,甲区,1,1.1,1,座'];
    const month = drafted([city, '甲区,,1,1.1,2,座', '乙县,,1,1.1,未报送,座', ...leads]);
    const stood = part(explain(month, '乙县', '1.1'), '累计完成');
    expect(zh(stood).slice(0, 2)).toEqual(['累计完成（牵头单位甲局代报）', '3座']);
    expect(stood.source?.given?.reporter).toBe('甲局');
    expect(stood.inputs.map(zh)).toEqual([['乙县所报（未采用）', '未报数，填“未报送”', null]]);
    expect(figureNote(month, '乙县', '1.1')).toContain('\n甲局（牵头单位）代报');
    const own = part(explain(month, '甲区', '1.1'), '累计完成');
    expect(zh(own).slice(0, 2)).toEqual(['累计完成', '2座']);
    expect(own.inputs.map(zh)).toEqual([['甲局所报（未采用）', '1座', null]]);
  });

  it('last month is named with its own source, and a month without one says so', () => {
    const may = whole.map((row) => `2023-05,${row.replace(/\d,座$/, '1,座')}`);
    const change = part(explain(drafted([...whole, ...may]), '甲区', '1.1'), '较上月');
    expect(zh(change)).toEqual(['较上月', '+25.0个百分点', '本月完成率 50.0% － 上月完成率 25.0%']);
    expect(change.inputs[0]?.source).toMatchObject({ place: { row: 6 }, given: { cutoff: '2023-05-31' } });
    expect(zh(part(explain(drafted(whole), '甲区', '1.1'), '较上月'))[1]).toBe('—（上月没有可比的数）');
  });

  it('a correction shows the figure that was reported or printed, and who decided', () => {
    const figure = { target: '1.1', clause: '建桥10座', column: '甲区', leftOutOf: null };
    const bridge = (value: string) => ({ value, unit: '座' });
    const about = { target: '1.1', column: '甲区' };
    const reported = decisionOn(
      { code: 'cumulative-falls', about: { ...about, period: '2023-06' }, data: {} },
      { kind: 'correct', figure: { ...figure, period: '2023-06' }, was: bridge('2'), value: bridge('3') },
    );
    const month = drafted(whole, [reported]);
    const done = part(explain(month, '甲区', '1.1'), '累计完成');
    expect(done.value['zh-CN']).toBe('3座');
    expect(done.inputs.map(zh)).toEqual([['所报原数（已更正）', '2座', null]]);
    const said = '处理意见：由2座更正为3座（已核实；督查室联络员，2023年3月1日）';
    expect(lines(explain(month, '甲区', '1.1')).join('\n')).toContain(said);
    expect(figureNote(month, '甲区', '1.1')).toContain(`\n${said}`);

    const printed = decisionOn(
      { code: 'allocation-sum', about, data: {} },
      { kind: 'correct', figure: { ...figure, period: null }, was: bridge('4'), value: bridge('5') },
    );
    const planned = part(explain(drafted(whole, [printed]), '甲区', '1.1'), '全年任务');
    expect([planned, ...planned.inputs].map((one) => one.value['zh-CN'])).toEqual(['5座', '4座']);
    expect(planned.decisions.map(({ id }) => id)).toEqual(['2023-1']);
  });
});

describe('what cannot be explained', () => {
  it.each([
    ['上城', null, /“上城”；可以查 全市；市本级、上城区、.*牵头单位 市民政局/],
    ['上城区', '13.9', /没有目标 13\.9；.*13\.1、13\.3$/],
    ['上城区', '21.1', /上城区不承担目标 21\.1；.*1\.1、1\.2、/],
    ['全市', '99', /没有目标 99；.*1\.1、1\.2、/],
  ])('%s %s: says what there is', (subject, target, said) => {
    const asked = () => explain(june, subject, target);
    expect(asked).toThrow(UsageError);
    try {
      asked();
    } catch (error) {
      expect((error as UsageError).text['zh-CN']).toMatch(said);
    }
  });

  it('a month with errors is explained as far as it can be judged', () => {
    const { month, draft, diagnostics } = judged([city, '甲区,,1,1.1,2,座', '乙县,,1,1.1,3,个']);
    expect(month).toBeNull();
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(part(explain(draft as Month, '甲区', '1.1'), '完成率').value['zh-CN']).toBe('50.0%');
    const rate = part(explain(draft as Month, '乙县', '1.1'), '完成率').value['zh-CN'];
    expect(rate).toBe('不计：所报单位“个”与任务单位“座”不同');
    expect(judged([]).draft).toBeNull();
  });
});
