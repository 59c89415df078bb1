import { defineProblem } from '../../model/diagnostic.ts';
import { explained } from '../../model/explained.ts';

/** What can be wrong with a table that has a row for each district, or with telling which way a table lies. */

export const unclearDirection = defineProblem<{ across: string; down: string }>('plan-direction-unclear', 'error', {
  'zh-CN': (d) => ({
    message: `无法确定区、县（市）是横排还是竖排：横向有“${d.across}”，纵向有“${d.down}”`,
    hint: '一张表只能有一个方向列区、县（市）。横排的表头须有“序号、项目名称、量化目标、牵头单位”；竖排的第一列写区、县（市）名称，上方是各项任务。',
  }),
  en: (d) => ({
    message: `cannot tell whether the districts stand across or down: across there are 「${d.across}」, down there are 「${d.down}」`,
    hint: 'Districts lie in one direction only: under a header 序号, 项目名称, 量化目标, 牵头单位, or in the first column below the names of the tasks.',
  }),
});

export const unnamedRow = defineProblem<{ row: string }>('plan-row-unnamed', 'error', {
  'zh-CN': (d) => ({
    message: `本行没有区、县（市）名称：${d.row}`,
    hint: '请补上名称；一个区、县（市）只占一行，若因分页断成两行请合并。',
  }),
  en: (d) => ({
    message: `the row names no district: ${d.row}`,
    hint: 'Name it. A district has one row; join what a page break cut in two.',
  }),
});

export const unclearHeader = defineProblem<{ label: string; before: string }>('plan-header-unclear', 'error', {
  'zh-CN': (d) => ({
    message: `“${d.label}”上方是空格，无法确定它是否属于“${d.before}”`,
    hint: '请把上方的项目名称合并到这一列，或给这一列写上自己的项目名称。',
  }),
  en: (d) => ({
    message: `above 「${d.label}」 the header is blank, so whether it belongs to 「${d.before}」 cannot be told`,
    hint: 'Merge the name of the project over this column, or give it a name of its own.',
  }),
});

export const unnamedTask = defineProblem<{ column: string }>('plan-task-unnamed', 'error', {
  'zh-CN': (d) => ({ message: `第${d.column}列有数字而没有任务名称`, hint: '请在表头补上这一列的任务名称。' }),
  en: (d) => ({ message: `column ${d.column} has figures but no task`, hint: 'Name the task in the header.' }),
});

export const noTasks = defineProblem<Record<string, never>>('plan-no-tasks', 'error', {
  'zh-CN': () => ({ message: '区、县（市）名称的上方没有任务名称', hint: '请保留表头；各列须写明项目或任务的名称。' }),
  en: () => ({ message: 'no task stands above the districts', hint: 'Keep the header: each column names its task.' }),
});

export const numbersUnclear = defineProblem<{ numbers: string }>('plan-numbers-unclear', 'error', {
  'zh-CN': (d) => ({
    message: `表头的序号（${d.numbers}）与项目名称的列对不上`,
    hint: '每个项目上方应有一个序号；请核对合并单元格。',
  }),
  en: (d) => ({
    message: `the numbers in the header (${d.numbers}) do not stand over the names of the projects`,
    hint: 'Each project has one number above it; check the merged cells.',
  }),
});

export const unstatedTarget = explained(
  defineProblem<{ target: string; sum: string }>('plan-target-unstated', 'warning', {
    'zh-CN': (d) => ({
      message: `“${d.target}”没有写明全市目标；各列合计${d.sum}，未当作目标`,
      hint: '请补上“全市”或“合计”行，否则无从核对，也没有全市完成率。',
    }),
    en: (d) => ({
      message: `no target for the whole city is stated for 「${d.target}」; its figures add up to ${d.sum}, which was not taken for one`,
      hint: 'Add a row 全市 or 合计; without it nothing can be checked, and there is no rate for the city.',
    }),
  }),
  {
    'zh-CN': {
      title: '没有写明全市目标',
      finds: '竖排的表没有全市目标一行，各列合计不当作目标。',
      remedy: '请补上“全市”或“合计”行，否则无从核对，也没有全市完成率。',
    },
    en: {
      title: 'state no target for the whole city',
      finds: 'A table with districts down has no row of targets; the sum of the figures is not taken for one.',
      remedy: 'Add a row 全市 or 合计; without it nothing can be checked, and there is no rate for the city.',
    },
  },
);

export const districtsDiffer = defineProblem<{ missing: string; extra: string }>('plan-districts-differ', 'error', {
  'zh-CN': (d) => ({
    message: `续表的区、县（市）与前表不同${d.missing === '' ? '' : `，缺“${d.missing}”`}${d.extra === '' ? '' : `，多“${d.extra}”`}`,
    hint: '同一张分解表的各部分须列出相同的区、县（市）。',
  }),
  en: (d) => ({
    message: `this part of the table has other districts than the first${d.missing === '' ? '' : `; without 「${d.missing}」`}${d.extra === '' ? '' : `; also 「${d.extra}」`}`,
    hint: 'Every part of one table lists the same districts.',
  }),
});

export const placedRow = defineProblem<{ row: string; figures: string }>('plan-row-placed', 'warning', {
  'zh-CN': (d) => ({
    message: `本行空格缺失或多余，已按各列合计放回：只有${d.figures}这一种放法使每一列都与合计相符`,
    hint: '请对照原件确认这一行各数字的归属。',
  }),
  en: (d) => ({
    message: `blanks of this row are missing or too many; its figures were placed by the sums of the columns: only ${d.figures} makes every column agree`,
    hint: 'Check the row against the original.',
  }),
});
