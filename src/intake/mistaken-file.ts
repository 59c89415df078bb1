import { recogniseForm } from '../forms/read/recognise-form.ts';
import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import type { Block } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import { readPlan } from '../plan/read-plan.ts';
import { returnRows } from '../returns/columns.ts';
import { noReturnTable } from '../returns/problems.ts';

const returnsForPlan = defineProblem<{ file: string; kind: 'form' | 'list' }>('plan-is-return', 'error', {
  'zh-CN': ({ file, kind }) => ({
    message: `${file}是${kind === 'form' ? '月报表' : '月报清单'}，不是任务分解表`,
    hint: '月报请用 jianbao progress import 导入，或放入数据文件夹中存放月报的文件夹；任务分解表请另选文件。',
  }),
  en: ({ file, kind }) => ({
    message: `${file} is a ${kind === 'form' ? 'return form' : 'list of returns'}, no allocation table`,
    hint: 'Import returns with jianbao progress import, or put them into the returns folder; choose another file for the plan.',
  }),
});

const planForReturns = defineProblem<{ file: string }>('return-is-plan', 'error', {
  'zh-CN': ({ file }) => ({
    message: `${file}是任务分解表，不是月报：没有“月份、填报单位、目标编号、累计完成”四列`,
    hint: '任务分解表请用 jianbao plan import 存入，并移出月报文件夹；若确是月报，请改用下发的月报格式。',
  }),
  en: ({ file }) => ({
    message: `${file} is an allocation table, no return: it lacks the columns 月份, 填报单位, 目标编号 and 累计完成`,
    hint: 'Store a plan with jianbao plan import and keep it out of the returns; if it is a return, use the return form.',
  }),
});

/** What to say of returns that were given as a plan; null for any other file, one with further tables among them. */
export function returnsGivenAsPlan(reading: Reading, source: string): Diagnostic | null {
  const at = { source, part: null, row: null, column: null };
  if (recogniseForm(reading, source)) return returnsForPlan({ file: source, kind: 'form' }, at);
  const tables = reading.blocks.filter((block) => block.kind === 'table');
  const isList = tables.length > 0 && tables.every((table) => returnRows(table) !== null);
  return isList ? returnsForPlan({ file: source, kind: 'list' }, at) : null;
}

/** What to say of a file without returns: that it is a plan, where it can be read as one. */
export function withoutReturns(blocks: readonly Block[], source: string): Diagnostic {
  const problem = readPlan(blocks, source).plan === null ? noReturnTable : planForReturns;
  return problem({ file: source }, { source, part: null, row: null, column: null });
}
