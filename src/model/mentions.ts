import { type Exact, zero } from './exact.ts';
import { amountOf, type Quantity, unitBase, withoutSeparators } from './quantity.ts';

/** A figure in a project's name, `6.1万个`, as far as it can belong to one of the project's targets. */
export interface Mention {
  /** `6.1万个` */
  readonly text: string;
  readonly amount: Exact;
  /** Position of the first digit in the name and of the first character after the unit. */
  readonly start: number;
  readonly end: number;
  /** Indexes of the targets it speaks of: one, or several in a row that add up to it; empty where nothing fits. */
  readonly targets: readonly number[];
}

const figure = /(?<![\dA-Za-z.])((?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)([万亿]?)(\p{Script=Han}+|[%％])?/gu;
/** So many targets in a row may share one figure, in a project of so many; no real name sums up more. */
const longestRun = 24;
const mostTargets = 100;

/**
 * The figures of a name that carry a unit of one of the targets, each with the targets that explain it.
 * Figures with other units (5G, 12345 热线) are not mentions.
 */
export function mentionsIn(name: string, targets: readonly (Quantity | null)[]): Mention[] {
  const taken = new Set<number>();
  const units = [...new Set(targets.flatMap((target) => (target ? [unitBase(target.unit).unit] : [])))];
  const found = [...name.matchAll(figure)].flatMap((match) => {
    const [whole, digits = '', factor = '', tail = ''] = match;
    const amount = amountOf({ value: withoutSeparators(digits), unit: factor });
    const unit = longest(units.filter((candidate) => candidate !== '' && tail.startsWith(candidate)));
    if (unit === null) return [];
    const end = match.index + whole.length - tail.length + unit.length;
    return [{ text: digits + factor + unit, amount, unit, start: match.index, end }];
  });
  const keyOf = (amount: Exact, unit: string) => `${amount.toFraction()} ${unit}`;
  /** Indexes of targets by amount and unit, the first one last. */
  const waiting = new Map<string, number[]>();
  for (let index = targets.length - 1; index >= 0; index -= 1) {
    const target = targets[index];
    if (!target) continue;
    const key = keyOf(amountOf(target), unitBase(target.unit).unit);
    const same = waiting.get(key);
    if (same) same.push(index);
    else waiting.set(key, [index]);
  }
  const single = found.map(({ amount, unit }) => {
    const index = waiting.get(keyOf(amount, unit))?.pop() ?? -1;
    if (index >= 0) taken.add(index);
    return index;
  });
  return found.map((mention, i) => {
    const index = single[i] as number;
    const explained = index >= 0 ? [index] : runAddingUpTo(mention.amount, mention.unit, targets, taken);
    for (const target of explained) taken.add(target);
    return { text: mention.text, amount: mention.amount, start: mention.start, end: mention.end, targets: explained };
  });
}

function sameUnit(target: Quantity, unit: string): boolean {
  return unitBase(target.unit).unit === unit;
}

function longest(texts: readonly string[]): string | null {
  return texts.reduce<string | null>((best, text) => (best === null || text.length > best.length ? text : best), null);
}

/** 「线路90条」 over targets 30, 20 and 40: the first run of free neighbours with this unit that adds up. */
function runAddingUpTo(
  amount: Exact,
  unit: string,
  targets: readonly (Quantity | null)[],
  taken: ReadonlySet<number>,
): number[] {
  const free = (i: number) => {
    const target = targets[i];
    return target && !taken.has(i) && sameUnit(target, unit) ? target : null;
  };
  if (targets.length > mostTargets) return [];
  for (let from = 0; from < targets.length; from += 1) {
    let total = zero;
    for (let to = from; to < Math.min(targets.length, from + longestRun); to += 1) {
      const target = free(to);
      if (!target) break;
      total = total.add(amountOf(target));
      if (to > from && total.equals(amount)) return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    }
  }
  return [];
}

/** True where 其中 stands between the figure before and this one: it lies inside that figure. */
export function isPartMention(name: string, mention: Mention, previousEnd: number): boolean {
  return /其中[^，、；（）]*$/u.test(name.slice(previousEnd, mention.start));
}
