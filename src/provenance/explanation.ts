import type { Decision } from '../model/decision.ts';
import type { Place } from '../model/document.ts';
import type { Message } from '../model/language.ts';
import type { Origin } from '../model/origin.ts';

/** One figure and how it came about, as a small tree: what it was worked out from lies below it. */
export interface Explanation {
  readonly what: Message;
  /** As the briefings print it. */
  readonly value: Message;
  /** The calculation in words, with the numbers in it; null for what was read, not worked out. */
  readonly formula: Message | null;
  readonly source: SourceRecord | null;
  readonly decisions: readonly Decision[];
  readonly inputs: readonly Explanation[];
}

/** The cell that a figure was read from, and what is known of its file. */
export interface SourceRecord {
  readonly place: Place;
  /** Who reported it, which revision, up to which day (ISO); null for the plan. */
  readonly given: { readonly reporter: string; readonly revision: number; readonly cutoff: string } | null;
  readonly origin: Origin | null;
}

type Parts = Partial<Omit<Explanation, 'what' | 'value'>>;

/** A node; what is not given is not there. */
export function node(what: Message, value: Message, parts: Parts = {}): Explanation {
  return { what, value, formula: null, source: null, decisions: [], inputs: [], ...parts };
}

export function words(zh: string, en: string): Message {
  return { 'zh-CN': zh, en };
}

/** Figures and names, which are printed alike in every language. */
export function same(text: string): Message {
  return words(text, text);
}
