import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import type { FileKind } from './recognise.ts';

/** Kinds that no reader reads. */
export type RefusedKind = Exclude<FileKind, 'docx' | 'xlsx' | 'text'>;

interface Words {
  readonly is: string;
  readonly todo: string;
}

const saveAs = '请用 Word、Excel 或 WPS 打开，“另存为”';
const inEnglish = 'Open it in Word, Excel or WPS and save it as';

/** What each kind is and how to make something readable of it. */
const words: Readonly<Record<RefusedKind, { readonly zh: Words; readonly en: Words }>> = {
  'word-binary': {
    zh: { is: '旧版 Word 或 WPS 文字文档（.doc、.wps）', todo: `${saveAs} Word 文档（.docx）后再试。` },
    en: { is: 'a document of old Word or of WPS Writer (.doc, .wps)', todo: `${inEnglish} .docx.` },
  },
  'excel-binary': {
    zh: { is: '旧版 Excel 或 WPS 表格工作簿（.xls、.et）', todo: `${saveAs} Excel 工作簿（.xlsx）后再试。` },
    en: { is: 'a workbook of old Excel or of WPS Spreadsheets (.xls, .et)', todo: `${inEnglish} .xlsx.` },
  },
  'encrypted-office': {
    zh: {
      is: '设有打开密码的 Office 文件',
      todo: '请打开文件，取消打开密码（文件—信息—保护；WPS 为“文档加密”）后另存再试。',
    },
    en: {
      is: 'an office file protected by a password',
      todo: 'Open it, remove the password (File, Info, Protect) and save it.',
    },
  },
  compound: {
    zh: { is: '旧版 Office 格式的文件', todo: `${saveAs} .docx 或 .xlsx 后再试。` },
    en: { is: 'a file of an old office format', todo: `${inEnglish} .docx or .xlsx.` },
  },
  xlsb: {
    zh: { is: '二进制工作簿（.xlsb）', todo: '请在 Excel 中打开，“另存为”Excel 工作簿（.xlsx）后再试。' },
    en: { is: 'a binary workbook (.xlsb)', todo: 'Open it in Excel and save it as .xlsx.' },
  },
  pptx: {
    zh: { is: '演示文稿（.pptx）', todo: '请把其中的表格复制到 Word 或 Excel，另存为 .docx 或 .xlsx 后再试。' },
    en: { is: 'a presentation (.pptx)', todo: 'Copy its table into Word or Excel and save that as .docx or .xlsx.' },
  },
  'open-document': {
    zh: { is: ' OpenDocument 文件（.odt、.ods）', todo: `${saveAs} .docx 或 .xlsx 后再试。` },
    en: { is: 'an OpenDocument file (.odt, .ods)', todo: `${inEnglish} .docx or .xlsx.` },
  },
  zip: {
    zh: {
      is: '压缩包，或已损坏的 Office 文件',
      todo: '压缩包请先解压，再导入其中的文件；若本应是 Word 或 Excel 文件，请重新索取。',
    },
    en: {
      is: 'an archive, or a damaged office file',
      todo: 'Unpack it and use the files in it; if it should be an office file, fetch it again.',
    },
  },
  'office-xml': {
    zh: { is: ' Office 2003 的 XML 文件', todo: `${saveAs} .docx 或 .xlsx 后再试。` },
    en: { is: 'an XML file of Office 2003', todo: `${inEnglish} .docx or .xlsx.` },
  },
  rtf: {
    zh: { is: ' RTF 文件', todo: '请用 Word 或 WPS 打开，“另存为”Word 文档（.docx）后再试。' },
    en: { is: 'an RTF file', todo: 'Open it in Word or WPS and save it as .docx.' },
  },
  html: {
    zh: {
      is: '网页（有的系统把网页表格导出为 .xls）',
      todo: '请用 Excel 或 WPS 打开，“另存为”Excel 工作簿（.xlsx）后再试。',
    },
    en: { is: 'a web page (some systems export one as .xls)', todo: 'Open it in Excel or WPS and save it as .xlsx.' },
  },
  pdf: {
    zh: {
      is: ' PDF',
      todo: '请索取原来的 Word 或 Excel 文件；只有扫描件的，先用文字识别转成表格，逐格核对后另存为 .docx 或 .xlsx。',
    },
    en: {
      is: 'a PDF',
      todo: 'Ask for the Word or Excel file it was made of; of a scan, recognise the table, check every cell and save it as .docx or .xlsx.',
    },
  },
  picture: {
    zh: { is: '图片', todo: '请索取可编辑的原表；没有的，先用文字识别转成表格，逐格核对后另存为 .docx 或 .xlsx。' },
    en: {
      is: 'a picture',
      todo: 'Ask for the editable table; if there is none, recognise it, check every cell and save it as .docx or .xlsx.',
    },
  },
  empty: {
    zh: { is: '空的', todo: '请重新保存或索取该文件。' },
    en: { is: 'empty', todo: 'Save it or fetch it again.' },
  },
};

const unreadableKind = defineProblem<{ file: string; kind: RefusedKind }>('file-kind', 'error', {
  'zh-CN': (d) => ({ message: `文件是${words[d.kind].zh.is}，不能读取`, hint: words[d.kind].zh.todo }),
  en: (d) => ({ message: `the file is ${words[d.kind].en.is} and cannot be read`, hint: words[d.kind].en.todo }),
});

/** Says what the file is and how to convert it. */
export function kindRefused(file: string, kind: RefusedKind): Diagnostic {
  return unreadableKind({ file, kind }, { source: file, part: null, row: null, column: null });
}
