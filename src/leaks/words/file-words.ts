import type { Where } from '../../verify/where.ts';

/** A piece of what a file holds, shown or not: a cell, a paragraph, a page, a property, a comment in its source. */
export interface Words {
  readonly text: string;
  readonly where: Where;
  /** Whether it is what the file is there to say; false for properties, attributes and sources, whose numbers mean nothing. */
  readonly content: boolean;
}

/** Things that no file of this program has, and in which nobody would look for words. */
export const concealments = [
  'hidden-sheet',
  'hidden-row',
  'hidden-column',
  'hidden-text',
  'deleted-text',
  'comment',
  'attachment',
  'annotation',
  'picture',
  'script',
  'link',
  'unknown-part',
] as const;
export type ConcealmentKind = (typeof concealments)[number];

export interface Concealment {
  readonly kind: ConcealmentKind;
  readonly where: Where;
}

/** Everything that a finished file says, in whatever place of its format. */
export interface FileWords {
  /** In its properties; null where it has none, absent where the format has no properties. */
  readonly title?: string | null;
  readonly words: readonly Words[];
  readonly concealed: readonly Concealment[];
}
