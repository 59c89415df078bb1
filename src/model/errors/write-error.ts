import type { Message } from '../language.ts';

/** A document cannot be written in the asked format: a missing glyph, a bad sheet name, a formula to nowhere. Exit code 3. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  readonly text: Message;

  constructor(text: Message, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
