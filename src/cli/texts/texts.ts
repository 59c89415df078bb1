import type { Message } from '../../model/language.ts';

/** Texts in both languages by name, each with the words and figures that go into it. */
export type Texts = Record<string, (data: never) => Message>;
