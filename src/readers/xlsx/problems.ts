import { defineProblem } from '../../model/diagnostic.ts';

/** What a workbook may hold that a reader must speak of. */

export const notWorkbook = defineProblem<{ file: string }>('xlsx-not-workbook', 'error', {
  'zh-CN': () => ({
    message: '文件不是 Excel 工作簿',
    hint: '请确认选对了文件；用 Excel 或 WPS 打开后另存为 .xlsx 再试。',
  }),
  en: () => ({
    message: 'the file is no Excel workbook',
    hint: 'Check the file; open it in Excel or WPS and save it as .xlsx.',
  }),
});

export const binaryWorkbook = defineProblem<{ file: string }>('xlsx-binary', 'error', {
  'zh-CN': () => ({
    message: '文件是二进制工作簿（.xlsb），不能读取',
    hint: '请在 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再试。',
  }),
  en: () => ({
    message: 'the file is a binary workbook (.xlsb), which cannot be read',
    hint: 'Open it in Excel and save it as "Excel Workbook (*.xlsx)".',
  }),
});

export const errorValue = defineProblem<{ cell: string; value: string }>('xlsx-error-value', 'error', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 的值是错误 ${d.value}`,
    hint: '请在 Excel 中修正该单元格的公式或引用，保存后再试。',
  }),
  en: (d) => ({ message: `cell ${d.cell} holds the error ${d.value}`, hint: 'Correct its formula in Excel and save.' }),
});

export const noCachedValue = defineProblem<{ cell: string; formula: string }>('xlsx-formula-without-result', 'error', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 的公式（${d.formula}）没有保存结果；本程序不执行公式`,
    hint: '请用 Excel 或 WPS 打开文件，待公式算出结果后保存再试。',
  }),
  en: (d) => ({
    message: `the formula of cell ${d.cell} (${d.formula}) has no saved result, and formulas are never run here`,
    hint: 'Open the file in Excel or WPS, let it calculate, and save it.',
  }),
});

export const formulasRead = defineProblem<{ count: string; cell: string }>('xlsx-formulas', 'info', {
  'zh-CN': (d) => ({
    message: `本表有${d.count}个公式（自 ${d.cell} 起），读取的是文件中保存的结果，公式不执行`,
    hint: '若文件由其他程序生成，请先用 Excel 或 WPS 打开并保存一次，使结果为最新。',
  }),
  en: (d) => ({
    message: `this sheet has ${d.count} formula(s), the first in ${d.cell}; their saved results were read`,
    hint: 'If another program made the file, open and save it once in Excel or WPS.',
  }),
});

export const badNumber = defineProblem<{ cell: string; text: string }>('xlsx-number', 'error', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 的数值“${d.text}”不是有效数字`,
    hint: '请在 Excel 中重新输入该数字后保存。',
  }),
  en: (d) => ({ message: `the number 「${d.text}」 of cell ${d.cell} is none`, hint: 'Type it anew in Excel.' }),
});

export const noStyle = defineProblem<{ cell: string }>('xlsx-style-missing', 'error', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 的格式缺失，无法知道该数字带什么单位`,
    hint: '文件可能已损坏；请用 Excel 或 WPS 打开，核对后另存一份再试。',
  }),
  en: (d) => ({
    message: `the format of cell ${d.cell} is missing, so the unit of its number is not known`,
    hint: 'The file may be damaged; open it in Excel or WPS, check it and save it anew.',
  }),
});

export const unknownFormat = defineProblem<{ cell: string; format: string }>('xlsx-format-unknown', 'warning', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 的数字格式“${d.format}”无法识别，按常规格式读取`,
    hint: '请核对该数字；必要时改用常规或数值格式。',
  }),
  en: (d) => ({
    message: `the number format 「${d.format}」 of cell ${d.cell} is unknown; the plain number was read`,
    hint: 'Check the figure, or give the cell a usual format.',
  }),
});

export const shownOtherwise = defineProblem<{ cell: string; shown: string; number: string }>('xlsx-shown', 'info', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 显示为“${d.shown}”，实际数值为${d.number}`,
    hint: '按显示的内容读取；若以实际数值为准，请调整数字格式（显示更多小数位、显示零值）。',
  }),
  en: (d) => ({
    message: `cell ${d.cell} shows 「${d.shown}」 but holds ${d.number}`,
    hint: 'What is shown was read; change the number format if the number itself is meant.',
  }),
});

