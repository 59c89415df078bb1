/**
 * Prints an exact decimal in a spreadsheet number format of the kinds that documents use: `0.0%`, `#,##0`,
 * `0.0"万平方米"`. Rounds half away from zero, as spreadsheets do; a value that is no decimal comes back unchanged.
 */
export function formatValue(value: string, format: string): string {
  const number = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  const pattern = /^((?:"[^"]*")*)([#0,]+)(?:\.(0+))?(%?)((?:"[^"]*")*)$/.exec(format);
  if (number === null || pattern === null) return value;
  const [, sign, whole = '', fraction = ''] = number;
  const [, before = '', integerPart = '', decimals = '', percent = '', after = ''] = pattern;

  const places = decimals.length;
  const shift = places + (percent === '' ? 0 : 2);
  const digits = whole + fraction.padEnd(shift + 1, '0');
  const kept = whole.length + shift;
  const roundUp = (digits[kept] ?? '0') >= '5';
  const scaled = (BigInt(digits.slice(0, kept)) + (roundUp ? 1n : 0n)).toString().padStart(places + 1, '0');

  const integer = scaled.slice(0, scaled.length - places);
  const grouped = integerPart.includes(',') ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer;
  const minus = sign === '-' && /[1-9]/.test(scaled) ? '-' : '';
  const tail = places === 0 ? '' : `.${scaled.slice(-places)}`;
  return `${unquoted(before)}${minus}${grouped}${tail}${percent}${unquoted(after)}`;
}

function unquoted(literals: string): string {
  return literals.replaceAll('"', '');
}
