import { escalationLetter } from './escalation.ts';
import { formsLetter } from './forms.ts';
import type { CommonFacts, Letter } from './letter.ts';
import { packetLetter } from './packet.ts';
import { reminderLetter } from './reminder.ts';
import { signRequestLetter } from './sign-request.ts';
import { troubleLetter } from './trouble.ts';

/** Every kind of letter; a new one is one file, three templates and one line here. */
export const letters = {
  forms: formsLetter,
  reminder: reminderLetter,
  escalation: escalationLetter,
  'sign-request': signRequestLetter,
  packet: packetLetter,
  trouble: troubleLetter,
} as const satisfies Record<string, Letter<never, unknown>>;

export type LetterKind = keyof typeof letters;
export const letterKinds = Object.keys(letters) as readonly LetterKind[];

/** What a letter of a kind is made from. */
export type LetterFacts = {
  readonly [K in LetterKind]: (typeof letters)[K] extends Letter<infer F, unknown> ? F : never;
};

/** A kind of letter whose facts and content only its own templates know. */
export function letterOf(kind: LetterKind): Letter<CommonFacts, unknown> {
  return letters[kind] as unknown as Letter<CommonFacts, unknown>;
}
