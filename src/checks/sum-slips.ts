import { decimalText, type Exact, exact, ratio, zero } from '../model/exact.ts';
import { amountOf, type Quantity, unitBase } from '../model/quantity.ts';

/** One slip of the pen that would have made a row add up no more. */
export type Slip = 'ten' | 'hundred' | 'thousand' | 'myriad' | 'swap' | 'digit';

/** A figure of a row, and what it would be without the slip. */
export interface SlippedFigure {
  /** Null for the target itself. */
  readonly column: string | null;
  readonly slip: Slip;
  readonly printed: Quantity;
  readonly meant: Quantity;
}

const factors: readonly (readonly [Slip, number])[] = [
  ['ten', 10],
  ['hundred', 100],
  ['thousand', 1_000],
  ['myriad', 10_000],
];

/** The figures each of which, were it as meant, would alone make the row add up; `excess` is their sum less the target, in base units. */
export function slippedFigures(
  target: Quantity,
  figures: readonly (readonly [column: string, figure: Quantity])[],
  excess: Exact,
): SlippedFigure[] {
  const candidates: readonly (readonly [string | null, Quantity, Exact])[] = [
    [null, target, amountOf(target).add(excess)],
    ...figures.map(([column, figure]) => [column, figure, amountOf(figure).sub(excess)] as const),
  ];
  return candidates.flatMap(([column, printed, amount]) => {
    if (amount.lte(zero)) return [];
    const value = decimalText(amount.div(unitBase(printed.unit).factor));
    const slip = slipBetween(printed.value, value);
    return slip === null ? [] : { column, slip, printed, meant: { value, unit: printed.unit } };
  });
}

/** Which single slip makes one plain decimal of the other; null for none. */
export function slipBetween(a: string, b: string): Slip | null {
  const [x, y] = [exact(a), exact(b)];
  if (x.equals(y) || x.lte(zero) || y.lte(zero)) return null;
  const times = x.gt(y) ? x.div(y) : y.div(x);
  const factor = factors.find(([, by]) => times.equals(ratio(by, 1)));
  if (factor) return factor[0];
  const places = Math.max(decimalsOf(a), decimalsOf(b));
  const [one, other] = [digitsOf(a, places), digitsOf(b, places)];
  if (one.length !== other.length) return null;
  const differing = [...one].flatMap((digit, index) => (digit === other[index] ? [] : index));
  const [first = 0, second] = differing;
  if (differing.length === 1) return 'digit';
  const neighbours = differing.length === 2 && second === first + 1;
  return neighbours && one[first] === other[first + 1] && one[first + 1] === other[first] ? 'swap' : null;
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function digitsOf(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return whole + fraction.padEnd(places, '0');
}
