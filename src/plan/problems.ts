import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';

/** What can be wrong with the tables of a file and their headers. */

export const noTable = defineProblem<{ file: string }>('plan-no-table', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file}中没有找到任务分解表`,
    hint: '表头须有“序号、项目名称、量化目标、牵头单位”各列，区、县（市）在右；或者第一列是区、县（市）名称，上方是各项任务。请确认选对了文件，且表格没有被删去表头。',
  }),
  en: (d) => ({
    message: `${d.file} holds no allocation table`,
    hint: 'Its header must have the columns 序号, 项目名称, 量化目标 and 牵头单位 left of the districts, or the districts stand in the first column below the names of the tasks. Check the file, and that the header was not removed.',
  }),
});

export const missingColumn = defineProblem<{ label: string }>('plan-header-incomplete', 'error', {
  'zh-CN': (d) => ({ message: `表头缺少“${d.label}”列`, hint: '请补上该列表头，或改回通行的名称后重试。' }),
  en: (d) => ({ message: `the header has no column 「${d.label}」`, hint: 'Add it, or give it its usual name.' }),
});

export const noFigureColumns = defineProblem<Record<string, never>>('plan-no-districts', 'error', {
  'zh-CN': () => ({
    message: '表头中没有区、县（市）列',
    hint: '请确认“牵头单位”右侧各列的表头写有区、县（市）名称。',
  }),
  en: () => ({
    message: 'the header names no district',
    hint: 'The columns right of 牵头单位 must carry the names of the districts.',
  }),
});

export const duplicateColumn = defineProblem<{ label: string }>('plan-column-twice', 'error', {
  'zh-CN': (d) => ({ message: `表头中“${d.label}”出现两次`, hint: '每个区、县（市）只能占一列；请更正表头。' }),
  en: (d) => ({
    message: `the header has 「${d.label}」 twice`,
    hint: 'Each district has one column; correct the header.',
  }),
});

export const unnamedColumn = defineProblem<{ column: string }>('plan-column-unnamed', 'error', {
  'zh-CN': (d) => ({ message: `表头第${d.column}列没有名称`, hint: '请补上这一列的区、县（市）名称，或删去空列。' }),
  en: (d) => ({
    message: `column ${d.column} of the header has no name`,
    hint: 'Name the district, or remove the empty column.',
  }),
});

export const headerDiffers = defineProblem<{ expected: string; found: string }>('plan-header-differs', 'error', {
  'zh-CN': (d) => ({
    message: `续页表头与首页不一致：首页为“${d.expected}”，此处为“${d.found}”`,
    hint: '请核对这一页的表头；各页列的名称和次序须相同。',
  }),
  en: (d) => ({
    message: `a later page's header differs: 「${d.expected}」 on the first page, 「${d.found}」 here`,
    hint: 'Every page must have the same columns in the same order.',
  }),
});

export const extraColumn = defineProblem<{ count: string }>('plan-extra-column', 'info', {
  'zh-CN': (d) => ({ message: `右侧多出${d.count}个空列，已略去`, hint: '空列没有表头也没有内容，不影响结果。' }),
  en: (d) => ({
    message: `${d.count} empty column(s) at the right were left out`,
    hint: 'They have neither header nor content.',
  }),
});

export const otherTable = defineProblem<{ labels: string }>('plan-other-table', 'info', {
  'zh-CN': (d) => ({
    message: `另有一张表（${d.labels}）不是任务分解表，未读取`,
    hint: '若它是任务分解表的一部分，请核对其表头，使各列名称与首页一致。',
  }),
  en: (d) => ({
    message: `another table (${d.labels}) is no allocation table and was not read`,
    hint: 'If it belongs to the table, its header must have the same columns as on the first page.',
  }),
});

export const crowdedColumn = defineProblem<{ label: string; text: string }>('plan-column-crowded', 'error', {
  'zh-CN': (d) => ({
    message: `表头“${d.label}”下的这一行有两格内容，无法确定“${d.text}”属于哪一列`,
    hint: '请把表头拆成与下面相同的列，或把这两格合并为一格。',
  }),
  en: (d) => ({
    message: `this row has two cells under 「${d.label}」; where 「${d.text}」 belongs cannot be told`,
    hint: 'Split the header like the cells below it, or join the two cells.',
  }),
});

