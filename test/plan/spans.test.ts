import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { p, row, sheetFile, tbl, tc, tr, wordFile } from '../support/office-parts.ts';
import { read } from '../support/read-tables.ts';
import { codes } from '../support/tables.ts';

const across = (count: number) => `<w:gridSpan w:val="${count}"/>`;
const down = '<w:vMerge w:val="restart"/>';
const below = tc('', '<w:vMerge/>');
const leading = ['序号', '项目名称', '量化目标', '牵头单位'];

/** A header of two rows: leading labels over both, 市本级, and a group over the districts. */
const head = [
  tr([...leading.map((label) => tc(label, down)), tc('市本级', down), tc('任务分解', across(2))]),
  tr([below, below, below, below, below, '甲区', '乙县']),
];
const planIn = (...blocks: string[]) => planFrom(read(wordFile(blocks.join('')), 't.docx').blocks);
const planFrom = (blocks: readonly Block[]) => readPlan(blocks, 't');
const bridge = tr(['1', '建桥3座', '3座', '甲局', '', '1座', '2座']);

describe('a plan with merged cells', () => {
  it('takes the header tree from the merges, whatever the labels under them hold', () => {
    const head2023 = tr([below, below, below, below, below, '2023年甲区', '']);
    const { plan, diagnostics } = planIn(tbl([head[0] as string, head2023, bridge]));
    expect(plan).toBeNull();
    expect(codes(diagnostics)).toEqual(['plan-column-unnamed@2']);
    const good = planIn(tbl([...head, bridge])).plan;
    expect(good?.header.slice(4)).toEqual([
      { label: '市本级', role: 'city' },
      {
        label: '任务分解',
        children: [
          { label: '甲区', role: 'district' },
          { label: '乙县', role: 'district' },
        ],
      },
    ]);
    expect(good?.projects[0]?.targets[0]?.allocations).toEqual({
      甲区: { value: '1', unit: '座' },
      乙县: { value: '2', unit: '座' },
    });
  });

  it('reads four rows of header', () => {
    const four = (cells: string[]) => tr([below, below, below, below, ...cells]);
    const { plan } = planIn(
      tbl([
        tr([...leading.map((label) => tc(label, down)), tc('分解', across(3))]),
        four([tc('城区', across(2)), tc('县域', down)]),
        four([tc('主城', across(2)), below]),
        four(['甲区', '乙区', below]),
        tr(['1', '建桥6座', '6座', '甲局', '1座', '2座', '3座']),
      ]),
    );
    expect(plan?.columns.map(({ name }) => name)).toEqual(['甲区', '乙区', '县域']);
    expect(Object.values(plan?.projects[0]?.targets[0]?.allocations ?? {}).map(({ value }) => value)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it('reads a leaf over two columns as one, as long as each row has one cell with words under it', () => {
    const wide = tr([...leading, tc('甲区', across(2)), '乙县']);
    const rows = (...cells: string[]) => tbl([wide, tr(['1', '建桥3座', '3座', '甲局', ...cells])]);
    expect(planIn(rows(tc('1座', across(2)), '2座')).plan?.projects[0]?.targets[0]?.allocations['乙县']?.value).toBe(
      '2',
    );
    expect(planIn(rows('', '1座', '2座')).plan?.projects[0]?.targets[0]?.allocations['甲区']?.value).toBe('1');
    const crowded = planIn(rows('1座', '1座', '2座'));
    expect([crowded.plan, codes(crowded.diagnostics)]).toEqual([null, ['plan-column-crowded@2']]);
  });

  it('takes title, unit and notes from rows over the whole width of the table', () => {
    const wide = (text: string) => tr([tc(text, across(7))]);
    const { plan, diagnostics } = planIn(
      p('附件2'),
      tbl([wide('2024年民生实事任务分解表'), wide('单位：座'), ...head, bridge, wide('注：乙县为试点')]),
      p('此件公开'),
    );
    expect(diagnostics).toEqual([]);
    expect(plan).toMatchObject({
      annex: '附件2',
      title: '2024年民生实事任务分解表',
      year: 2024,
      notes: ['注：乙县为试点', '此件公开'],
    });
  });

  it('finds the allocation table among others and under a notice', () => {
    const list = tbl([tr(['序号', '项目名称', '主要内容', '牵头单位']), tr(['1', '建桥', '建桥3座', '甲局'])]);
    const { plan, diagnostics } = planIn(
      p('关于印发2023年民生实事的通知'),
      p('各区、县：'),
      p('附件1'),
      p('项目清单'),
      list,
      p('附件2'),
      p('2024年任务分解表'),
      tbl([...head, bridge]),
      p('附件3'),
      tbl([tr(['甲', '乙'])]),
    );
    expect(codes(diagnostics)).toEqual(['plan-other-table@1', 'plan-other-table@1']);
    expect(plan).toMatchObject({ annex: '附件2', title: '2024年任务分解表', notes: [] });
    expect(plan?.projects).toHaveLength(1);
  });

  it('goes on with a table that another page continues, with its header or without', () => {
    const second = (no: string) => tr([no, '修路3条', '3条', '乙局', '', '1条', '2条']);
    const { plan, diagnostics } = planIn(
      tbl([...head, bridge]),
      p(''),
      tbl([...head, second('2')]),
      p('续表'),
      tbl([second('3')]),
    );
    expect(diagnostics).toEqual([]);
    expect(plan?.projects.map(({ no }) => no)).toEqual([1, 2, 3]);
  });

  it('does not lose a page whose header was misspelt', () => {
    const misspelt = [head[0]?.replace('牵头单位', '牵头单为') ?? '', head[1] ?? ''];
    const { plan, diagnostics } = planIn(tbl([...head, bridge]), p(''), tbl([...misspelt, bridge]));
    expect([plan, codes(diagnostics)]).toEqual([null, ['plan-header-differs@1']]);
  });

  it.each([
    ['over two districts', tr(['1', '建桥3座', '3座', '甲局', '', tc('3座', across(2))])],
    [
      'over two targets',
      [
        tr(['1', '建桥3座', '3座', '甲局', '', tc('3座', down), '']),
        tr(['', '', '4座', '乙局', '', below, '4座']),
      ].join(''),
    ],
  ])('refuses a figure %s', (_, rows) => {
    const { plan, diagnostics } = planIn(tbl([...head, rows]));
    expect(plan).toBeNull();
    expect(codes(diagnostics)).toContain('plan-figure-merged@3');
  });

  it('takes a mark over two districts for both, and short words over all columns for a note', () => {
    const { plan } = planIn(
      tbl([
        ...head,
        tr(['1', '建桥3座', '3座', '甲局', '3座', tc('—', across(2))]),
        tr(['2', '育儿券', '应补尽补', '乙局', tc('由市级统筹', across(3))]),
      ]),
    );
    expect(plan?.projects[0]?.targets[0]?.marks).toEqual({ 甲区: '—', 乙县: '—' });
    expect(plan?.projects[1]?.targets[0]?.note).toBe('由市级统筹');
  });

  it('reads a sheet whose header has blanks instead of merges as text is read', () => {
    const rows = [
      row(1, [...leading, '任务分解', '']),
      row(2, ['', '', '', '', '甲区', '乙县']),
      row(3, [1, '建桥3座', '3座', '甲局', '1座', '2座']),
    ].join('');
    const { plan } = planFrom(read(sheetFile(rows), 't.xlsx').blocks);
    expect(plan?.header.at(-1)).toMatchObject({ label: '任务分解', children: [{ label: '甲区' }, { label: '乙县' }] });
  });
});
