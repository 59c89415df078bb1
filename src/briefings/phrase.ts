import { z } from 'zod';
import { type Tone, tones } from '../model/document.ts';

/** A sentence, or a piece of one, with the words that stand out in it; `{{> runs verdict}}` prints it. */
export const phraseSchema = z.array(
  z.strictObject({ text: z.string(), strong: z.boolean(), tone: z.enum(tones).nullable() }),
);
export type Phrase = z.infer<typeof phraseSchema>;

/** Words as they come. */
export function plain(text: string): Phrase {
  return text === '' ? [] : [{ text, strong: false, tone: null }];
}

/** Words that stand out, in a colour if one is given. */
export function strong(text: string, tone: Tone | null = null): Phrase {
  return [{ text, strong: true, tone }];
}

/** Words in a colour. */
export function toned(text: string, tone: Tone): Phrase {
  return [{ text, strong: false, tone }];
}
