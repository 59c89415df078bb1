import { expect, it } from 'vitest';
import type { Table } from '../../../src/model/document.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { remembering, settingKey } from '../../../src/writers/paged/remember.ts';

const table: Table = {
  kind: 'table',
  name: '附件2',
  columns: ['a', 'b'].map((key) => ({ key, width: 1, align: 'left', marked: false })),
  head: [{ key: null, cells: [textCell('序号', { header: true }), textCell('上城区', { header: true })] }],
  groups: [[{ key: '1.1', cells: [textCell('1'), textCell('5处', { align: 'right' })] }]],
};
const [first, second] = table.columns as [Table['columns'][number], Table['columns'][number]];
const cells = (...given: Table['head'][number]['cells']): Table => ({
  ...table,
  groups: [[{ key: '1.1', cells: given }]],
});

it('a table is set like another if they differ in the marked column or in remarks alone', () => {
  expect(settingKey({ ...table, columns: [first, { ...second, marked: true }] })).toBe(settingKey(table));
  const noted = cells(textCell('1', { note: '来源' }), textCell('5处', { align: 'right' }));
  expect(settingKey(noted)).toBe(settingKey(table));
  const others: Table[] = [
    { ...table, columns: [first, { ...second, width: 2 }] },
    { ...table, columns: [first, { ...second, align: 'right' }] },
    { ...table, head: [] },
    { ...table, groups: [[], ...table.groups] },
    cells(textCell('1'), textCell('6处', { align: 'right' })),
    cells(textCell('1'), textCell('5处')),
    cells(textCell('1', { colspan: 2 })),
    cells(textCell('1'), { ...textCell('', { align: 'right' }), content: [{ ...run('5处'), strong: true }] }),
  ];
  expect(new Set([table, ...others].map(settingKey)).size).toBe(others.length + 1);
});

it('what is asked for again is made once, until many others were made', () => {
  const remember = remembering<string>();
  const made: string[] = [];
  const ask = (key: string) =>
    remember(key, () => {
      made.push(key);
      return `${key}!`;
    });
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['a!', 'b!', 'a!']);
  expect(made).toEqual(['a', 'b']);
  for (let other = 0; other < 11; other += 1) ask(String(other));
  ask('a');
  expect(made.filter((key) => key === 'a')).toHaveLength(1);
  for (let other = 20; other < 32; other += 1) ask(String(other));
  ask('a');
  expect(made.filter((key) => key === 'a')).toHaveLength(2);
});
