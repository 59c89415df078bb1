import type { FoundText } from './found.ts';
import { nowhere, type Where } from './where.ts';

/** Ends a paragraph of a file that has paragraphs; bare texts hold no such sign. */
export const paragraphEnd = '\n';

/** The words of a file outside its tables as one string, with the place of each. */
export class TextStream {
  readonly bare: string;
  readonly #texts: readonly FoundText[];
  readonly #starts: readonly number[];

  /** `lines`: lines of a layout follow each other without a sign between them. */
  constructor(texts: readonly FoundText[], lines: boolean) {
    const end = lines ? '' : paragraphEnd;
    const starts: number[] = [];
    let bare = '';
    for (const text of texts) {
      starts.push(bare.length);
      bare += text.bare + end;
    }
    this.bare = bare;
    this.#texts = texts;
    this.#starts = starts;
  }

  /** The place of the text that holds a position; of the last one behind the end. */
  whereOf(position: number): Where {
    const next = this.#starts.findIndex((start) => start > position);
    return this.#texts.at(next < 0 ? -1 : next - 1)?.where ?? nowhere;
  }
}
