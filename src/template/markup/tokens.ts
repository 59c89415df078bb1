import type { TemplatePlace } from '../template-place.ts';

/** An attribute as written; `literal` leaves out what `{{ }}` prints into it. */
export interface WrittenAttribute {
  readonly name: string;
  readonly place: TemplatePlace;
  /** Written whenever its tag is; false inside a block within the tag. */
  readonly always: boolean;
  literal: string;
  prints: number;
  /** A part of the value stands inside a block. */
  branched: boolean;
}

export interface OpenToken {
  readonly kind: 'open';
  readonly name: string;
  readonly place: TemplatePlace;
  /** Just behind the name, in the value of the content statement. */
  readonly nameEnd: number;
  readonly attributes: WrittenAttribute[];
  /** Ends in `/>`. */
  empty: boolean;
}

/** A piece of the markup that template text holds. */
export type MarkupToken =
  | OpenToken
  | { readonly kind: 'close'; readonly name: string; readonly place: TemplatePlace }
  | { readonly kind: 'text'; readonly place: TemplatePlace };

/** Between two characters of a template. */
export type MarkupState =
  | { readonly in: 'text' }
  /** `spaced`: white space lies before, so that an attribute may begin; `depth`: blocks around the tag. */
  | { readonly in: 'tag'; readonly tag: OpenToken; readonly depth: number; readonly spaced: boolean }
  | { readonly in: 'value'; readonly attribute: WrittenAttribute; readonly quote: string; readonly tag: TagState };

export type TagState = MarkupState & { in: 'tag' };

export const inText: MarkupState = { in: 'text' };

/** The same part of the same tag. */
export function samePart(a: MarkupState, b: MarkupState): boolean {
  if (a.in === 'tag') return b.in === 'tag' && a.tag === b.tag;
  if (a.in === 'value') return b.in === 'value' && a.attribute === b.attribute;
  return a.in === b.in;
}