export const strayCell = defineProblem<{ text: string }>('plan-stray-cell', 'error', {
  'zh-CN': (d) => ({ message: `“${d.text}”所在的列没有表头`, hint: '请把它移到所属的列，或补上表头。' }),
  en: (d) => ({
    message: `「${d.text}」 stands in a column without header`,
    hint: 'Move it to its column, or name the column.',
  }),
});

export const asideColumns = defineProblem<{ labels: string }>('plan-column-aside', 'info', {
  'zh-CN': (d) => ({
    message: `“${d.labels}”列不属于任务分解，未导入`,
    hint: '若其中有任务数或单位，请把它们写进量化目标列。',
  }),
  en: (d) => ({
    message: `the column(s) 「${d.labels}」 are no part of the allocation and were not read`,
    hint: 'Figures or units that stand there belong into the target.',
  }),
});

export const numberedByOrder = defineProblem<{ count: string }>('plan-numbered-by-order', 'info', {
  'zh-CN': (d) => ({
    message: `表中没有序号，${d.count}个项目按先后次序编号`,
    hint: '月报按编号对应目标；请确认次序与正式文件一致，或在表中补上序号。',
  }),
  en: (d) => ({
    message: `the table has no numbers; its ${d.count} projects were numbered in their order`,
    hint: 'Returns refer to these numbers: check them against the official document, or add a column 序号.',
  }),
});

export const noLeads = explained(
  defineProblem<Record<string, never>>('plan-leads-missing', 'warning', {
    'zh-CN': () => ({
      message: '表中没有牵头单位',
      hint: '仍可按区、县（市）生成简报；要按牵头单位汇总，请补上“牵头单位”。',
    }),
    en: () => ({
      message: 'the table names no lead units',
      hint: 'Briefings of districts can be made; add 牵头单位 for tables by lead unit.',
    }),
  }),
  {
    'zh-CN': {
      title: '没有牵头单位',
      finds: '整张任务分解表没有牵头单位一列。',
      remedy: '仍可按区、县（市）生成简报；要按牵头单位汇总，请补上“牵头单位”。',
    },
    en: {
      title: 'name no lead units',
      finds: 'The plan has no column of lead units at all.',
      remedy: 'Briefings of districts can be made; add 牵头单位 for tables by lead unit.',
    },
  },
);

export const headerLength = defineProblem<{ header: string; rows: string }>('plan-header-length', 'error', {
  'zh-CN': (d) => ({
    message: `表头各行有${d.header}格，与应有的${d.rows}格不符，无法确定各列的表头`,
    hint: '表头中的空格也要保留制表符或逗号，不能缺也不能多；从 Excel 直接复制或另存即可。',
  }),
  en: (d) => ({
    message: `the rows of the header have ${d.header} fields where ${d.rows} are due, so what heads which column cannot be told`,
    hint: 'Blank cells of the header need their tabs or commas too; copying from a spreadsheet keeps them.',
  }),
});

export const missingHeader = defineProblem<{ row: string }>('plan-header-missing', 'error', {
  'zh-CN': (d) => ({
    message: `从“${d.row}”起的几行在表头之前，列数与任务分解表相同，却没有认得出的表头`,
    hint: '请核对这几行上方的表头是否残缺；若是另一张表，请移出文件。',
  }),
  en: (d) => ({
    message: `rows from 「${d.row}」 on stand before any header and are as wide as the table, but have no header that could be recognised`,
    hint: 'Check whether their header is damaged; take them out of the file if they are another table.',
  }),
});

export const furtherPlaces = defineProblem<{ code: string; count: string }>('plan-further-places', 'info', {
  'zh-CN': (d) => ({
    message: `同类问题（${d.code}）另有${d.count}处，不逐一列出`,
    hint: '请先处理已列出的各处，再重新检查。',
  }),
  en: (d) => ({
    message: `${d.count} more of the same kind (${d.code}) are not listed`,
    hint: 'Settle the listed ones first and check again.',
  }),
});
