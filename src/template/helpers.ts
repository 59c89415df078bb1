import Handlebars from 'handlebars';
import { boolean, describe, isOnly, type Shape, text } from './data/shape.ts';

/** An argument as the check sees it: its shape, its words in the template and, for a literal, its value. */
export interface Argument {
  readonly shape: Shape;
  readonly words: string;
  readonly literal: string | number | boolean | null | undefined;
}

/** A function that templates may call. `check` returns the shape of the result, or says what is wrong. */
export interface TemplateHelper {
  check(args: readonly Argument[]): Shape | string;
  run(...args: unknown[]): unknown;
}

/** As `{{#if}}` sees it: null, false, 0, '' and an empty list are false. */
const truthy = (value: unknown): boolean => Boolean(value) && !Handlebars.Utils.isEmpty(value);

const equality = {
  check(args: readonly Argument[]): Shape | string {
    const [a, b] = args;
    if (a === undefined || b === undefined || args.length > 2) return 'takes two arguments';
    return neverEqual(a, b) ?? neverEqual(b, a) ?? boolean;
  },
};

const connective = {
  check: (args: readonly Argument[]): Shape | string => (args.length < 2 ? 'takes two arguments or more' : boolean),
};

/**
 * The whole list: `eq ne gt and or not join`. There is none for dates and numbers, since the content of a briefing
 * arrives formatted.
 */
export const helpers: Readonly<Record<string, TemplateHelper>> = {
  /** `(eq status "done")`; comparing with a word that the field can never be is an error. */
  eq: { ...equality, run: (a, b) => a === b },
  ne: { ...equality, run: (a, b) => a !== b },
  /** `(gt count 3)`, of numbers */
  gt: {
    check(args) {
      const odd = args.find((a) => !isOnly(a.shape, 'number') || a.shape.absent);
      if (args.length !== 2) return 'takes two arguments';
      return odd === undefined ? boolean : `compares numbers, but '${odd.words}' is ${orAbsent(odd.shape)}`;
    },
    run: (a, b) => Number(a) > Number(b),
  },
  /** `(and a b …)`, `(or a b …)`, `(not a)`: true or false, with the truth of `{{#if}}` */
  and: { ...connective, run: (...args) => args.every(truthy) },
  or: { ...connective, run: (...args) => args.some(truthy) },
  not: { check: (args) => (args.length === 1 ? boolean : 'takes one argument'), run: (a) => !truthy(a) },
  /** `{{join names "、"}}`, of a list of words or numbers */
  join: {
    check([list, separator, ...more]) {
      if (list === undefined || separator === undefined || more.length > 0) return 'takes a list and a separator';
      const [variant] = list.shape.variants;
      if (list.shape.absent || list.shape.variants.length !== 1 || variant?.kind !== 'list')
        return `joins a list, but '${list.words}' is ${orAbsent(list.shape)}`;
      const element = variant.element();
      if (element.absent || !isOnly(element, 'text', 'number'))
        return `joins words, but the items of '${list.words}' are ${orAbsent(element)}`;
      if (typeof separator.literal !== 'string') return 'takes its separator in quotes';
      return text;
    },
    run: (list, separator) => (list as readonly unknown[]).join(String(separator)),
  },
};

function orAbsent(shape: Shape): string {
  return shape.absent ? `${describe(shape)} that may be absent` : describe(shape);
}

/** A literal that the other side never equals is a slip of the pen. */
function neverEqual(field: Argument, other: Argument): string | undefined {
  const { literal } = other;
  if (literal === undefined || field.literal !== undefined) return undefined;
  if (literal === null)
    return field.shape.absent ? undefined : `compares '${field.words}' with null, which it never is`;
  const possible = field.shape.variants.some((v) =>
    v.kind === 'text' && typeof literal === 'string'
      ? v.values === null || v.values.includes(literal)
      : v.kind === typeof literal,
  );
  if (possible) return undefined;
  const values = field.shape.variants.flatMap((v) => (v.kind === 'text' ? (v.values ?? []) : []));
  const known = values.length === 0 ? describe(field.shape) : `one of ${values.join(', ')}`;
  return `compares '${field.words}' with '${literal}', which it never is: it is ${known}`;
}
