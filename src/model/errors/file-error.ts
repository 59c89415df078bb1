import type { Message } from '../language.ts';

/** A file or folder cannot be read or written. Exit code 3. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly text: Message;

  constructor(text: Message, options?: ErrorOptions) {
    super(text['zh-CN'], options);
    this.text = text;
  }
}
