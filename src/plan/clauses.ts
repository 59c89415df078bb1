import { isPartMention, mentionsIn } from '../model/mentions.ts';
import type { Quantity } from '../model/quantity.ts';

/** What a project's name says of each of its targets. */
export interface Clause {
  /** `新增学位6.1万个`: fit for a sentence. */
  readonly text: string;
  /** Index of the target that this one lies inside (其中); null mostly. */
  readonly partOf: number | null;
}

/** One clause per target; where the name does not speak of a target, the whole name with the target in brackets. */
export function clausesOf(
  name: string,
  targets: readonly { readonly text: string; readonly quantity: Quantity | null }[],
): Clause[] {
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
  return targets.map(
    (target, index) => clauses[index] ?? { text: wordsFor(name, target.text, targets.length), partOf: null },
  );
}

/** A clause runs on to the next mark; a bracket without a figure belongs to it (社区（村）). */
function clauseEnd(name: string, from: number): number {
  const rest = name.slice(from);
  const match = /^(?:[^，、；。（）]|（[^\d（）]*）)*/u.exec(rest);
  return from + (match?.[0].length ?? 0);
}

function trimmed(text: string): string {
  return text.replace(/^[，、；。（）和及]+|[，、；。（]+$/gu, '').replace(/^其中[：，]?/u, '');
}

function wordsFor(name: string, target: string, count: number): string {
  const part = name.split(/[，；。]/u).find((piece) => piece.includes(target));
  if (part !== undefined && count > 1) return trimmed(part);
  return name.includes(target) ? name : `${name}（${target}）`;
}
