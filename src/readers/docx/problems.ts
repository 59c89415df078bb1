import { defineProblem } from '../../model/diagnostic.ts';

/** What a Word file may hold that a reader must speak of. */

export const notWord = defineProblem<{ file: string }>('docx-not-word', 'error', {
  'zh-CN': () => ({
    message: '文件不是 Word 文档',
    hint: '请确认选对了文件；用 Word 或 WPS 打开后另存为 .docx 再试。',
  }),
  en: () => ({
    message: 'the file is no Word document',
    hint: 'Check the file; open it in Word or WPS and save it as .docx.',
  }),
});

export const hiddenUnderMerge = defineProblem<{ text: string }>('docx-text-under-merge', 'warning', {
  'zh-CN': (d) => ({
    message: `合并单元格下藏有不显示的文字“${d.text}”，未读取`,
    hint: '请在 Word 中取消该合并单元格，核对后删去多余文字，再重新合并。',
  }),
  en: (d) => ({
    message: `a merged cell hides the text 「${d.text}」, which was not read`,
    hint: 'Split the merged cell in Word, remove what does not belong there, and merge it again.',
  }),
});

export const trackedInTable = defineProblem<Record<string, never>>('docx-tracked-table', 'error', {
  'zh-CN': () => ({
    message: '表格中有未处理的修订，无法确定以哪一版为准',
    hint: '请在 Word“审阅”中接受或拒绝全部修订，保存后再试。',
  }),
  en: () => ({
    message: 'the table has tracked changes, so it has two versions',
    hint: 'Accept or reject all changes under Review in Word, save and retry.',
  }),
});

export const trackedText = defineProblem<Record<string, never>>('docx-tracked-text', 'warning', {
  'zh-CN': () => ({
    message: '正文中有未处理的修订，按接受全部修订后的文字读取',
    hint: '请在 Word“审阅”中接受或拒绝全部修订，保存后再试。',
  }),
  en: () => ({
    message: 'the text has tracked changes; it was read as if all were accepted',
    hint: 'Accept or reject all changes under Review in Word and save.',
  }),
});

export const nestedTable = defineProblem<{ text: string }>('docx-nested-table', 'warning', {
  'zh-CN': (d) => ({
    message: `单元格内套有表格，其文字已并入该单元格：“${d.text}”`,
    hint: '若它是任务分解表的一部分，请把内层表格移到单元格外。',
  }),
  en: (d) => ({
    message: `a table stands inside this cell; its words were taken as the cell's text: 「${d.text}」`,
    hint: 'If it belongs to the allocation table, move it out of the cell.',
  }),
});

export const hiddenText = defineProblem<{ text: string }>('docx-hidden-text', 'warning', {
  'zh-CN': (d) => ({
    message: `隐藏文字“${d.text}”未读取`,
    hint: '需要的，请在 Word 中选中后在“字体”里取消“隐藏”；不需要的请删去。',
  }),
  en: (d) => ({
    message: `the hidden text 「${d.text}」 was not read`,
    hint: 'Unhide it under Font in Word if it is needed; else delete it.',
  }),
});

export const struckText = defineProblem<{ text: string }>('docx-struck', 'warning', {
  'zh-CN': (d) => ({
    message: `“${d.text}”带有删除线，仍已读取`,
    hint: '作废的文字请直接删去；仍有效的请去掉删除线。',
  }),
  en: (d) => ({
    message: `「${d.text}」 is struck out; it was read all the same`,
    hint: 'Delete it if it is void; else remove the line through it.',
  }),
});

export const hiddenRow = defineProblem<Record<string, never>>('docx-hidden-row', 'info', {
  'zh-CN': () => ({ message: '本行设为隐藏，仍已读取', hint: '若不应计入，请删去这一行。' }),
  en: () => ({ message: 'this row is hidden; it was read all the same', hint: 'Delete it if it should not count.' }),
});

export const textBox = defineProblem<{ text: string }>('docx-text-box', 'info', {
  'zh-CN': (d) => ({
    message: `文本框中的文字“${d.text}”按所在位置读取`,
    hint: '请核对其位置；最好改为普通段落或单元格文字。',
  }),
  en: (d) => ({
    message: `the text of a box, 「${d.text}」, was read where the box is anchored`,
    hint: 'Check its place; plain paragraphs or cells are better.',
  }),
});

