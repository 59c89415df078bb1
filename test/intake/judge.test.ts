import { describe, expect, it } from 'vitest';
import { answersOf, periodsOf } from '../../src/intake/answers.ts';
import { judgeAnswers } from '../../src/intake/judge-answers.ts';
import type { KnownPlan } from '../../src/intake/plans.ts';
import { readReturned } from '../../src/intake/returned-file.ts';
import type { Period } from '../../src/model/period.ts';
import type { Return } from '../../src/model/return.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import type { SourceFile } from '../../src/model/source-file.ts';
import { planDigest } from '../../src/plan/plan-digest.ts';
import { formOf, returnedForm, smallPlan } from '../support/forms.ts';

const digest = planDigest(smallPlan);
const first: KnownPlan = {
  plan: smallPlan,
  digest,
  version: { number: 1, effective: '2023-01', documentNumber: null },
};
const header = '月份,填报单位,版次,目标编号,累计完成,单位';

/** What is left of files, and what was said of them. */
function judged(
  files: readonly SourceFile[],
  options: { before?: Return[]; plan?: KnownPlan | null; month?: Period; checks?: object } = {},
) {
  const { before = [], plan = first, month = null, checks = {} } = options;
  const plans = () => ({ inForce: plan, versions: plan && plan !== first ? [first, plan] : [first] });
  const answers = files.map((file) => answersOf(readReturned(file), plans));
  const left = judgeAnswers(answers, {
    plans,
    storedBefore: () => before,
    month,
    settings: settingsSchema.parse({ checks }),
  });
  return {
    entries: left.flatMap(({ returns }) =>
      returns.flatMap(({ entries }) => entries.map((e) => `${e.target} ${e.cumulative?.value ?? e.mark}`)),
    ),
    errors: left.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error')),
    left,
  };
}

const codes = (files: readonly SourceFile[], options = {}) =>
  judged(files, options).errors.map(({ code, at }) => `${code} ${at?.row ?? ''}`.trim());
const list = (...rows: string[]): SourceFile => ({
  name: '清单.csv',
  bytes: new TextEncoder().encode([header, ...rows.map((row) => `2023-06,${row}`)].join('\n')),
});

async function form(
  reporter: string,
  figures: Readonly<Record<number, unknown>>,
  reasons: Readonly<Record<number, string>> = {},
  name = `${reporter}.xlsx`,
): Promise<SourceFile> {
  const made = formOf(reporter, { digest });
  const bytes = await returnedForm(made, (open) => {
    for (const row of made.rows.keys()) open.cell(row, 'cumulative').value = (figures[row] ?? 3) as number;
    for (const [row, reason] of Object.entries(reasons)) open.cell(Number(row), 'fallReason').value = reason;
  });
  return { name, bytes };
}

function may(reporter: string, ...figures: readonly (readonly [string, string, string, string?])[]): Return {
  const at = { source: '五月.csv', part: null, row: 2, column: 5 };
  const entries = figures.map(([target, value, unit, column]) => ({
    ...{ target, cumulative: { value, unit }, mark: null, remark: '', at },
    ...(column === undefined ? {} : { column }),
  }));
  return { reporter, period: '2023-05', revision: 1, cutoff: '2023-05-31', sample: false, at, entries };
}

describe('what comes back', () => {
  it('is known by its content: form or list, in any file', async () => {
    const files = [await form('甲区', {}), list('乙县,,1.1,3,座')];
    expect(files.map((file) => readReturned(file).kind)).toEqual(['form', 'list']);
    expect(files.map((file) => periodsOf(readReturned(file)))).toEqual([['2023-06'], ['2023-06']]);
    expect(readReturned({ name: '附件.docx', bytes: new Uint8Array([80, 75, 3, 4]) }).kind).toBe('unread');
  });

  it('keeps the good entries of a list and says of each other why it is left out', () => {
    const { entries, errors } = judged([
      list('甲区,,1.1,3,座', '甲区,,1.2,5万,', '甲区,,2.1,约30,个', '甲区,,9.9,1,个', '丙市,,1.1,1,座'),
    ]);
    expect(entries).toEqual(['1.1 3']);
    expect(errors.map(({ code, at }) => [code, at?.row])).toEqual([
      ['return-figure-unreadable', 4],
      ['return-target-unknown', 5],
      ['return-unit', 3],
      ['return-reporter-unknown', 6],
    ]);
    for (const { about } of errors) expect(about.period).toBe('2023-06');
  });

  it('leaves out both of two answers to one question', () => {
    const { entries, errors } = judged([list('甲区,,1.1,3,座', '甲区,,1.1,4,座', '甲区,,2.1,4,个')]);
    expect(entries).toEqual(['2.1 4']);
    expect(errors.map(({ code }) => code)).toEqual(['return-target-twice']);
  });

  it('needs a plan, and the month that is collected', () => {
    expect(codes([list('甲区,,1.1,3,座')], { plan: null })).toEqual(['return-without-plan 2']);
    expect(codes([list('甲区,,1.1,3,座')], { month: '2023-07' })).toEqual(['return-other-month 2']);
    expect(codes([list('甲区,,1.1,3,座')], { month: '2023-06' })).toEqual([]);
  });
});