export const struckCell = defineProblem<{ cell: string; text: string }>('xlsx-struck', 'warning', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 的“${d.text}”带有删除线，仍已读取`,
    hint: '作废的内容请直接删去；仍有效的请去掉删除线。',
  }),
  en: (d) => ({
    message: `「${d.text}」 in cell ${d.cell} is struck out; it was read all the same`,
    hint: 'Delete it if it is void; else remove the line through it.',
  }),
});

export const badText = defineProblem<{ cell: string; character: string }>('xlsx-character', 'error', {
  'zh-CN': (d) => ({
    message: `单元格 ${d.cell} 的文字含有非法字符 ${d.character}`,
    hint: '请删去该格文字重新输入，不要从网页或其他程序直接粘贴。',
  }),
  en: (d) => ({
    message: `the text of cell ${d.cell} holds the forbidden character ${d.character}`,
    hint: 'Delete the text and type it anew.',
  }),
});

export const badReference = defineProblem<{ text: string }>('xlsx-reference', 'error', {
  'zh-CN': (d) => ({
    message: `单元格位置“${d.text}”无效或重复`,
    hint: '文件结构有误；请用 Excel 或 WPS 打开后另存一份再试。',
  }),
  en: (d) => ({
    message: `the cell reference 「${d.text}」 is invalid or occurs twice`,
    hint: 'Open the file in Excel or WPS and save it anew.',
  }),
});

export const overlappingMerge = defineProblem<{ area: string }>('xlsx-merge-overlaps', 'error', {
  'zh-CN': (d) => ({
    message: `合并区域 ${d.area} 无效或与其他合并区域重叠`,
    hint: '请在 Excel 中取消这些合并，重新合并后保存。',
  }),
  en: (d) => ({
    message: `the merged area ${d.area} is invalid or overlaps another`,
    hint: 'Split these cells in Excel, merge them again and save.',
  }),
});

export const hiddenUnderMerge = defineProblem<{ cell: string; text: string }>('xlsx-text-under-merge', 'warning', {
  'zh-CN': (d) => ({
    message: `合并单元格下藏有不显示的内容：${d.cell}“${d.text}”，未读取`,
    hint: '请取消该合并单元格，核对后删去多余内容，再重新合并。',
  }),
  en: (d) => ({
    message: `a merged cell hides 「${d.text}」 in ${d.cell}, which was not read`,
    hint: 'Split the merged cell, remove what does not belong there, and merge it again.',
  }),
});

export const hiddenSheet = defineProblem<Record<string, never>>('xlsx-hidden-sheet', 'info', {
  'zh-CN': () => ({ message: '本工作表是隐藏的，仍已读取', hint: '若不应计入，请取消隐藏后删去该表。' }),
  en: () => ({ message: 'this sheet is hidden; it was read all the same', hint: 'Delete it if it should not count.' }),
});

export const hiddenRows = defineProblem<{ rows: string }>('xlsx-hidden-rows', 'info', {
  'zh-CN': (d) => ({
    message: `第${d.rows}行是隐藏的，仍已读取`,
    hint: '若这些行不应计入，请取消隐藏（或清除筛选）后删去。',
  }),
  en: (d) => ({
    message: `row(s) ${d.rows} are hidden; they were read all the same`,
    hint: 'Unhide and delete them if they should not count.',
  }),
});

export const hiddenColumns = defineProblem<{ columns: string }>('xlsx-hidden-columns', 'info', {
  'zh-CN': (d) => ({
    message: `${d.columns}列是隐藏的，仍已读取`,
    hint: '若这些列不应计入，请取消隐藏后删去。',
  }),
  en: (d) => ({
    message: `column(s) ${d.columns} are hidden; they were read all the same`,
    hint: 'Unhide and delete them if they should not count.',
  }),
});

export const externalLinks = defineProblem<{ count: string }>('xlsx-external-links', 'warning', {
  'zh-CN': (d) => ({
    message: `工作簿引用了${d.count}个其他文件；只读取保存的结果，不打开那些文件`,
    hint: '请在 Excel“数据—编辑链接”中断开链接、保留数值后再报送。',
  }),
  en: (d) => ({
    message: `the workbook links to ${d.count} other file(s); saved results were read, and those files never opened`,
    hint: 'Break the links under Data, Edit Links.',
  }),
});

export const shapeText = defineProblem<{ text: string }>('xlsx-shape-text', 'info', {
  'zh-CN': (d) => ({
    message: `图形或文本框中的文字“${d.text}”未读取`,
    hint: '需要的（如标题），请写进单元格。',
  }),
  en: (d) => ({
    message: `the words of a shape, 「${d.text}」, were not read`,
    hint: 'Write them into a cell if they are needed, as a title is.',
  }),
});

export const onlyPictures = defineProblem<{ count: string }>('xlsx-only-pictures', 'warning', {
  'zh-CN': (d) => ({
    message: `本工作表没有内容，只有${d.count}幅图片；图片中的文字无法读取`,
    hint: '请索取可编辑的原表，或用文字识别软件转成表格、逐格核对后再导入。',
  }),
  en: (d) => ({
    message: `this sheet holds nothing but ${d.count} picture(s), whose words cannot be read`,
    hint: 'Ask for the editable table, or recognise the text and check every cell.',
  }),
});
