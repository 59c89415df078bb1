import { readFileSync } from 'node:fs';
import type { Block, Cell, Document, Paragraph, Row, Table } from '../../src/model/document.ts';
import { run, textCell } from '../../src/model/text.ts';

const cell = textCell;
const p = (text: string, role: Paragraph['role'] = 'body'): Paragraph => ({
  kind: 'paragraph',
  role,
  content: [run(text)],
});
const h = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, content: [run(text)] });

/** A document with one of everything, around the real 2023 rows; the writers' own tests stand on it. */
export function sampleDocument(banner: string | null = '示例数据'): Document {
  return {
    title: '上城区2023年6月民生实事简报',
    subject: '2023年市政府民生实事进展情况',
    author: '市民生实事办',
    keywords: ['上城区', '2023-06'],
    language: 'zh-CN',
    date: '2023-07-05',
    banner,
    sections: [
      { name: '简报', page: { paper: 'A4', orientation: 'portrait' }, blocks: mainBlocks() },
      {
        name: '附件1',
        page: { paper: 'A4', orientation: 'portrait' },
        blocks: [
          p('附件1', 'annex-label'),
          h(1, '滞后项目情况表'),
          laggingTable(),
          p('注：完成率＝累计完成÷任务。', 'note'),
        ],
      },
      {
        name: '附件2',
        page: { paper: 'A4', orientation: 'landscape' },
        blocks: [p('附件2', 'annex-label'), h(1, '2023年市政府民生实事项目区、县（市）任务分解表'), wideTable()],
      },
    ],
  };
}

function mainBlocks(): Block[] {
  return [
    p('第6期', 'number'),
    p('市民生实事办　　　　2023年7月5日', 'imprint'),
    h(1, '上城区2023年6月民生实事进展情况简报'),
    {
      kind: 'paragraph',
      role: 'lead',
      content: [
        run('截至6月30日，上城区承担的31项任务中，'),
        { text: '2项滞后', strong: true, tone: 'lagging' },
        run('，其余按序时推进，综合完成率52.3%，列全市第3位。'),
      ],
    },
    h(2, '一、总体情况'),
    p(
      '全区共承担市政府民生实事任务31项，其中已完成3项、超序时12项、按序时14项、滞后2项。与上月相比，综合完成率提高8.1个百分点，位次上升1位。',
    ),
    h(3, '（一）推进较快的项目'),
    {
      kind: 'list',
      ordered: true,
      items: [[run('新增托位5000个，已完成72.0%。')], [run('新增公共场所AED1000台，已完成65.0%。')]],
    },
    h(2, '二、各区排名'),
    {
      kind: 'chart',
      name: '排名图',
      title: '各区、县（市）综合完成率',
      alt: '上城区52.3%，拱墅区61.0%，西湖区48.8%，序时进度50.0%',
      format: '0.0%',
      bars: [
        { label: '拱墅区', value: '0.61', tone: 'ahead' },
        { label: '上城区', value: '0.523', tone: 'onpace' },
        { label: '西湖区', value: '0.488', tone: 'slow' },
        { label: '杭州西湖风景名胜区', value: '1.115', tone: 'done' },
      ],
      reference: { label: '序时进度50.0%', value: '0.5' },
    },
    p('附件：1. 滞后项目情况表', 'annex-list'),
    p('市民生实事办', 'signature'),
    p('2023年7月5日', 'signature'),
  ];
}

