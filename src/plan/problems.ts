import { defineProblem } from '../model/diagnostic.ts';

/** Everything that can be wrong with a table on its way to becoming a plan. */

export const noTable = defineProblem<{ file: string }>('plan-no-table', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file}中没有找到任务分解表`,
    hint: '表头须有“序号、项目名称、量化目标、牵头单位”各列；请确认选对了文件，且表格没有被删去表头。',
  }),
  en: (d) => ({
    message: `${d.file} holds no allocation table`,
    hint: 'Its header must have the columns 序号, 项目名称, 量化目标 and 牵头单位; check the file, and that the header was not removed.',
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

export const mergedFigure = defineProblem<{ text: string }>('plan-figure-merged', 'error', {
  'zh-CN': (d) => ({
    message: `“${d.text}”所在单元格跨了多列或多行，无法确定数字属于哪个区、县（市）的哪一项`,
    hint: '请拆分该合并单元格，把数字分别填入各自的格；共用一个数的，请写明各占多少。',
  }),
  en: (d) => ({
    message: `the cell of 「${d.text}」 covers several columns or rows, so whose figure it is cannot be told`,
    hint: 'Split the merged cell and give each its own figure.',
  }),
});

export const strayCell = defineProblem<{ text: string }>('plan-stray-cell', 'error', {
  'zh-CN': (d) => ({ message: `“${d.text}”所在的列没有表头`, hint: '请把它移到所属的列，或补上表头。' }),
  en: (d) => ({
    message: `「${d.text}」 stands in a column without header`,
    hint: 'Move it to its column, or name the column.',
  }),
});

export const shiftedRow = defineProblem<{ target: string; by: string; sum: string }>('plan-row-shifted', 'warning', {
  'zh-CN': (d) => ({
    message: `本行整体错位${d.by}列，已移回：移回后量化目标为${d.target}，各列单位一致，合计${d.sum}，与目标相符`,
    hint: '请对照原件确认这一行各列的归属。',
  }),
  en: (d) => ({
    message: `the row stood ${d.by} column(s) out of place and was moved back: its target is then ${d.target}, units agree, and the figures add up to ${d.sum}`,
    hint: 'Check the row against the original.',
  }),
});

export const misalignedRow = defineProblem<{ row: string; candidates: string }>('plan-row-misaligned', 'error', {
  'zh-CN': (d) => ({
    message: `无法确定本行各数字属于哪一列：${d.row}${d.candidates === '' ? '' : `；可能的移法：${d.candidates}`}`,
    hint: '请对照原件，把量化目标和各区数字放回各自的列。',
  }),
  en: (d) => ({
    message: `cannot tell which columns these figures belong to: ${d.row}${d.candidates === '' ? '' : `; possible moves: ${d.candidates}`}`,
    hint: 'Put the target and the figures back into their columns, following the original.',
  }),
});

export const orphanRow = defineProblem<{ row: string }>('plan-row-without-project', 'error', {
  'zh-CN': (d) => ({ message: `本行之前没有带序号的项目：${d.row}`, hint: '请补上序号，或删去这一行。' }),
  en: (d) => ({
    message: `no numbered project stands above this row: ${d.row}`,
    hint: 'Give it a number, or remove it.',
  }),
});

export const badNumber = defineProblem<{ text: string }>('plan-number-unreadable', 'error', {
  'zh-CN': (d) => ({ message: `序号“${d.text}”不是数字`, hint: '序号应为1、2、3……；说明文字请移到表格下方。' }),
  en: (d) => ({
    message: `「${d.text}」 is no project number`,
    hint: 'Numbers run 1, 2, 3…; notes belong below the table.',
  }),
});

export const numberGap = defineProblem<{ found: string; expected: string }>('plan-number-gap', 'warning', {
  'zh-CN': (d) => ({
    message: `序号为${d.found}，按次序应为${d.expected}`,
    hint: '请核对是否缺页、缺行或序号重复。',
  }),
  en: (d) => ({
    message: `project number ${d.found} where ${d.expected} was due`,
    hint: 'A page or row may be missing, or a number repeated.',
  }),
});

export const joinedName = defineProblem<{ name: string }>('plan-name-joined', 'info', {
  'zh-CN': (d) => ({ message: `项目名称被分页截断，已接续为“${d.name}”`, hint: '请对照原件确认接续处。' }),
  en: (d) => ({
    message: `a name cut by a page break was joined: 「${d.name}」`,
    hint: 'Check the joint against the original.',
  }),
});

export const noTarget = defineProblem<{ row: string }>('plan-target-missing', 'error', {
  'zh-CN': (d) => ({ message: `本行没有量化目标：${d.row}`, hint: '请补上量化目标，或删去这一行。' }),
  en: (d) => ({ message: `the row has no target: ${d.row}`, hint: 'Add the target, or remove the row.' }),
});

export const noLead = defineProblem<{ project: string }>('plan-lead-missing', 'warning', {
  'zh-CN': (d) => ({ message: `项目${d.project}没有牵头单位`, hint: '请补上牵头单位，否则按牵头单位的汇总不含此项。' }),
  en: (d) => ({
    message: `project ${d.project} has no lead unit`,
    hint: 'Add it, or tables by lead unit leave the project out.',
  }),
});

export const unreadableFigure = defineProblem<{ text: string }>('plan-figure-unreadable', 'error', {
  'zh-CN': (d) => ({ message: `“${d.text}”不是数字加单位`, hint: '请改为“210张”这样的写法；没有任务的格留空。' }),
  en: (d) => ({
    message: `「${d.text}」 is not a figure with its unit`,
    hint: 'Write it like 210张; leave a cell without task blank.',
  }),
});
