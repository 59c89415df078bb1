import Fraction from 'fraction.js';

/** An exact rational: sums, rates and means of decimals never round. Only `rounded` does, for the page. */
export type Exact = Fraction;

const decimal = /^[+-]?\d+(\.\d+)?$/;

export const zero: Exact = new Fraction(0);
export const one: Exact = new Fraction(1);

/** The exact value of a plain decimal (`-9.20`); RangeError for anything else, `1e3` and `1/3` included. */
export function exact(text: string): Exact {
  if (!decimal.test(text)) throw new RangeError(`not a plain decimal: ${text}`);
  return new Fraction(text);
}

/** n/d of two whole numbers. */
export function ratio(n: number, d: number): Exact {
  return new Fraction(n, d);
}

export function sum(values: Iterable<Exact>): Exact {
  let total = zero;
  for (const value of values) total = total.add(value);
  return total;
}

/** Unweighted mean; null of nothing. */
export function mean(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : sum(values).div(values.length);
}

export function min(a: Exact, b: Exact): Exact {
  return a.lte(b) ? a : b;
}

/** Rounded half away from zero (四舍五入) to exactly `places` decimals, as plain text: `52.30`. */
export function rounded(value: Exact, places: number): string {
  const scale = 10n ** BigInt(places);
  const units = (value.n * scale * 2n + value.d) / (value.d * 2n);
  const digits = units.toString().padStart(places + 1, '0');
  const sign = value.s < 0n && units !== 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The shortest plain decimal that is exactly this value; a value that no decimal can hold (1/3) is cut at `places`. */
export function decimalText(value: Exact, places = 15): string {
  const text = rounded(value, places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
