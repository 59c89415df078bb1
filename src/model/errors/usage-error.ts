import type { Message } from '../language.ts';

/** The command or call was used wrongly: an unknown district, a month that is none. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Message;

  constructor(text: Message, options?: ErrorOptions) {
    super(text['zh-CN'], options);
    this.text = text;
  }
}