describe('a form', () => {
  it('with a figure below last month’s needs the reason, figure by figure', async () => {
    const before = [may('甲区', ['1.1', '4', '座'], ['1.2', '5', '万平方米'], ['2.1', '30000', '个'])];
    const { entries, errors } = judged([await form('甲区', {}, { 1: '审计核减' })], { before });
    expect(entries).toEqual(['1.2 3', '3.1 3']);
    expect(errors.map(({ code, at, data }) => [code, at?.row, data['before'], data['now']])).toEqual([
      ['form-fall-without-reason', 6, '4座', '3座'],
      ['form-fall-without-reason', 8, '30000个', '3个'],
    ]);
  });

  it('of a lead unit is compared with what the city and the unit itself reported', async () => {
    const before = [may('市本级', ['1.1', '2', '座']), may('甲局', ['1.1', '8', '座'], ['1.2', '1', '万平方米'])];
    const { errors } = judged([await form('甲局', { 0: 7, 1: 1 })], { before });
    expect(errors.map(({ code, about, data }) => [code, about.target, about.column, data['before']])).toEqual([
      ['form-fall-without-reason', '1.1', '甲局', '8座'],
      ['form-fall-without-reason', '1.1', '市本级', '2座'],
    ]);
  });

  it('is compared with last month also where that comes in together with it', async () => {
    const last: SourceFile = { name: '五月.csv', bytes: new TextEncoder().encode(`${header}\n2023-05,甲区,,1.1,4,座`) };
    expect(codes([await form('甲区', {}), last])).toEqual(['form-fall-without-reason 6']);
    const corrected = may('甲区', ['1.1', '9', '座']);
    expect(codes([await form('甲区', { 0: 4 }), last], { before: [corrected] })).toEqual([]);
  });

  it('that was made for another plan is refused and says for which', async () => {
    const [bridge, ...others] = smallPlan.projects;
    const targets =
      bridge?.targets.map((target) => ({
        ...target,
        allocations: { ...target.allocations, 甲区: { value: '6', unit: '座' } },
      })) ?? [];
    const plan = { ...smallPlan, projects: [{ ...(bridge as NonNullable<typeof bridge>), targets }, ...others] };
    const second: KnownPlan = {
      plan,
      digest: planDigest(plan),
      version: { number: 2, effective: '2023-06', documentNumber: '甲政办〔2023〕7号' },
    };
    const { entries, errors } = judged([await form('甲区', {}), await form('乙局', {})], { plan: second });
    expect(entries).toEqual([]);
    expect(errors.map(({ code, message }) => [code, message['zh-CN']])).toEqual([
      [
        'form-plan-differs',
        '甲区的月报表不是按当月施行的任务分解表制发的：制表依据第1版，当月施行第2版（甲政办〔2023〕7号），本单位任务有变化',
      ],
      [
        'form-plan-differs',
        '乙局的月报表不是按当月施行的任务分解表制发的：制表依据第1版，当月施行第2版（甲政办〔2023〕7号），本单位任务没有变化',
      ],
    ]);
  });

  it('keeps what begins like a formula as words', async () => {
    const made = formOf('甲区', { digest });
    const bytes = await returnedForm(made, (open) => {
      for (const row of made.rows.keys()) open.cell(row, 'cumulative').value = 3;
      open.cell(0, 'problems').value = '=HYPERLINK("http://x","点这里")';
      open.cell(1, 'problems').value = { formula: 'WEBSERVICE("http://x")', result: '已缓存的文字' };
    });
    const [file] = judged([{ name: '甲区.xlsx', bytes }]).left;
    expect(file?.returns[0]?.entries.map(({ problems }) => problems)).toEqual([
      '=HYPERLINK("http://x","点这里")',
      '已缓存的文字',
      '',
      '',
    ]);
  });
});

describe('several returns of one reporter in one import', () => {
  it('are refused where nothing says which one counts, in whatever order they come', async () => {
    const rivals = [await form('甲区', {}, {}, 'a.xlsx'), await form('甲区', { 0: 4 }, {}, 'b.xlsx')];
    for (const files of [rivals, rivals.toReversed()]) {
      const { entries, errors } = judged([...files, await form('乙县', {})]);
      expect(errors.map(({ code, at, data }) => [code, at?.source, data['other']]).sort()).toEqual([
        ['return-competing', 'a.xlsx', 'b.xlsx 月报表'],
        ['return-competing', 'b.xlsx', 'a.xlsx 月报表'],
      ]);
      expect(entries).toHaveLength(4);
    }
  });

  it('are no rivals where they say the same, or number themselves', async () => {
    expect(codes([await form('甲区', {}, {}, 'a.xlsx'), await form('甲区', {}, {}, 'b.xlsx')])).toEqual([]);
    expect(codes([list('甲区,1,1.1,3,座', '甲区,2,1.1,4,座')])).toEqual([]);
    expect(codes([list('甲区,1,1.1,3,座', '甲区,,1.1,4,座')])).toEqual(['return-competing 2', 'return-competing 3']);
  });
});
