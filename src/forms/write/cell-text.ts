import { checkText, escapeText } from '../../writers/xlsx/text-check.ts';

/** A text as a cell holds it: words whatever they begin with. WriteError for what no workbook can hold. */
export function cellText(text: string): string {
  checkText(text, () => ({ 'zh-CN': `“${text.slice(0, 20)}”`, en: `"${text.slice(0, 20)}"` }));
  return escapeText(text);
}
