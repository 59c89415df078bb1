import { type Exact, exact } from './exact.ts';

/** An exact decimal with its unit as printed; 万 and 亿 stay part of the unit (9.2 万平方米). */
export interface Quantity {
  /** Plain decimal as printed, without separators: `9.2`, `18600`. */
  readonly value: string;
  /** `张`, `万平方米`; empty where none is printed. */
  readonly unit: string;
}

const printed = /^([+\-−]?)(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?\s*([^\d\s.,，。；;：:、（）()]{0,12})$/u;
const factors: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Reads `1400张`, `-3`, `1,234.5公里`, `10，000个`, `9.2万平方米`; null for anything that is more or less than one quantity. */
export function parseQuantity(text: string): Quantity | null {
  const match = printed.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', unit = ''] = match;
  const digits = withoutSeparators(whole).replace(/^0+(?=\d)/, '');
  return { value: `${sign === '' || sign === '+' ? '' : '-'}${digits}${fraction}`, unit };
}

/** `10,000` and `10，000` → `10000` */
export function withoutSeparators(digits: string): string {
  return digits.replace(/[,，]/g, '');
}

/** `9.2万平方米` */
export function quantityText(quantity: Quantity): string {
  return quantity.value + quantity.unit;
}

/** Spreadsheet format that prints the value as it stands, with its unit: `0.0"万平方米"`. */
export function quantityFormat(quantity: Quantity): string {
  const decimals = quantity.value.split('.')[1]?.length ?? 0;
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  return quantity.unit === '' ? digits : `${digits}"${quantity.unit}"`;
}

const shares: ReadonlySet<string> = new Set(['%', '‰', '百分点', '个百分点']);

/** Whether a unit is a share of something: those of several places are never added. */
export function isShare(unit: string): boolean {
  return shares.has(unit);
}

/** The unit without its leading 万 or 亿, and how many of it one printed unit is: 万平方米 → 平方米, 10,000. */
export function unitBase(unit: string): { readonly unit: string; readonly factor: number } {
  const factor = factors[unit.charAt(0)];
  return factor === undefined ? { unit, factor: 1 } : { unit: unit.slice(1), factor };
}

/** The amount in base units: 6.1万个 → 61000. */
export function amountOf(quantity: Quantity): Exact {
  return exact(quantity.value).mul(unitBase(quantity.unit).factor);
}
