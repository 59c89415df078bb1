import { WriteError } from '../../model/errors/write-error.ts';
import type { Message } from '../../model/language.ts';
import { placed } from './text-check.ts';

/** Excel keeps and shows 15 significant digits; up to there every decimal survives the way through a double. */
const significantDigits = 15;

/**
 * The number of an exact decimal, or null if a spreadsheet would show another in this format: a rate such as 1/3 may
 * have more digits than a spreadsheet keeps, as long as they are not shown. `where` names the place of what is no
 * decimal: WriteError.
 */
export function spreadsheetNumber(decimal: string, format: string, where: () => Message): number | null {
  const [, whole, fraction = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined)
    throw new WriteError(placed(where(), `“${decimal}”不是数`, `“${decimal}” is not a decimal number`));
  const digits = (whole + fraction.slice(0, decimalsShown(format))).replace(/^0+|0+$/g, '');
  return digits.length <= significantDigits ? Number(decimal) : null;
}

/** Whether a spreadsheet shows this exact decimal in this format as it is. */
export function isSpreadsheetNumber(decimal: string, format: string): boolean {
  const place = { 'zh-CN': '', en: '' };
  return /^-?\d+(?:\.\d+)?$/.test(decimal) && spreadsheetNumber(decimal, format, () => place) !== null;
}

/**
 * A format that keeps so many em free behind its unit. Blanks of a quoted text are as wide in every program; the filling
 * `_` with a wide character is not, LibreOffice puts two narrow blanks for it.
 */
export function insetFormat(format: string, inset: number): string {
  const blanks = '　'.repeat(Math.floor(inset + 0.1)) + (inset % 1 > 0.4 && inset % 1 < 0.9 ? ' ' : '');
  if (blanks === '' || format === '@') return format;
  const sections = format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/gsu) ?? [];
  return sections
    .map((section) => (section.endsWith('"') ? `${section.slice(0, -1)}${blanks}"` : `${section}"${blanks}"`))
    .join(';');
}

/** Decimals of the number that the format shows: `0.0%` shows three, `General` all. */
function decimalsShown(format: string): number {
  const plain = format.replaceAll(/"[^"]*"|\\./g, '');
  if (!/[0#?]/.test(plain)) return Number.POSITIVE_INFINITY;
  const places = [...plain.matchAll(/\.([0#?]*)/g)].map(([, decimals = '']) => decimals.length);
  return Math.max(0, ...places) + (plain.includes('%') ? 2 : 0);
}

/** Placeholders, quoted or escaped words and bracketed conditions: all that a number format of a briefing needs. */
const numberFormat = /^(?:[0#?.,%;+\-() /@]|"[^"]*"|\\.|\[[^\]]*\]|General)+$/su;

/** Refuses a number format that would make Excel offer to repair the file. WriteError. */
export function checkFormat(format: string, where: () => Message): void {
  if (format.length > 255 || !numberFormat.test(format))
    throw new WriteError(placed(where(), `“${format}”不是数字格式`, `“${format}” is not a number format`));
}
