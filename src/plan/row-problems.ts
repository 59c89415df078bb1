import { defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';

/** What can be wrong with rows: their place under the header, their order, their names. */

export const shiftedRow = defineProblem<{ target: string; sum: string; figures: string }>(
  'plan-row-shifted',
  'warning',
  {
    'zh-CN': (d) => ({
      message: `本行因空格缺失或多余而错列，已移回：移回后量化目标为${d.target}，各列单位一致，合计${d.sum}，与目标相符（${d.figures}），且没有别的移法相符`,
      hint: '请对照原件确认这一行各列的归属。',
    }),
    en: (d) => ({
      message: `a blank too few or too many had moved this row out of its columns; it was moved back: its target is then ${d.target}, units agree, the figures add up to ${d.sum} (${d.figures}), and no other move agrees`,
      hint: 'Check the row against the original.',
    }),
  },
);

export const misalignedRow = defineProblem<{ row: string; candidates: string }>('plan-row-misaligned', 'error', {
  'zh-CN': (d) => ({
    message: `无法确定本行各数字属于哪一列：${d.row}${d.candidates === '' ? '' : `；可能是：${d.candidates}`}`,
    hint: '请对照原件，把量化目标和各区数字放回各自的列。',
  }),
  en: (d) => ({
    message: `cannot tell which columns these figures belong to: ${d.row}${d.candidates === '' ? '' : `; it may be: ${d.candidates}`}`,
    hint: 'Put the target and the figures back into their columns, following the original.',
  }),
});

export const rowLength = defineProblem<{ found: string; expected: string; row: string; candidates: string }>(
  'plan-row-length',
  'error',
  {
    'zh-CN': (d) => ({
      message: `本行有${d.found}格，表头有${d.expected}格，空格缺失或多余，无法确定各数字属于哪一列：${d.row}${d.candidates === '' ? '' : `；可能是：${d.candidates}`}`,
      hint: '没有任务的格也要保留一个制表符或逗号，或填“—”；从 Excel 直接复制或另存即可。',
    }),
    en: (d) => ({
      message: `the row has ${d.found} fields, its header ${d.expected}: a blank is missing or too many, so whose figures these are cannot be told: ${d.row}${d.candidates === '' ? '' : `; it may be: ${d.candidates}`}`,
      hint: 'A cell without task needs its tab or comma too, or a 「—」; copying from a spreadsheet keeps them.',
    }),
  },
);

export const headingRow = defineProblem<{ text: string }>('plan-heading-row', 'info', {
  'zh-CN': (d) => ({ message: `“${d.text}”是分类标题，不是项目，未导入`, hint: '若是项目，请补上序号和量化目标。' }),
  en: (d) => ({
    message: `「${d.text}」 is a heading between projects and was not read`,
    hint: 'If it is a project, give it a number and a target.',
  }),
});

export const totalRow = defineProblem<{ row: string }>('plan-total-row', 'info', {
  'zh-CN': (d) => ({ message: `合计行未作为项目导入：${d.row}`, hint: '各项目单位不同，合计行不参与核对。' }),
  en: (d) => ({
    message: `a row of totals was not read as a project: ${d.row}`,
    hint: 'Projects differ in unit; their sum is not checked.',
  }),
});

export const numberTwice = defineProblem<{ no: string }>('plan-number-twice', 'error', {
  'zh-CN': (d) => ({
    message: `序号${d.no}出现两次`,
    hint: '各项目的序号须各不相同；若文件里有几张分解表（如不同年份），请只保留一张。',
  }),
  en: (d) => ({
    message: `project number ${d.no} is there twice`,
    hint: 'Numbers must differ. Where a file holds several tables, such as one for each year, keep one.',
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

export const noName = defineProblem<{ project: string }>('plan-name-missing', 'warning', {
  'zh-CN': (d) => ({ message: `项目${d.project}没有名称`, hint: '请补上项目名称，否则简报中只有编号。' }),
  en: (d) => ({ message: `project ${d.project} has no name`, hint: 'Add it, or briefings show its number alone.' }),
});

export const noTarget = defineProblem<{ row: string }>('plan-target-missing', 'error', {
  'zh-CN': (d) => ({ message: `本行没有量化目标：${d.row}`, hint: '请补上量化目标，或删去这一行。' }),
  en: (d) => ({ message: `the row has no target: ${d.row}`, hint: 'Add the target, or remove the row.' }),
});

export const noLead = explained(
  defineProblem<{ project: string }>('plan-lead-missing', 'warning', {
    'zh-CN': (d) => ({
      message: `项目${d.project}没有牵头单位`,
      hint: '请补上牵头单位，否则按牵头单位的汇总不含此项。',
    }),
    en: (d) => ({
      message: `project ${d.project} has no lead unit`,
      hint: 'Add it, or tables by lead unit leave the project out.',
    }),
  }),
  {
    'zh-CN': {
      title: '没有牵头单位',
      finds: '任务分解表有牵头单位一列，而某个项目没有填写。',
      remedy: '请补上牵头单位，否则按牵头单位的汇总不含此项。',
    },
    en: {
      title: 'have no lead unit',
      finds: 'The plan has a column of lead units, and a project has none in it.',
      remedy: 'Add it, or tables by lead unit leave the project out.',
    },
  },
);
