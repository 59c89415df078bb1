import { WriteError } from '../../model/errors/write-error.ts';
import { codePointName, unwritable } from '../../model/text.ts';

/** Limits of the file format, as Excel's own specification states them. */
const maxCharacters = 32_767;
const maxLineBreaks = 253;

/** Refuses a text that would make the file unreadable or lose characters; `where` names its place. WriteError. */
export function checkText(text: string, where: () => string): void {
  const found = unwritable.exec(text);
  if (found !== null) {
    throw new WriteError(`${where()}: a spreadsheet cannot hold the character ${codePointName(found[0])}`);
  }
  if (text.length > maxCharacters)
    throw new WriteError(`${where()}: ${text.length} characters; a spreadsheet cell holds ${maxCharacters}`);
  if (text.includes('\n') && text.split('\n').length - 1 > maxLineBreaks)
    throw new WriteError(`${where()}: more than ${maxLineBreaks} line breaks in one cell`);
}

/** Spreadsheet files write `_x000D_` for characters; a text that reads like one is escaped so that it stays as it is. */
export function escapeText(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
