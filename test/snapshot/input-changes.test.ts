import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/model/settings.ts';
import { readMonth } from '../../src/month/pipeline.ts';
import { asOf } from '../../src/snapshot/as-of.ts';
import { inputChanges } from '../../src/snapshot/input-changes.ts';
import { original, type SnapshotInputs } from '../../src/snapshot/snapshot.ts';
import { freeze } from '../../src/snapshot/snapshot-file.ts';
import { decisionOn } from '../support/decisions.ts';
import { monthOf } from '../support/months.ts';
import { sampleSources } from '../support/plan-2023.ts';

const all = readMonth(sampleSources('2023-06'));
const settings = settingsSchema.parse({});

function inputsOf(more: Partial<SnapshotInputs> = {}, readings = asOf(all, '2023-06')): SnapshotInputs {
  const style = { texts: { 'theme.yaml': 'x', 'district.hbs': 'x' }, fonts: {} };
  const inputs = { program: '0.1.0', period: '2023-06', issued: '2023-07-05', settings, readings, sources: [], style };
  return freeze({ layout: 1, inputs: { ...inputs, ...more } as SnapshotInputs, edition: original }).snapshot.inputs;
}

const then = inputsOf();
const told = (now: SnapshotInputs) => inputChanges(then, now).map(({ kind, text }) => [kind, text['zh-CN']]);
const withReturns = (returns: SnapshotInputs['readings']['returns']) => inputsOf({}, { ...then.readings, returns });

describe('what changed since a month was frozen', () => {
  it('is nothing on another day, and nothing that came in for later months', () => {
    expect(told(inputsOf({ issued: '2023-07-09' }))).toEqual([]);
    const versions = [{ plan: all.plan, effective: '2023-01', documentNumber: null, returns: all.returns }];
    const stored = (readings: typeof all) =>
      asOf({ ...readings, planVersions: versions as unknown as typeof all.planVersions }, '2023-06');
    const until = { ...all, returns: all.returns.filter(({ period }) => period <= '2023-06') };
    expect(stored(all).planVersions).toEqual(stored(until).planVersions);
    expect(stored(all).planVersions[0]?.returns).toEqual(stored(all).returns);
  });

  it('names the return that came in, has another revision or is gone', () => {
    const [first, ...others] = then.readings.returns;
    if (first === undefined) throw new Error('no returns');
    const name = `${first.reporter}2023年1月月报`;
    expect(told(withReturns([first, { ...first, revision: 2 }, ...others]))).toEqual([
      ['return', `${name}有了第2版（原为第1版）`],
    ]);
    expect(told(withReturns([{ ...first, cutoff: '2023-01-30' }, ...others]))).toEqual([['return', `${name}有变化`]]);
    expect(told(withReturns(others))).toEqual([['return', `${name}已不在`]]);
    const twice = withReturns([first, { ...first, revision: 2 }, ...others]);
    expect(inputChanges(twice, then).map(({ text }) => text['zh-CN'])).toEqual([`${name}第2版已不在，以第1版为准`]);
    expect(told(withReturns([...then.readings.returns, { ...first, reporter: '新区' }]))).toEqual([
      ['return', '新区2023年1月月报新到'],
    ]);
  });

  it('names plan, decision, setting, template and program', () => {
    const { plan } = then.readings;
    const { diagnostics } = monthOf(['甲区,1,,1.1,2,座,']);
    const [found] = diagnostics;
    if (plan === null || found === undefined) throw new Error('nothing to decide on');
    const decision = decisionOn(found, { id: '2023-9' });
    expect(told(inputsOf({}, { ...then.readings, plan: { ...plan, title: '另一份' } }))).toEqual([
      ['plan', '任务分解表有变化'],
    ]);
    expect(told(inputsOf({}, { ...then.readings, decisions: [decision] }))).toEqual([
      ['decision', '处理意见 2023-9新增'],
    ]);
    expect(told(inputsOf({ settings: settingsSchema.parse({ issuer: '市督查室' }) }))).toEqual([
      ['settings', '设置 issuer有变化'],
    ]);
    expect(told(inputsOf({ style: { texts: { 'theme.yaml': 'y' }, fonts: {} } }))).toEqual([
      ['style', '模板、版式或字体 theme.yaml有变化'],
      ['style', '模板、版式或字体 district.hbs已不在'],
    ]);
    expect(told(inputsOf({ program: '0.2.0' }))).toEqual([['program', '程序由 0.1.0 版换为 0.2.0 版']]);
    expect(told(inputsOf({ sources: [{ path: '附件2.docx', sha256: 'x', bytes: 1 }] }))).toEqual([
      ['reading', '来源文件或读入时的校核有变化'],
    ]);
  });
});
