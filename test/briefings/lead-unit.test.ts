import { describe, expect, it } from 'vitest';
import { briefings } from '../../src/briefings/index.ts';
import { leadUnitBriefing } from '../../src/briefings/lead-unit.ts';
import type { Document } from '../../src/model/document.ts';
import { plainText } from '../../src/model/text.ts';
import { composed } from '../support/composed.ts';
import { full, monthOf } from '../support/months.ts';
import { sampleMonth } from '../support/plan-2023.ts';

const head = '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县';

function published(plan: string, rows: readonly string[]) {
  const { month, diagnostics } = monthOf(rows, { plan });
  if (month === null) throw new Error(diagnostics.map((d) => d.message['zh-CN']).join('\n'));
  return month;
}

function tableOf(document: Document, name: string): string[][] {
  for (const { blocks } of document.sections)
    for (const block of blocks)
      if (block.kind === 'table' && block.name === name)
        return block.groups.flat().map((row) => row.cells.map((cell) => plainText(cell.content)));
  throw new Error(`no table ${name}`);
}

function proseOf(document: Document): string {
  const blocks = document.sections[0]?.blocks ?? [];
  return blocks.flatMap((block) => ('content' in block ? [plainText(block.content)] : [])).join('\n');
}

describe('the readers of lead-unit briefings', () => {
  it('are the units that lead a target with tasks, in the order of the plan', () => {
    const month = sampleMonth('2023-06');
    expect(leadUnitBriefing.audiences(month)).toHaveLength(14);
    expect(leadUnitBriefing.audiences(month).slice(0, 3)).toEqual(['市民政局', '市城管局', '市教育局']);
  });

  it('are not those whose targets are all left undivided', () => {
    const note = '不分解';
    const plan = `${head}\n1\t建桥10座\t10座\t甲局\t2座\t4座\t4座\n2\t育儿券\t育儿券\t乙局\t${note}\t${note}\t${note}`;
    expect(leadUnitBriefing.audiences(published(plan, ['甲区,1,,1.1,2,座,']))).toEqual(['甲局']);
  });

  it('have packets of their own where they are columns, too', async () => {
    const plan = `${head}\n1\t建桥10座\t10座\t甲区\t2座\t4座\t4座\n2\t修路6条\t6条\t全市\t2条\t2条\t2条`;
    const month = published(plan, ['甲区,1,,1.1,2,座,', '甲区,1,,2.1,2,条,']);
    const all = briefings.flatMap((briefing) => briefing.audiences(month));
    expect(all).toEqual(['甲区', '乙县', '全市', '甲区（牵头单位）', '全市（牵头单位）']);
    const document = await composed(month, '甲区（牵头单位）');
    expect(document.title).toBe('甲区（牵头单位）2023年6月牵头民生实事简报');
    expect(tableOf(document, '牵头目标')).toHaveLength(1);
  });
});

describe('a lead-unit briefing', () => {
  const plan = [
    head,
    '1\t建桥10座\t10座\t甲局\t2座\t4座\t4座',
    '2\t修路6条，植树60棵\t6条\t乙局、甲局\t2条\t2条\t2条',
    '\t\t60棵\t乙局\t20棵\t20棵\t20棵',
  ].join('\n');
  const month = published(plan, [
    ...['市本级,1,,1.1,2,座,', '市本级,1,,2.1,2,条,', '市本级,1,,2.2,90,棵,'],
    ...['甲区,1,,1.1,1,座,', '甲区,1,,2.1,1,条,', '甲区,1,,2.2,10,棵,'],
    ...['乙县,1,,1.1,4,座,', '乙县,1,,2.1,1,条,', '乙县,1,,2.2,4,棵,'],
  ]);

  it('has a row for each of its targets with the total and what stands behind it', async () => {
    expect(tableOf(await composed(month, '乙局'), '牵头目标')).toEqual([
      ['2.1', '修路6条', '66.7%', '3', '1', '0', '0', '市本级100.0%', '甲区、乙县50.0%', '◎超序时'],
      ['2.2', '植树60棵', '173.3%', '3', '1', '1', '0', '市本级450.0%', '乙县20.0%', '●已完成'],
    ]);
  });

  it('holds the rows of its targets alone', async () => {
    const document = await composed(month, '甲局');
    expect(tableOf(document, '附件2').map((cells) => cells[0])).toEqual(['1', '2']);
    expect(tableOf(document, '附件3')).toHaveLength(2);
    expect(tableOf(document, '滞后项目').map((cells) => cells.slice(0, 2))).toEqual([['1.1', '甲区']]);
  });

  it('says what a good total hides', async () => {
    const text = proseOf(await composed(month, '乙局'));
    expect(text).toContain('2.2 植树60棵：全市完成率173.3%，但3个承担单位中2个未达100%，其中乙县滞后。');
  });

  it('says that a total just at pace hides one that lags', async () => {
    const { month: even } = monthOf(full('2', '1', '2'));
    if (even === null) throw new Error('no month');
    expect(proseOf(await composed(even, '甲局'))).toContain(
      '1.1 建桥10座：全市完成率50.0%，与序时进度持平，但3个承担单位中甲区滞后。',
    );
  });

  it('tells the findings that touch its targets, and no others', async () => {
    const lists = async (unit: string) =>
      (await composed(month, unit)).sections[0]?.blocks.flatMap((block) =>
        block.kind === 'list' ? block.items.map(plainText) : [],
      );
    const found = await lists('乙局');
    expect(found).toContainEqual(expect.stringContaining('市本级目标2.2累计完成90棵'));
    expect(found?.filter((text) => text.includes('目标1.'))).toEqual([]);
    expect(await lists('甲局')).toEqual([]);
  });
});