function laggingTable(): Table {
  const number = (value: string, format: string, text: string, formula: string | null = null): Cell =>
    cell(text, { value: { number: value, format, formula } });
  const row = (key: string, name: string, task: string, done: string, rate: string): Row => ({
    key,
    cells: [
      cell(key, { align: 'center' }),
      cell(name),
      number(task, '0"户"', `${task}户`),
      number(done, '0"户"', `${done}户`),
      number(rate, '0.0%', `${(Number(rate) * 100).toFixed(1)}%`, '[,done]/[,task]'),
    ],
  });
  return {
    kind: 'table',
    name: '滞后项目',
    columns: [
      { key: 'no', width: 2, align: 'center', marked: false },
      { key: 'name', width: 12, align: 'left', marked: false },
      { key: 'task', width: 3, align: 'right', marked: false },
      { key: 'done', width: 3, align: 'right', marked: false },
      { key: 'rate', width: 3, align: 'right', marked: true },
    ],
    head: [{ key: null, cells: ['序号', '项目', '任务', '累计完成', '完成率'].map((t) => cell(t, { header: true })) }],
    groups: [
      [row('1.2', '安装“安居守护”智能安全监测设备5000户', '500', '125', '0.25')],
      [row('2.1', '加装燃气安全装置5000户', '500', '150', '0.3')],
      [
        {
          key: 'total',
          cells: [
            cell('合计', { colspan: 2, align: 'center' }),
            number('1000', '0"户"', '1000户', 'SUM([1.2:2.1,task])'),
            number('275', '0"户"', '275户', 'SUM([1.2:2.1,done])'),
            number('0.275', '0.0%', '27.5%', '[,done]/[,task]'),
          ],
        },
      ],
    ],
  };
}

/** The 19-column table: group header over 14 districts, vertical merges per project, two notes across all columns. */
function wideTable(): Table {
  const text = readFileSync(new URL('../../seeds/2023/附件2-2023.txt', import.meta.url), 'utf8');
  const lines = text
    .split('\n')
    .map((l) => l.split('\t'))
    .filter((l) => l.length > 5);
  const names = (lines[1] as string[]).slice(5, 19);
  const body = lines.filter((l) => !l.includes('序号') && !l.includes('上城区'));
  const groups: string[][][] = [];
  for (const line of body) {
    if (line[0] !== '') groups.push([]);
    groups.at(-1)?.push(line);
  }
  return {
    kind: 'table',
    name: '附件2',
    columns: [
      { key: 'no', width: 2, align: 'center', marked: false },
      { key: 'name', width: 9, align: 'left', marked: false },
      { key: 'target', width: 4, align: 'center', marked: false },
      { key: 'lead', width: 4, align: 'center', marked: false },
      { key: '市本级', width: 3.5, align: 'center', marked: false },
      ...names.map((n) => ({ key: n, width: 3.5, align: 'center' as const, marked: n === '上城区' })),
    ],
    head: [
      {
        key: null,
        cells: [
          ...['序号', '项目名称', '量化目标', '牵头单位', '市本级'].map((t) => cell(t, { header: true, rowspan: 2 })),
          cell('各区、县（市）任务分解', { header: true, colspan: 14 }),
        ],
      },
      { key: null, cells: names.map((n) => cell(n, { header: true })) },
    ],
    groups: groups.map((rows) => rows.map((line, i) => wideRow(line, rows, i))),
  };
}

function wideRow(line: string[], rows: string[][], index: number): Row {
  const t = (i: number) => (line[i] ?? '').replaceAll(' ', '');
  const cells: Cell[] = [];
  if (index === 0) {
    cells.push(cell(t(0), { rowspan: rows.length }));
    cells.push(cell(rows.map((r) => (r[1] ?? '').replaceAll(' ', '')).join(''), { rowspan: rows.length }));
  }
  cells.push(cell(t(2)));
  cells.push(cell(t(3)));
  if (t(4).length > 20) return { key: null, cells: [...cells, cell(t(4), { colspan: 15, align: 'left' })] };
  for (let i = 4; i < 19; i += 1) {
    const figure = /^([\d.]+)(.*)$/.exec(t(i));
    const decimals = figure?.[1]?.split('.')[1]?.length ?? 0;
    const format = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
    const value = figure ? { number: figure[1] as string, format: `${format}"${figure[2]}"`, formula: null } : null;
    cells.push(cell(t(i), { value }));
  }
  return { key: null, cells };
}
