/** A scale of values with round steps. */
export interface ValueScale {
  readonly least: number;
  readonly most: number;
  /** Distance between two ticks. */
  readonly step: number;
  /** Exact decimals from the least to the most. */
  readonly ticks: readonly string[];
}

/** Steps are 1, 2 or 5 of a power of ten; at most so many from zero, or six altogether on both sides of it. */
const mostSteps = 5;
const mostStepsAcross = 4;
const roundFactors = [1, 2, 5, 10];
/** Quotients of doubles differ from the whole number meant in the last bits. */
const tolerance = 1e-9;

/**
 * The scale from zero over all values; where all are zero, to one. Ticks are no closer than what the spreadsheet number
 * format of their labels can tell apart.
 */
export function valueScale(values: readonly number[], format: string): ValueScale {
  const low = Math.min(0, ...values);
  const high = low === 0 ? Math.max(0, ...values) || 1 : Math.max(0, ...values);
  const least = (high - low) / (low < 0 && high > 0 ? mostStepsAcross : mostSteps);
  const [factor, exponent] = roundStep(least, decimalsOf(format));
  const step = factor * 10 ** exponent;
  const first = Math.floor(low / step + tolerance);
  const last = Math.max(first + 1, Math.ceil(high / step - tolerance));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => decimalOf((first + i) * factor, exponent));
  return { least: Number(ticks[0]), most: Number(ticks.at(-1)), step, ticks };
}

function roundStep(least: number, decimals: number): readonly [factor: number, exponent: number] {
  const exponent = Math.max(-decimals, Math.floor(Math.log10(least) + tolerance));
  const factor = roundFactors.find((f) => f * 10 ** exponent >= least * (1 - tolerance)) ?? 10;
  return [factor, exponent];
}

/** Decimals of the number itself that a format shows: `0.0%` shows three. */
function decimalsOf(format: string): number {
  const plain = format.replaceAll(/"[^"]*"/g, '');
  const places = /\.(0+)/.exec(plain)?.[1]?.length ?? 0;
  return places + (plain.includes('%') ? 2 : 0);
}

/** units × 10^exponent, without the noise of doubles: 3 and -1 give `0.3`. */
function decimalOf(units: number, exponent: number): string {
  return exponent >= 0 ? String(BigInt(units) * 10n ** BigInt(exponent)) : (units * 10 ** exponent).toFixed(-exponent);
}