export const noteInCell = defineProblem<{ text: string }>('docx-note-in-cell', 'info', {
  'zh-CN': (d) => ({
    message: `本格带有脚注或尾注“${d.text}”，已作为表下注释读取`,
    hint: '注释不影响数字；请核对是否需要写入正文。',
  }),
  en: (d) => ({
    message: `this cell has the note 「${d.text}」, which was read as a note below`,
    hint: 'The note does not change the figure; check whether it should.',
  }),
});

export const noteMissing = defineProblem<Record<string, never>>('docx-note-missing', 'warning', {
  'zh-CN': () => ({
    message: '此处有脚注或尾注的标记，文件中却没有注的文字',
    hint: '请用 Word 或 WPS 打开核对；缺失的注请补上。',
  }),
  en: () => ({
    message: 'a note is referred to here, but the file does not hold its text',
    hint: 'Open the file in Word or WPS and check the note.',
  }),
});

export const numberedCell = defineProblem<Record<string, never>>('docx-numbered-cell', 'warning', {
  'zh-CN': () => ({
    message: '本格的序号是 Word 自动编号，不是文字，未读取',
    hint: '请选中该列，把自动编号改为手工输入的数字（选中后按 Ctrl+Shift+N 取消编号，再键入）。',
  }),
  en: () => ({
    message: 'the number in this cell is automatic numbering, not text, and was not read',
    hint: 'Type the numbers in place of the automatic ones.',
  }),
});

export const embeddedObject = defineProblem<Record<string, never>>('docx-embedded-object', 'warning', {
  'zh-CN': () => ({
    message: '此处嵌有其他程序的对象（如 Excel 工作表），其内容未读取',
    hint: '请双击打开该对象，把内容复制为 Word 表格，或单独另存为 .xlsx。',
  }),
  en: () => ({
    message: 'an object of another program (such as a worksheet) is embedded here and was not read',
    hint: 'Open it, and copy its content as a Word table or save it as .xlsx.',
  }),
});

export const onlyPictures = defineProblem<{ count: string }>('docx-only-pictures', 'warning', {
  'zh-CN': (d) => ({
    message: `文档中没有表格，只有${d.count}幅图片；图片中的文字无法读取`,
    hint: '请索取可编辑的原表，或用文字识别软件转成表格、逐格核对后再导入。',
  }),
  en: (d) => ({
    message: `the document holds no table but ${d.count} picture(s), whose words cannot be read`,
    hint: 'Ask for the editable table, or recognise the text and check every cell.',
  }),
});

export const unknownSymbol = defineProblem<{ font: string; code: string }>('docx-symbol-unknown', 'warning', {
  'zh-CN': (d) => ({
    message: `符号字体“${d.font}”的字符 ${d.code} 无法识别，以“\uFFFD”代替`,
    hint: '请把它改为普通文字或通用符号。',
  }),
  en: (d) => ({
    message: `character ${d.code} of the symbol font 「${d.font}」 is unknown and stands as 「\uFFFD」`,
    hint: 'Replace it by plain text or a common symbol.',
  }),
});

export const badCharacter = defineProblem<{ character: string }>('docx-character', 'error', {
  'zh-CN': (d) => ({
    message: `文字中含有非法字符 ${d.character}`,
    hint: '请删去该处文字重新输入，不要从网页或其他程序直接粘贴。',
  }),
  en: (d) => ({
    message: `the text holds the forbidden character ${d.character}`,
    hint: 'Delete the text and type it anew.',
  }),
});

export const placeholderText = defineProblem<{ text: string }>('docx-placeholder', 'info', {
  'zh-CN': (d) => ({
    message: `内容控件尚未填写（提示文字“${d.text}”），按空白读取`,
    hint: '需要填写的，请在 Word 中填好后再试。',
  }),
  en: (d) => ({
    message: `a content control is not filled in (its prompt is 「${d.text}」) and was read as blank`,
    hint: 'Fill it in if it is needed.',
  }),
});
