import { isPartMention, mentionsIn } from '../model/mentions.ts';
import type { Quantity } from '../model/quantity.ts';
import { splitSigns } from './signs.ts';
import { withoutPartMark } from './target-text.ts';

/** What a project's name says of each of its targets. */
export interface Clause {
  /** `新增学位6.1万个`: fit for a sentence. */
  readonly text: string;
  /** Index of the target that this one lies inside (其中); null mostly. */
  readonly partOf: number | null;
}

/** A target as far as its clause depends on it. */
export interface ClauseTarget {
  readonly text: string;
  readonly quantity: Quantity | null;
  /** Words of its own (`新增托位5000个`); empty where it is a number alone. */
  readonly words: string;
  /** 其中 stands before the target, or before the name beside it. */
  readonly part: boolean;
}

/** Longer texts are no name, and would take long to cut. */
const longestName = 2000;

/**
 * One clause per target: its own words; else the part of the name that speaks of it; else the whole name with the target
 * in brackets.
 */
export function clausesOf(name: string, targets: readonly ClauseTarget[]): Clause[] {
  const named = name.length > longestName ? [] : clausesOfName(name, targets);
  let whole: number | null = null;
  return targets.map(({ text, quantity, words, part }, index) => {
    const own = quantity !== null && words !== '' ? withoutPartMark(splitSigns(text).bare) : undefined;
    const found = named[index];
    const clause = own ?? found?.text ?? wordsFor(name, text, targets.length);
    const partOf = part ? whole : own === undefined ? (found?.partOf ?? null) : null;
    if (!part && partOf === null) whole = index;
    return { text: clause, partOf };
  });
}

function clausesOfName(name: string, targets: readonly ClauseTarget[]): (Clause | undefined)[] {
  const mentions = mentionsIn(
    name,
    targets.map((target) => target.quantity),
  );
  const clauses: (Clause | undefined)[] = targets.map(() => undefined);
  let from = 0;
  let before: { end: number; target: number | null } = { end: 0, target: null };
  for (const mention of mentions) {
    const to = clauseEnd(name, mention.end);
    const text = trimmed(name.slice(from, to));
    const part = isPartMention(name, mention, before.end);
    for (const index of mention.targets) {
      const shared = mention.targets.length > 1 ? `${text}（本项${targets[index]?.text}）` : text;
      clauses[index] = { text: shared, partOf: part ? before.target : null };
    }
    from = to;
    if (!part)
      before = { end: mention.end, target: mention.targets.length === 1 ? (mention.targets[0] ?? null) : null };
  }
  return clauses;
}

/** A clause runs on to the next mark; a bracket without a figure belongs to it (社区（村）). */
function clauseEnd(name: string, from: number): number {
  const rest = name.slice(from);
  const match = /^(?:[^，、；。（）]|（[^\d（）]*）)*/u.exec(rest);
  return from + (match?.[0].length ?? 0);
}

function trimmed(text: string): string {
  return withoutPartMark(text.replace(/^[，、；。（）和及]+|[，、；。（]+$/gu, ''));
}

function wordsFor(name: string, target: string, count: number): string {
  const part = name.split(/[，；。]/u).find((piece) => piece.includes(target));
  if (part !== undefined && count > 1) return trimmed(part);
  return name.includes(target) ? name : `${name}（${target}）`;
}
