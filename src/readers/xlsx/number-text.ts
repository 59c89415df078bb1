import { format as formatNumber, isDateFormat, isPercentFormat } from 'numfmt';
import { exact } from '../../model/exact.ts';

/** Digits of a number up to which every decimal survives the way through a double. */
const exactDigits = 15;
/** Characters of a number; the smallest double has some 340 places. */
const longestNumber = 400;
/** Excel writes up to so many digits of a double; longer numbers come from other programs. */
const doubleDigits = 17;

/**
 * The exact decimal that a workbook's number stands for: `1.5E3` → `1500`. Excel writes 0.005 as `5.0000000000000001E-3`: a
 * number of 16 or 17 digits is the shortest decimal of the double it was. Null for what is no number.
 */
export function decimalOf(text: string): string | null {
  if (text.length > longestNumber) return null;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return null;
  const digits = (whole + fraction).replace(/^0+|0+$/g, '').length;
  if (digits > exactDigits && digits <= doubleDigits) {
    const shortest = String(Number(text));
    if (
      shortest
        .replace(/e.*$/, '')
        .replace(/\D/g, '')
        .replace(/^0+|0+$/g, '').length < digits
    )
      return decimalOf(shortest);
  }
  const power = Number(exponent);
  if (Math.abs(power) > 400) return null;
  const point = whole.length + power;
  const all = whole + fraction;
  const before = point <= 0 ? '' : all.slice(0, point).padEnd(point, '0');
  const after = point < 0 ? '0'.repeat(-point) + all : all.slice(Math.max(0, point));
  const integer = before.replace(/^0+(?=\d)/, '') || '0';
  const decimals = after.replace(/0+$/, '');
  const plain = decimals === '' ? integer : `${integer}.${decimals}`;
  return sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** The number as Excel keeps it: rounded half up to 15 digits. */
export function kept(decimal: string): string {
  const digits = decimal.replace(/^-?0*\.?0*|\./g, '');
  return digits.length <= exactDigits ? decimal : (decimalOf(Number(decimal).toPrecision(exactDigits)) ?? decimal);
}

/**
 * What Excel shows of a number in a format; null where the format is unknown. `General` shows all digits that Excel keeps,
 * never an exponent, since a wide enough cell could. Dates follow the workbook's own epoch.
 */
export function shownNumber(decimal: string, format: string, since1904: boolean): string | null {
  if (format === 'General') return kept(decimal);
  try {
    const value = Number(decimal) + (since1904 && isDateFormat(format) ? 1462 : 0);
    return formatNumber(format, value, { locale: 'zh-CN', fillChar: '', skipChar: '' }).trim();
  } catch {
    return null;
  }
}

/**
 * Whether a cell shows another figure than it holds, 9.24 as `9.2`, or none, 0 as `—` or nothing. Dates and times show
 * less on purpose.
 */
export function showsOther(decimal: string, shown: string, format: string): boolean {
  if (isDateFormat(format) || /\d[eE]|\d\/\d/.test(shown)) return false;
  const [figure] = /\d[\d,]*(?:\.\d+)?/.exec(shown) ?? [];
  if (figure === undefined) return true;
  const value = exact(figure.replaceAll(',', ''));
  const held = exact(kept(decimal).replace('-', ''));
  return !value.equals(isPercentFormat(format) ? held.mul(100) : held);
}
