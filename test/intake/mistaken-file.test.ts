import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readReturned } from '../../src/intake/returned-file.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { formOf, said, writtenForm } from '../support/forms.ts';
import { planFile, seedsFolder } from '../support/plan-2023.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const list = { name: '2023-06.csv', bytes: readFileSync(`${seedsFolder}/progress/2023-06.csv`) };

it('says of returns given as a plan that they are returns, and of nothing in them', async () => {
  const read = loadPlan(list);
  expect([read.plan, said(read.diagnostics)]).toEqual([null, ['error plan-is-return ,']]);
  expect(read.diagnostics[0]?.message['zh-CN']).toBe('2023-06.csv是月报清单，不是任务分解表');
  expect(read.diagnostics[0]?.hint['zh-CN']).toContain('jianbao progress import');
  const form = loadPlan({ name: '月报.xlsx', bytes: await writtenForm(formOf('甲区')) });
  expect([form.plan, said(form.diagnostics)]).toEqual([null, ['error plan-is-return ,']]);
  expect(form.diagnostics[0]?.message['zh-CN']).toBe('月报.xlsx是月报表，不是任务分解表');
});

it('says of a plan given as returns that it is a plan', () => {
  const { kind, diagnostics } = readReturned(planFile);
  expect([kind, said(diagnostics)]).toEqual(['list', ['error return-is-plan ,']]);
  expect(diagnostics[0]?.hint['zh-CN']).toContain('jianbao plan import');
});

it('calls neither what it is not', () => {
  const other = readReturned(file('名单.csv', '姓名,电话\n督查室联络员,1\n'));
  expect(said(other.diagnostics)).toEqual(['error return-no-table ,']);
  // A list whose column of targets lost its name names the districts below each other, as some plans do.
  const lost = file(list.name, list.bytes.toString('utf8').replace('目标编号', '目标'));
  expect(said(readReturned(lost).diagnostics)).toEqual(['error return-no-table ,']);
  expect(said(loadPlan(file('名单.csv', '姓名,电话\n督查室联络员,1\n')).diagnostics)).toEqual([
    'error plan-no-table ,',
  ]);
});
