import { WriteError } from '../../model/errors/write-error.ts';

/** Excel keeps and shows 15 significant digits; up to there every decimal survives the way through a double. */
const significantDigits = 15;

/** The number of an exact decimal, or null if a spreadsheet would change it. `where` names the place of what is no decimal: WriteError. */
export function spreadsheetNumber(decimal: string, where: () => string): number | null {
  if (!/^-?\d+(?:\.\d+)?$/.test(decimal)) throw new WriteError(`${where()}: “${decimal}” is not a decimal number`);
  const digits = decimal.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  return digits.length <= significantDigits ? Number(decimal) : null;
}

/** Placeholders, quoted or escaped words and bracketed conditions: all that a number format of a briefing needs. */
const numberFormat = /^(?:[0#?.,%;+\-() /@]|"[^"]*"|\\.|\[[^\]]*\]|General)+$/su;

/** Refuses a number format that would make Excel offer to repair the file. WriteError. */
export function checkFormat(format: string, where: () => string): void {
  if (format.length > 255 || !numberFormat.test(format))
    throw new WriteError(`${where()}: “${format}” is not a number format`);
}
