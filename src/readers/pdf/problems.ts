import { type Diagnostic, defineProblem, type Problem } from '../../model/diagnostic.ts';
import type { Place } from '../../model/document.ts';

const brokenPdf = defineProblem<{ file: string; reason: string }>('pdf-broken', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file} 不是有效的 PDF，或文件不完整`,
    hint: '请重新下载或向发送方重新索取；用 PDF 阅读器能打开的，请另存一份后重试。',
  }),
  en: (d) => ({
    message: `${d.file} is no valid PDF, or a part of it is missing (${d.reason})`,
    hint: 'Download it or ask for it again. If a PDF viewer opens it, save a copy and try that.',
  }),
});

const lockedPdf = defineProblem<{ file: string }>('pdf-locked', 'error', {
  'zh-CN': (d) => ({ message: `${d.file} 设有打开密码`, hint: '请取消密码后另存，或向发送方索取没有密码的文件。' }),
  en: (d) => ({
    message: `${d.file} asks for a password`,
    hint: 'Save it without the password, or ask for such a file.',
  }),
});

const longPdf = defineProblem<{ file: string; pages: string; most: string }>('pdf-too-long', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file} 有 ${d.pages} 页，最多读取 ${d.most} 页`,
    hint: '请只保留需要的页面后重试。',
  }),
  en: (d) => ({
    message: `${d.file} has ${d.pages} pages; at most ${d.most} are read`,
    hint: 'Keep the pages that are needed and try again.',
  }),
});

const scannedPdf = defineProblem<{ file: string }>('pdf-scanned', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file} 中没有文字，多为扫描件`,
    hint: '请向发文单位索取 Word 或 Excel 原件；没有原件的，先用扫描识别（OCR）软件转换为 Excel，逐格核对后再导入。',
  }),
  en: (d) => ({
    message: `${d.file} holds no text; it is probably a scan`,
    hint: 'Ask the issuing office for the Word or Excel original. Without one, convert it to Excel with OCR software and proofread each cell.',
  }),
});

const unruledPdf = defineProblem<{ file: string }>('pdf-without-table', 'error', {
  'zh-CN': (d) => ({
    message: `${d.file} 中没有画有框线的表格`,
    hint: '没有框线就无法确定各格的范围。请向发文单位索取 Word 或 Excel 原件，或转换为 Excel、逐格核对后再导入。',
  }),
  en: (d) => ({
    message: `${d.file} has no table with rules`,
    hint: 'Without rules it is uncertain where a cell ends. Ask for the Word or Excel original, or convert it to Excel and proofread it.',
  }),
});

const uncertainCell = defineProblem<{ page: string; text: string }>('pdf-cell-uncertain', 'error', {
  'zh-CN': (d) => ({
    message: `第${d.page}页的表格框线不完整，无法确定${d.text === '' ? '一格' : `“${d.text}”`}的范围`,
    hint: '请向发文单位索取 Word 或 Excel 原件，或转换为 Excel、逐格核对后再导入。',
  }),
  en: (d) => ({
    message: `the rules of the table on page ${d.page} do not close the cell ${d.text === '' ? 'here' : `of “${d.text}”`}`,
    hint: 'Ask for the Word or Excel original, or convert it to Excel and proofread it.',
  }),
});

const strayText = defineProblem<{ page: string; text: string }>('pdf-text-across-rule', 'error', {
  'zh-CN': (d) => ({
    message: `第${d.page}页的“${d.text}”压在表格框线上，无法确定属于哪一格`,
    hint: '请向发文单位索取 Word 或 Excel 原件，或转换为 Excel、逐格核对后再导入。',
  }),
  en: (d) => ({
    message: `“${d.text}” on page ${d.page} lies across a rule, so that its cell is uncertain`,
    hint: 'Ask for the Word or Excel original, or convert it to Excel and proofread it.',
  }),
});

export const problems = { brokenPdf, lockedPdf, longPdf, scannedPdf, unruledPdf, uncertainCell, strayText };

/** A problem of a page, or of the whole file. */
export function inFile<D extends Record<string, string>>(
  problem: Problem<D>,
  data: D,
  source: string,
  place: Partial<Place> = {},
): Diagnostic {
  return problem(data, { source, part: null, row: null, column: null, ...place });
}
