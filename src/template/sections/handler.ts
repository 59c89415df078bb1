import type { AttributesOf, Tag } from '../markup/vocabulary.ts';
import type { TemplatePlace } from '../template-place.ts';
import type { Draft } from './draft.ts';

/** What an element does to the draft when it begins and when it ends. */
export interface Handler<T extends Tag> {
  open?(draft: Draft, attributes: AttributesOf<T>, place: TemplatePlace): void;
  close?(draft: Draft, attributes: AttributesOf<T>, place: TemplatePlace): void;
}

export type Handlers<T extends Tag> = { readonly [K in T]: Handler<K> };
