import { defineProblem } from '../../model/diagnostic.ts';

/** What can be wrong with a returned form as a whole; its answers have problems of their own. */

const askAgain = '请用原来的月报表填报；需要时用 jianbao forms 重新生成一份。';
const askAgainEn = 'Use the form as it was sent; jianbao forms makes it anew.';

export const identityMissing = defineProblem<{ file: string }>('form-identity-missing', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file}像是月报表，但其中的表式信息没有了，无法确认是哪个月、按哪一版任务表制发的`,
    hint: `多半是把表复制到了别的文件中。${askAgain}`,
  }),
  en: (d) => ({
    message: `${d.file} looks like a return form but has lost what says which month and plan it is for`,
    hint: `Its sheet was probably copied into another file. ${askAgainEn}`,
  }),
});

export const versionUnknown = defineProblem<{ file: string; version: string; known: string }>('form-version', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file}是第${d.version}版月报表，本程序只认识第${d.known}版`,
    hint: '请升级程序，或用 jianbao forms 重新生成月报表。',
  }),
  en: (d) => ({
    message: `${d.file} is a form of version ${d.version}; this program knows version ${d.known}`,
    hint: 'Use a newer program, or make the form anew with jianbao forms.',
  }),
});

export const sheetMissing = defineProblem<{ file: string; found: string }>('form-sheet', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file}中应有一张月报表，现有${d.found}张（表头须有“编号、累计完成、下一步打算”）`,
    hint: askAgain,
  }),
  en: (d) => ({
    message: `${d.file} must have one sheet with the columns 编号, 累计完成 and 下一步打算, it has ${d.found}`,
    hint: askAgainEn,
  }),
});

export const sheetUnread = defineProblem<{ sheet: string }>('form-sheet-unread', 'warning', {
  'zh-CN': (d) => ({
    message: `月报表之外的工作表“${d.sheet}”没有读取`,
    hint: '请看一看其中有没有应当填进月报表的内容。',
  }),
  en: (d) => ({
    message: `the sheet 「${d.sheet}」 beside the form was not read`,
    hint: 'See whether it holds something that belongs into the form.',
  }),
});

export const headChanged = defineProblem<{ expected: string; found: string }>('form-head-changed', 'error', {
  'zh-CN': (d) => ({
    message: `月报表上方应为“${d.expected}”，现为“${d.found}”`,
    hint: `填报单位、月份和截止日期不能改；不要用别的单位或上个月的表改填。${askAgain}`,
  }),
  en: (d) => ({
    message: `the form should say 「${d.expected}」 at its top, it says 「${d.found}」`,
    hint: `Reporter, month and cut-off must stay; a form of another month or reporter cannot be used. ${askAgainEn}`,
  }),
});

export const planDiffers = defineProblem<{ reporter: string; zh: string; en: string }>('form-plan-differs', 'error', {
  'zh-CN': (d) => ({
    message: `${d.reporter}的月报表不是按当月施行的任务分解表制发的${d.zh === '' ? '' : `：${d.zh}`}`,
    hint: '任务分解表在制表后有改动；请用 jianbao forms 重新生成月报表，请填报单位在新表上填报。',
  }),
  en: (d) => ({
    message: `the form of ${d.reporter} was not made for the plan in force${d.en === '' ? '' : `: ${d.en}`}`,
    hint: 'The plan has changed since; make the form anew with jianbao forms and have it filled again.',
  }),
});

export const reporterUnknown = defineProblem<{ reporter: string }>('form-reporter-unknown', 'error', {
  'zh-CN': (d) => ({ message: `任务分解表中没有填报单位“${d.reporter}”`, hint: askAgain }),
  en: (d) => ({ message: `the plan knows no reporter 「${d.reporter}」`, hint: askAgainEn }),
});

export const columnsChanged = defineProblem<{ label: string; count: string }>('form-columns-changed', 'error', {
  'zh-CN': (d) => ({
    message:
      d.count === '0' ? `月报表的“${d.label}”列被删除或改了名` : `月报表的“${d.label}”列有${d.count}个，应只有一个`,
    hint: `月报表不能增删列，也不能改列名。${askAgain}`,
  }),
  en: (d) => ({
    message: `the form has the column 「${d.label}」 ${d.count} times`,
    hint: `Columns must not be removed, added or renamed. ${askAgainEn}`,
  }),
});

export const rowsMissing = defineProblem<{ rows: string }>('form-rows-missing', 'error', {
  'zh-CN': (d) => ({
    message: `月报表缺少编号${d.rows}的行`,
    hint: `月报表不能删行；没有进展的也要保留并填0。${askAgain}`,
  }),
  en: (d) => ({ message: `the form lacks the rows ${d.rows}`, hint: `Rows must not be removed. ${askAgainEn}` }),
});

export const rowUnknown = defineProblem<{ row: string }>('form-row-unknown', 'error', {
  'zh-CN': (d) => ({
    message: d.row === '' ? '这一行没有编号，却有内容' : `编号“${d.row}”不是本表的任务`,
    hint: `月报表不能加行，也不能改编号；补充情况请写在“存在问题”中。${askAgain}`,
  }),
  en: (d) => ({
    message: d.row === '' ? 'this row has content but no 编号' : `「${d.row}」 is no task of this form`,
    hint: `Rows must not be added and 编号 must stay. ${askAgainEn}`,
  }),
});

export const rowTwice = defineProblem<{ row: string }>('form-row-twice', 'error', {
  'zh-CN': (d) => ({ message: `编号${d.row}出现了两次`, hint: `每项任务只能有一行。${askAgain}` }),
  en: (d) => ({ message: `the row ${d.row} is there twice`, hint: `Each task has one row. ${askAgainEn}` }),
});

export const cellsMerged = defineProblem<{ text: string }>('form-cells-merged', 'error', {
  'zh-CN': (d) => ({
    message: `“${d.text}”所在的单元格被合并了，无法确定属于哪一项任务`,
    hint: '请取消合并，每项任务各填各的。',
  }),
  en: (d) => ({
    message: `the cell of 「${d.text}」 was merged with others, so which task it belongs to cannot be told`,
    hint: 'Split it and answer for each task by itself.',
  }),
});

export const textUnread = defineProblem<{ text: string }>('form-text-unread', 'warning', {
  'zh-CN': (d) => ({
    message: `写在表格之外的“${d.text}”没有读取`,
    hint: '请看一看是否应当填进月报表；情况说明请写在“存在问题”或“下一步打算”中。',
  }),
  en: (d) => ({
    message: `「${d.text}」, written outside of the table, was not read`,
    hint: 'See whether it belongs into the form.',
  }),
});

export const formEmpty = defineProblem<{ reporter: string }>('form-empty', 'error', {
  'zh-CN': (d) => ({ message: `${d.reporter}的月报表一项也没有填`, hint: '请核对是否发错了文件；请填报后重新发送。' }),
  en: (d) => ({ message: `the form of ${d.reporter} is not filled in`, hint: 'Check whether it is the right file.' }),
});
