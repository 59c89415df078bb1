/**
 * What a template can know of a value before there is one: the part of a zod schema that templates care for.
 * Unions are lists of variants, so that a path is resolved in each.
 */
export interface Shape {
  /** May be null or missing. */
  readonly absent: boolean;
  readonly variants: readonly Variant[];
}

export type Variant =
  /** `values` lists the members of an enumeration. */
  | { readonly kind: 'text'; readonly values: readonly string[] | null }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'list'; readonly element: () => Shape }
  | { readonly kind: 'record'; readonly value: () => Shape }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, () => Shape> };

export const text: Shape = { absent: false, variants: [{ kind: 'text', values: null }] };
export const number: Shape = { absent: false, variants: [{ kind: 'number' }] };
export const boolean: Shape = { absent: false, variants: [{ kind: 'boolean' }] };
export const nothing: Shape = { absent: true, variants: [] };

export function absentOr(shape: Shape): Shape {
  return shape.absent ? shape : { ...shape, absent: true };
}

export function present(shape: Shape): Shape {
  return shape.absent ? { ...shape, absent: false } : shape;
}

/** One of the shapes. */
export function either(shapes: readonly Shape[]): Shape {
  return { absent: shapes.some((s) => s.absent), variants: shapes.flatMap((s) => s.variants) };
}

/**
 * The shape of a field, or null where no variant has it. A field that only some variants have, or that stands
 * behind something absent, may be absent itself. Lists have `length` and, by number, items.
 */
export function fieldOf(shape: Shape, name: string): Shape | null {
  const found = shape.variants.map((variant) => fieldOfVariant(variant, name));
  const known = found.filter((f) => f !== null);
  if (known.length === 0) return null;
  const field = either(known);
  return shape.absent || known.length < found.length ? absentOr(field) : field;
}

function fieldOfVariant(variant: Variant, name: string): Shape | null {
  switch (variant.kind) {
    case 'object':
      return variant.fields.get(name)?.() ?? null;
    case 'record':
      return absentOr(variant.value());
    case 'list':
      if (name === 'length') return number;
      return /^\d+$/.test(name) ? absentOr(variant.element()) : null;
    default:
      return null;
  }
}

/** The names that a path may continue with, for suggestions. */
export function fieldNames(shape: Shape): readonly string[] {
  return shape.variants.flatMap((v) => (v.kind === 'object' ? [...v.fields.keys()] : []));
}

const words = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  record: 'a record',
  object: 'an object',
} as const;

/** In words, for messages: `a list`, `text or a number`. */
export function describe(shape: Shape): string {
  return [...new Set(shape.variants.map((v) => words[v.kind]))].join(' or ') || 'nothing';
}

export function isOnly(shape: Shape, ...kinds: readonly Variant['kind'][]): boolean {
  return shape.variants.every((v) => kinds.includes(v.kind));
}
