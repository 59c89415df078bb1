import type { Attributes } from '../package/walk-xml.ts';
import type { Story } from './story.ts';

/** What an element does to the story. In both moments `story.path` ends with the element itself. */
export interface ElementHandler {
  /** True: what stands in the element is not read. */
  readonly open?: (story: Story, attributes: Attributes) => unknown;
  readonly close?: (story: Story) => void;
}

/** Handlers by local name; an element without one is transparent. */
export type Elements = Readonly<Record<string, ElementHandler>>;
