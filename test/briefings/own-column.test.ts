import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districtBriefing } from '../../src/briefings/district.ts';
import { findingsFor } from '../../src/briefings/findings.ts';
import { masthead } from '../../src/briefings/masthead.ts';
import type { Month } from '../../src/briefings/month.ts';
import { changesFor } from '../../src/corrections/compare-months.ts';
import { documentWords } from '../../src/leaks/document-words.ts';
import { defineProblem } from '../../src/model/diagnostic.ts';
import { namesIn } from '../../src/model/names-in.ts';
import { anyMonth } from '../support/any-month.ts';
import { composed, composedNow } from '../support/composed.ts';
import { full, monthOf } from '../support/months.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { outlineOf } from './outline.ts';

/** A month in which districts read their own column only. */
const alone = (month: Month): Month => ({ ...month, settings: { ...month.settings, audience: 'own' } });

function bridges(...more: readonly string[]): Month {
  const { month } = monthOf([...full('1', '2', '3'), ...full('1', '1', '2').map((row) => `2023-05,${row}`), ...more]);
  if (month === null) throw new Error('no month');
  return month;
}

describe('a district that reads its own column only', () => {
  it('reads as reviewed', async () => {
    const document = await composed(alone(bridges()), '甲区');
    await expect(outlineOf(document)).toMatchFileSnapshot('golden/own-column-甲区.txt');
  });

  it('has the rows of the whole table with one column, and no annex of others', async () => {
    const { sections } = await composed(alone(sampleMonth('2023-06')), '上城区');
    expect(sections.map(({ name }) => name)).toEqual([
      '简报',
      '附件1 滞后项目',
      '附件2 任务分解表',
      '附件3 任务明细',
      '编制说明',
      '数据来源',
    ]);
    const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    const allocation = tables.find(({ name }) => name === '附件2');
    expect(allocation?.columns.map(({ key }) => key)).toEqual(['no', 'name', 'target', 'lead', '上城区']);
    expect(allocation?.groups.flat()).toHaveLength(42);
  });

  it('gives a template of the office nothing of others to print either', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const columns = month.plan.columns.map(({ name }) => name);
        for (const district of districtBriefing.audiences(month)) {
          const { allocation, progress } = districtBriefing.content(alone(month), district);
          for (const table of [allocation, progress])
            expect(table.columns.map(({ key }) => key).filter((key) => columns.includes(key))).toEqual([district]);
          const city = /\d[\d.]*\/\d/;
          const targets = progress.groups.flatMap(({ rows }) =>
            rows.flatMap(({ cells }) => cells.slice(0, -1).flatMap(({ content }) => content.map(({ text }) => text))),
          );
          expect(targets.filter((text) => city.test(text))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reads no other name, whatever the month', async () => {
    await fc.assert(
      fc.asyncProperty(anyMonth, async (month) => {
        const columns = month.plan.columns.map(({ name }) => name);
        const districts = month.assessment.columns.filter(
          ({ column, tasks }) => column.kind === 'district' && tasks.length > 0,
        );
        for (const { column } of districts) {
          const words = documentWords(await composedNow(alone(month), column.name));
          expect(new Set(words.flatMap((text) => namesIn(text, columns)))).toEqual(new Set([column.name]));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing for the city and for lead units', async () => {
    const month = bridges();
    for (const audience of ['全市', '甲局'])
      expect(await composedNow(alone(month), audience)).toEqual(await composedNow(month, audience));
  });

  it('still has its rank, among as many as there are', async () => {
    const words = documentWords(await composed(alone(bridges()), '甲区')).join('\n');
    expect(words).toContain('在参加排名的2个区、县（市）中列第2位');
    expect(words).not.toContain('区、县（市）平均');
  });
});

describe('findings for one column', () => {
  const twins = defineProblem('same-figure', 'warning', {
    'zh-CN': () => ({ message: '甲区目标1.1与乙县的数相同', hint: '请核实。' }),
    en: () => ({ message: 'same', hint: '' }),
  });
  const ofTable = defineProblem<{ what: string }>('unheard-of', 'warning', {
    'zh-CN': (d) => ({ message: d.what, hint: '' }),
    en: () => ({ message: '', hint: '' }),
  });
  const finds = (...diagnostics: Month['diagnostics']) =>
    findingsFor({ ...alone(bridges()), diagnostics }, '甲区').map(({ message }) => message);

  it('that name another are told in general words', () => {
    const [message, ...others] = finds(twins({}, null, { column: '甲区', target: '1.1' }));
    expect(message).toMatch(/^甲区有1项目标.+：1\.1$/);
    expect(others).toEqual([]);
  });

  it('are about itself or the table, not about a row or others', () => {
    expect(
      finds(
        ofTable({ what: '表中有合并的格' }, null),
        ofTable({ what: '乙县的列名有误' }, null),
        ofTable({ what: '各列合计不符' }, null, { target: '1.1' }),
        ofTable({ what: '乙县未报送' }, null, { column: '乙县' }),
        ofTable({ what: '报送及时' }, null, { column: '甲区' }),
      ),
    ).toEqual(['表中有合并的格', '报送及时']);
  });

  it.each(['whole', 'own'] as const)('are never about the file of another: %s', (audience) => {
    const at = { source: '乙县.xlsx', part: null, row: 3, column: null };
    const base = bridges();
    const month: Month = {
      ...base,
      settings: { ...base.settings, audience },
      returns: base.returns.map((one) => (one.reporter === '乙县' ? { ...one, at } : one)),
      diagnostics: [ofTable({ what: '有隐藏的行' }, at)],
    };
    expect(findingsFor(month, '甲区')).toEqual([]);
    expect(findingsFor(month, '乙县')).toHaveLength(1);
    expect(findingsFor(month, null)).toHaveLength(1);
  });
});

describe('a correction for one column', () => {
  const correction = (reason: string) => ({
    edition: 1,
    reason,
    against: { edition: 0, snapshot: 'f'.repeat(64) },
    changes: [],
  });

  it('leaves out a reason that names others', () => {
    const reasonOf = (reason: string, only: string | null) =>
      masthead({ ...bridges(), correction: correction(reason) }, only).correction?.reason;
    expect(reasonOf('乙县补报', '甲区')).toBeNull();
    expect(reasonOf('甲区补报', '甲区')).toBe('甲区补报');
    expect(reasonOf('乙县补报', null)).toBe('乙县补报');
  });

  it('does not tell what is gone because it is not read any more', () => {
    const before = bridges();
    const told = defineProblem('unheard-of', 'warning', {
      'zh-CN': () => ({ message: '合计与乙县不符', hint: '' }),
      en: () => ({ message: '', hint: '' }),
    });
    const whole: Month = { ...before, diagnostics: [...before.diagnostics, told({}, null, { target: '1.1' })] };
    expect(changesFor(whole, before, '甲区')).toHaveLength(1);
    expect(changesFor(whole, alone(before), '甲区')).toEqual([]);
  });
});
