import { WriteError } from '../../model/errors/write-error.ts';
import type { Message } from '../../model/language.ts';
import { codePointName, unwritable } from '../../model/text.ts';

/** Limits of the file format, as Excel's own specification states them. */
const maxCharacters = 32_767;
const maxLineBreaks = 253;

/** Refuses a text that would make the file unreadable or lose characters; `where` names its place. WriteError. */
export function checkText(text: string, where: () => Message): void {
  const found = unwritable.exec(text);
  if (found !== null) {
    const name = codePointName(found[0]);
    throw new WriteError(
      placed(
        where(),
        `有表格文件不能保存的字符 ${name}，请在原文中删去`,
        `a spreadsheet cannot hold the character ${name}`,
      ),
    );
  }
  if (text.length > maxCharacters)
    throw new WriteError(
      placed(
        where(),
        `有 ${text.length} 个字，Excel 一格最多 ${maxCharacters} 个`,
        `${text.length} characters; a spreadsheet cell holds ${maxCharacters}`,
      ),
    );
  if (text.includes('\n') && text.split('\n').length - 1 > maxLineBreaks)
    throw new WriteError(
      placed(where(), `一格中换行超过 ${maxLineBreaks} 次`, `more than ${maxLineBreaks} line breaks in one cell`),
    );
}

/** Spreadsheet files write `_x000D_` for characters; a text that reads like one is escaped so that it stays as it is. */
export function escapeText(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** A sentence behind the place that it speaks of. */
export function placed(where: Message, chinese: string, english: string): Message {
  return { 'zh-CN': `${where['zh-CN']}：${chinese}`, en: `${where.en}: ${english}` };
}
