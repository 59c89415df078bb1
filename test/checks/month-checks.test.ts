import { describe, expect, it } from 'vitest';
import { loadMonth } from '../../src/month/pipeline.ts';
import { bridges, full, monthOf } from '../support/months.ts';
import { sampleSources } from '../support/plan-2023.ts';

const found = (rows: readonly string[], options = {}) =>
  monthOf(rows, options).diagnostics.map((d) =>
    `${d.severity} ${d.code} ${d.about.column ?? ''} ${d.about.target ?? ''}`.trim(),
  );

/** A month of bridges from the lines of a list. */
function listOf(lines: readonly string[]) {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return loadMonth({
    ...sampleSources('2023-06'),
    plan: { name: '计划.txt', bytes: bytes(bridges) },
    returns: [{ name: '月报.csv', bytes: bytes(lines.join('\n')) }],
  });
}

describe('the checks of a month', () => {
  it('find nothing in a clean month, nor in a finished one', () => {
    expect(found(full('1', '2', '2'))).toEqual([]);
    expect(found(full('2', '4', '4'))).toEqual([]);
  });

  it.each([
    ['an unknown reporter', [...full('1', '2', '2'), '丙区,1,,1.1,1,座,'], 'error return-reporter-unknown'],
    ['an unknown target', [...full('1', '2', '2'), '甲区,1,,9.9,1,座,'], 'error return-target-unknown 甲区 9.9'],
    [
      'a target twice in one return',
      [...full('1', '2', '2'), '甲区,1,,1.1,1,座,'],
      'error return-target-twice 甲区 1.1',
    ],
    ['another unit', full('1', '2', '2').with(1, '甲区,1,,1.1,20000,万座,'), 'error return-unit 甲区 1.1'],
    ['no unit', full('1', '2', '2').with(1, '甲区,1,,1.1,2,,'), 'error return-unit 甲区 1.1'],
    ['a missing return', full('1', '2', '2').slice(0, 2), 'warning return-missing 乙县'],
    ['a blank figure', full('1', '2', ''), 'warning return-incomplete 乙县'],
    ['a figure that falls', [...full('1', '2', '2'), '2023-05,甲区,1,,1.1,3,座,'], 'warning cumulative-falls 甲区 1.1'],
    ['a figure above the task', full('1', '5', '2'), 'warning above-task 甲区 1.1'],
    ['a correction', [...full('1', '2', '2'), '甲区,2,,1.1,3,座,'], 'info return-corrected 甲区 1.1'],
  ])('find %s', (_, rows, expected) => expect(found(rows)).toEqual([expected]));

  it('say how far above the task a figure is, and nothing of a task of zero', () => {
    const [above] = monthOf(full('1', '5', '2')).diagnostics;
    expect(above?.message['zh-CN']).toBe('甲区目标1.1累计完成5座，超过全年任务4座，完成率125.0%');
    const none = bridges.replace('\t2座\t4座', '\t0座\t4座').replace('建桥10座\t10座', '建桥8座\t8座');
    expect(found(full('1', '2', '2'), { plan: none })).toEqual([]);
  });

  it('ask for the reason of a figure that falls, or to look into the one given', () => {
    const hint = (reason: string) => {
      const header = '月份,填报单位,目标编号,累计完成,单位,数字下降的原因';
      const rows = [`2023-06,甲区,1.1,2,座,${reason}`, '2023-05,甲区,1.1,3,座,'];
      const fall = listOf([header, ...rows]).diagnostics.find(({ code }) => code === 'cumulative-falls');
      return [fall?.hint['zh-CN'], fall?.hint.en];
    };
    expect(hint('')).toEqual([expect.stringContaining('说明原因'), expect.stringContaining('ask for the reason')]);
    expect(hint('审计核减')).toEqual([
      expect.stringContaining('请核实所报原因'),
      expect.stringContaining('Check the reason'),
    ]);
  });

  it('tell a correction of the reporter’s own return alone', () => {
    const rows = ['市本级,1,,1.1,1,座,', '甲区,1,,1.1,2,座,', '甲区,2,,1.1,3,座,', '乙县,2,,1.1,4,座,'];
    expect(monthOf(rows).diagnostics.map((d) => d.message['zh-CN'])).toEqual([
      '甲区更正2023年6月目标1.1：2座改为3座（第2版）',
    ]);
  });

  it('find a figure where there is no task', () => {
    const plan = bridges.replace('\t2座', '\t').replace('建桥10座\t10座', '建桥8座\t8座');
    expect(found(full('1', '2', '2'), { plan })).toEqual(['warning return-without-task 市本级 1.1']);
  });

  it('find the same revision in two files', () => {
    const sources = sampleSources('2023-06');
    const copy = { name: 'progress/副本.csv', bytes: sources.returns[5]?.bytes ?? new Uint8Array() };
    const { month, diagnostics } = loadMonth({ ...sources, returns: [...sources.returns, copy] });
    expect(month).toBeNull();
    const twice = diagnostics.filter((d) => d.code === 'return-twice');
    expect(twice).toHaveLength(14);
    expect(twice[0]?.at?.source).toBe('progress/副本.csv');
    expect(twice[0]?.data['other']).toBe('progress/2023-06.csv');
  });

  it('let errors of this month stop it, but not those of other months', () => {
    const slip = full('1', '2', '2').with(1, '甲区,1,,1.1,2,万座,');
    expect(monthOf(slip).month).toBeNull();
    const later = slip.map((row) => `2023-08,${row}`);
    expect(monthOf([...full('1', '2', '2'), ...later]).month).not.toBeNull();
    expect(monthOf([...full('1', '2', '2'), '2023-08,甲区,1,,1.1,约3,座,']).month).not.toBeNull();
  });

  it('refuse a month without returns and say which months there are', () => {
    const { month, diagnostics } = monthOf(full('1', '2', '2').map((row) => `2023-05,${row}`));
    expect(month).toBeNull();
    expect(diagnostics.map((d) => [d.code, d.hint['zh-CN'].includes('2023-05')])).toEqual([
      ['month-without-returns', true],
    ]);
  });
});
