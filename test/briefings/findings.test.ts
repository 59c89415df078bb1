import { describe, expect, it } from 'vitest';
import { findingsFor } from '../../src/briefings/findings.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { decisionOn } from '../support/decisions.ts';
import { monthOf } from '../support/months.ts';

const names = ['甲区', '乙县', '丙市', '丁区', '戊区', '己县', '庚区'];
const targets = [1, 2, 3, 4, 5, 6, 7, 8];
const plan = [
  ['序号', '项目名称', '量化目标', '牵头单位', ...names].join('\t'),
  ...targets.map(
    (no) => `${no}\t事项第${'一二三四五六七八'[no - 1]}类${no}个\t70个\t甲局${'\t10个'.repeat(names.length)}`,
  ),
].join('\n');

/** 三、数据校核 of the city, or of a column, where these tasks are above 10个. */
function findings(above: readonly string[], column: string | null = null, reporters = names, settings: object = {}) {
  const rows = reporters.flatMap((name) =>
    targets.map((no) => `${name},1,,${no}.1,${above.includes(`${name}${no}`) ? 12 : 5},个,`),
  );
  const { month, diagnostics } = monthOf(rows, { plan, settings });
  if (month === null) throw new Error(diagnostics.map((d) => d.message.en).join('\n'));
  const own = { ...month, diagnostics: month.diagnostics.filter(({ code }) => code !== 'name-figure') };
  return findingsFor(own, column).map(({ message }) => message);
}
const of = (column: string, count: number) => targets.slice(0, count).map((no) => `${column}${no}`);

describe('findings of one kind', () => {
  it('are told one by one while they are few', () => {
    expect(findings(of('甲区', 3))).toHaveLength(3);
    expect(findings([...of('甲区', 2), ...of('乙县', 3)])).toHaveLength(5);
    expect(findings(of('甲区', 3))[0]).toContain('甲区目标1.1累计完成12个，超过全年任务10个');
  });

  it('are one where they are many of a column', () => {
    expect(findings(of('甲区', 4))).toEqual(['甲区有4项目标累计完成超过全年任务：1.1、2.1、3.1、4.1']);
    expect(findings([...of('甲区', 4), ...of('乙县', 1)])).toEqual([
      '甲区有4项目标累计完成超过全年任务：1.1、2.1、3.1、4.1',
      expect.stringContaining('乙县目标1.1累计完成12个'),
    ]);
  });

  it('are one where they are everywhere, whose they are beside', () => {
    const everywhere = ['甲区', '乙县', '丙市', '丁区'].flatMap((name) => of(name, name === '甲区' ? 4 : 1));
    expect(findings(everywhere)).toEqual([
      '有4个单位的7项目标累计完成超过全年任务：甲区1.1、2.1、3.1、4.1；乙县1.1；丙市1.1；丁区1.1',
    ]);
    // A district reads its own one by one.
    expect(findings(everywhere, '乙县')).toEqual([expect.stringContaining('乙县目标1.1累计完成12个')]);
  });

  it('are one for columns as a whole', () => {
    expect(findings([], null, names.slice(0, 1))).toEqual([
      '有6个单位未报送当月月报：乙县、丙市、丁区、戊区、己县、庚区',
    ]);
    expect(findings([], null, names.slice(0, 2))).toHaveLength(5);
  });
});

describe('findings of rows that are about no one target', () => {
  const told = (count: number) => {
    const rows = targets.map((no) => `甲区,1,,${no}.1,${no <= count ? '全部开工' : 5},个,`);
    const { month } = monthOf(rows, { plan });
    if (month === null) throw new Error('not published');
    const words = month.diagnostics.filter(({ code }) => code === 'return-words-for-figure');
    return findingsFor({ ...month, diagnostics: words }, null);
  };

  it('name the first places where they are many', () => {
    expect(told(6)).toEqual([
      {
        message: expect.stringMatching(
          /^有6处累计完成处写的是文字：月报.csv 表1 第2行第6列、[^、]*第3行第6列、[^、]*第4行第6列等$/,
        ),
        hint: expect.stringContaining('补报累计数'),
        decision: null,
      },
    ]);
    expect(told(5)).toHaveLength(5);
  });
});

describe('a finding', () => {
  it('stays by itself once it was decided on', () => {
    const rows = names.flatMap((name) =>
      targets.map((no) => `${name},1,,${no}.1,${name === '甲区' && no < 6 ? 12 : 5},个,`),
    );
    const { month } = monthOf(rows, { plan });
    if (month === null) throw new Error('not published');
    const above = month.diagnostics.filter(({ code }) => code === 'above-task');
    const [first, ...others] = above as [Diagnostic, ...Diagnostic[]];
    const diagnostics = [{ ...first, decision: decisionOn(first) }, ...others];
    expect(
      findingsFor({ ...month, diagnostics }, null).map(({ message, decision }) => [message, decision !== null]),
    ).toEqual([
      [expect.stringContaining('甲区目标1.1累计完成12个'), true],
      ['甲区有4项目标累计完成超过全年任务：2.1、3.1、4.1、5.1', false],
    ]);
  });

  it('is no longer told where the office takes it for a mere note', () => {
    expect(findings(of('甲区', 4), null, names, { checks: { 'above-task': 'info' } })).toEqual([]);
  });
});
