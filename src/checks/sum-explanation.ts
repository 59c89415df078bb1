import type { Exact } from '../model/exact.ts';
import type { Message } from '../model/language.ts';
import { amountOf, type Quantity, quantityText } from '../model/quantity.ts';
import { type Slip, type SlippedFigure, slippedFigures } from './sum-slips.ts';

const slipWords: Readonly<Record<Slip, Message>> = {
  ten: { 'zh-CN': '相差十倍', en: 'ten times off' },
  hundred: { 'zh-CN': '相差百倍', en: 'a hundred times off' },
  thousand: { 'zh-CN': '相差千倍', en: 'a thousand times off' },
  myriad: { 'zh-CN': '相差万倍', en: 'ten thousand times off' },
  swap: { 'zh-CN': '两位数字颠倒', en: 'two digits swapped' },
  digit: { 'zh-CN': '差一位数字', en: 'one digit off' },
};

/** As many explanations as anyone would look into, and as many cells as one of them may mean before it means nothing. */
const mostExplanations = 3;
const mostCells = 2;

/** What would explain that a row does not add up, most plausible first, as the end of a sentence; empty where nothing would. */
export function sumExplanation(
  target: Quantity,
  figures: readonly (readonly [column: string, figure: Quantity])[],
  excess: Exact,
): Message {
  const without = figures.flatMap(([column, figure]) => (amountOf(figure).equals(excess) ? column : []));
  const slips = slippedFigures(target, figures, excess);
  const of = (wanted: (slip: SlippedFigure) => boolean) => {
    const found = slips.filter(wanted);
    return found.length > mostCells ? [] : found.map(slipText);
  };
  // A 功能区 first, since its figures often stand in its host district too.
  const [zone, ...otherZones] = without.filter(isZone);
  const [column, ...otherColumns] = without.filter((name) => !isZone(name));
  const first = zone ?? column;
  const others = zone === undefined ? otherColumns.length : otherZones.length + without.filter(isPlain).length;
  const leftOut = first === undefined ? [] : [leftOutText(first, others)];
  const explanations = [
    ...(zone === undefined ? [] : leftOut),
    ...of(({ slip }) => slip !== 'digit' && slip !== 'swap'),
    ...of(({ slip }) => slip === 'swap'),
    ...of(({ slip, column: cell }) => slip === 'digit' && cell === null),
    ...(zone === undefined ? leftOut : []),
  ];
  // Some cell or other is often one digit off by chance.
  if (explanations.length < 2) explanations.push(...of(({ slip, column: cell }) => slip === 'digit' && cell !== null));
  explanations.splice(mostExplanations);
  return {
    'zh-CN': explanations
      .map((one, index) => (index === 0 ? `；${one['zh-CN']}则相符` : `，${one['zh-CN']}也相符`))
      .join(''),
    en: explanations.map((one, index) => `${index === 0 ? '; they agree ' : ', or '}${one.en}`).join(''),
  };
}

function leftOutText(column: string, others: number): Message {
  return {
    'zh-CN': `不计${column}${others === 0 ? '' : `（或另外${others}列中任一列）`}`,
    en: `without ${column}${others === 0 ? '' : ` (or any one of ${others} others)`}`,
  };
}

function slipText({ column, slip, printed, meant }: SlippedFigure): Message {
  const [was, would] = [quantityText(printed), quantityText(meant)];
  return {
    'zh-CN': `${column ?? '量化目标'}为${would}（${column === null ? '' : `现为${was}，`}${slipWords[slip]['zh-CN']}）`,
    en: `with ${would} instead of ${was} for ${column ?? 'the target'} (${slipWords[slip].en})`,
  };
}

function isZone(column: string): boolean {
  return /(?:名胜区|开发区|度假区|集聚区|管委会|新区|园区)$/u.test(column);
}

function isPlain(column: string): boolean {
  return !isZone(column);
}
