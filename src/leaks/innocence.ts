import { bareWords, numbersIn } from './bare-words.ts';

/** What a packet may say without a word of others, to tell what only looks like theirs. */
export interface Innocence {
  /** Whether it says this text, given bare, in one piece. */
  says(bare: string): boolean;
  hasNumber(number: string): boolean;
}

/** Made of the words of a document when it is first asked: most packets never need it. */
export function innocenceOf(words: () => readonly string[]): Innocence {
  let known: { readonly stream: string; readonly numbers: ReadonlySet<string> } | null = null;
  const made = () => {
    if (known === null) {
      const pieces = words();
      known = { stream: pieces.map(bareWords).join('\n'), numbers: new Set(pieces.flatMap(numbersIn)) };
    }
    return known;
  };
  return { says: (bare) => made().stream.includes(bare), hasNumber: (number) => made().numbers.has(number) };
}
