import { parseQuantity, type Quantity } from '../model/quantity.ts';
import { type Direction, readFigure } from './figure-text.ts';
import { splitSigns } from './signs.ts';
import { unitAtStart } from './units.ts';

/** What a 量化目标 says. */
export interface TargetText {
  /** Null where the target has no number, or more than one. */
  readonly quantity: Quantity | null;
  /** `at-most` for 5%以内: lower is better. */
  readonly direction: Direction;
  /** What the number counts, in the target's own words (`新增托位5000个`); empty where the target is a number alone. */
  readonly words: string;
  /** 其中: it lies inside the target before it. */
  readonly part: boolean;
  /** Digits that could not be read as one quantity. */
  readonly doubtful: boolean;
}

const partMark = /^其中[：:，、]?/u;
const number = /(?<![\dA-Za-z.])(?<!\d[,，])[+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?/gu;
/** Dates are no quantities: 2023年, 11月底前. */
const date = /^(?:\d{4}年|\d{1,2}[月日])(?!级)/u;
/** 3～5个, 3至5个 */
const range = /\d\s*(?:[~～\-—–至到]|[万亿]?\p{Script=Han}{0,3}[~～—–至到])\s*\d/u;
const mostBefore = /(?:不超过|不高于|不多于|控制在|≤|<=)$/u;
const mostBehind = /^(?:以内|以下|之内)/u;
/** Words that only round or stress a number. */
const filler = /[约共计达到完成新增各个不少低于以上及≥>=]/gu;

/** A target is a phrase. */
const longest = 500;

/** Reads `1400张`, `5%以内`, `新增托位5000个`, `其中：普惠托位3000个`, `应补尽补`. */
export function readTarget(text: string): TargetText {
  const { bare } = splitSigns(text);
  const part = isPart(bare);
  const body = withoutPartMark(bare);
  const plain = readFigure(body);
  if (plain)
    return { quantity: plain.quantity, direction: plain.direction ?? 'at-least', words: '', part, doubtful: false };
  if (body.length > longest) return { ...without(body), part, doubtful: /\d/.test(body) };
  const figures = [...body.matchAll(number)].filter((match) => !date.test(body.slice(match.index)));
  const measured = figures.filter((match) => unitBehind(body, match) !== '');
  // 12345热线办理点100处: where one number alone has a unit, the others are names, unless they make a range.
  const [figure, ...rivals] = measured.length === 1 && !range.test(body) ? measured : figures;
  if (figure === undefined) return { ...without(body), part, doubtful: /\d/.test(body) };
  const before = body.slice(0, figure.index);
  const unit = unitBehind(body, figure);
  const tail = body.slice(figure.index + figure[0].length);
  const quantity = parseQuantity(figure[0] + unit);
  if (rivals.length > 0 || quantity === null || (unit === '' && tail !== ''))
    return { ...without(body), part, doubtful: true };
  const behind = tail.slice(unit.length);
  const direction = mostBefore.test(before) || mostBehind.test(behind) ? 'at-most' : 'at-least';
  const own = (before + behind).replace(filler, '').length > 1;
  return { quantity, direction, words: own ? body : '', part, doubtful: false };
}

function unitBehind(body: string, match: RegExpExecArray): string {
  return unitAtStart(body.slice(match.index + match[0].length));
}

/** `其中：普惠托位` → `普惠托位` */
export function withoutPartMark(text: string): string {
  return text.replace(partMark, '');
}

export function isPart(text: string): boolean {
  return partMark.test(text);
}

function without(body: string): Pick<TargetText, 'quantity' | 'direction' | 'words'> {
  return { quantity: null, direction: 'at-least', words: body };
}

/** The text with a unit behind its bare number, as it is read: `5000` and 个 → `5000个`. */
export function withUnit(text: string, unit: string): string {
  const last = [...text.matchAll(number)].at(-1);
  if (unit === '' || !last) return text;
  const end = last.index + last[0].length;
  return text.slice(0, end) + unit + text.slice(end);
}
