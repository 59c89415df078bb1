import type { Message } from '../language.ts';

/** Why the store cannot do what it was asked; each fault has a remedy of its own. */
export type StoreFault =
  | 'missing'
  | 'busy'
  | 'full'
  | 'read-only'
  | 'no-access'
  | 'broken'
  | 'newer'
  | 'unreachable'
  | 'disk'
  | 'backup-broken'
  | 'backup-newer'
  | 'file-exists';

/** The store cannot be opened, read or written; what was stored before is untouched. Exit code 3. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;
  readonly text: Message;

  constructor(fault: StoreFault, text: Message, options?: ErrorOptions) {
    super(text['zh-CN'], options);
    this.fault = fault;
    this.text = text;
  }
}
