import type { MailMessage } from './mail-message.ts';
import type { Period } from './period.ts';

/** A mail for the outbox. */
export interface NewMail {
  /** `2023-06/packet/0/上城区/person@city.example`: the same mail has the same key, and is in the outbox once. */
  readonly key: string;
  readonly period: Period;
  /** 0 for the original, n for 更正版n; null for mails that bring no edition. */
  readonly edition: number | null;
  /** Kind of letter: `packet`, `reminder`, … */
  readonly kind: string;
  /** Who it concerns: a district, a lead unit, 全市. */
  readonly audience: string;
  /** The one address of the envelope. */
  readonly recipient: string;
  readonly message: MailMessage;
}
