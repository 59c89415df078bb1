import type { MailMessage } from '../../model/mail-message.ts';
import type { NewMail } from '../../model/new-mail.ts';
import type { Period } from '../../model/period.ts';
import type { Lease } from './lease.ts';
import type { MailPace } from './mail-pace.ts';

/** `retry`: refused for now; `dead`: refused for good; `in-doubt`: it may have arrived or not. */
export const mailStates = ['pending', 'sending', 'sent', 'retry', 'dead', 'in-doubt'] as const;
export type MailState = (typeof mailStates)[number];

/** A mail with its state, without what it says. */
export interface MailSummary extends Omit<NewMail, 'message'> {
  /** Number of the mail, as an officer types it: 1, 2, … */
  readonly id: number;
  readonly state: MailState;
  /** How often it was claimed. */
  readonly attempt: number;
  /** When it is to be tried, for `pending` and `retry`. */
  readonly nextAt: string | null;
  readonly owner: string | null;
  readonly leaseUntil: string | null;
  /** What the other side said last. */
  readonly response: string | null;
  /** SHA-256 of the bytes that were handed over last. */
  readonly sha256: string | null;
  readonly createdAt: string;
  /** When it was sent or given up for good. */
  readonly endedAt: string | null;
}

export interface Mail extends MailSummary {
  readonly message: MailMessage;
}

export interface MailEvent {
  readonly mail: number;
  readonly at: string;
  /** Null for the first. */
  readonly from: MailState | null;
  readonly to: MailState;
  /** A person, or null for the program. */
  readonly by: string | null;
  readonly detail: string;
}

export interface MailFence {
  readonly mail: number;
  readonly owner: string;
  readonly attempt: number;
}

export interface MailEnd {
  readonly state: 'sent' | 'retry' | 'dead' | 'in-doubt';
  readonly response: string;
  /** For `retry`. */
  readonly nextAt: string | null;
  /** Of the bytes that were handed over; null where none were. */
  readonly sha256: string | null;
}

export interface MailQuery {
  readonly period?: Period;
  readonly states?: readonly MailState[];
  readonly kind?: string;
  readonly audience?: string;
  readonly edition?: number;
}

/** What a mail is under another address; all else of it stays. */
export type NewAddress = Pick<NewMail, 'key' | 'recipient' | 'message'>;

export interface Outbox {
  /**
   * Mails whose key is there already are left as they are; returns how many are new. What they carry is kept before. Those that may
   * have left in a time that a restored backup does not know are in doubt from the start (`doubtedUntil`).
   */
  add(mails: readonly NewMail[], now: string): Promise<number>;
  /** Takes the next mail that is due, now `sending`; null where none is, or where none may leave yet. Committed before it returns. */
  claim(lease: Lease, pace?: MailPace | null): Promise<Mail | null>;
  /** When a mail that is due may be claimed, ISO UTC; null where none is due, or one may be claimed now. */
  mayLeaveAt(pace: MailPace): Promise<string | null>;
  renew(fence: MailFence, leaseUntil: string): Promise<boolean>;
  /** Ends the sending. False where the fence is lost. */
  end(fence: MailFence, end: MailEnd, now: string): Promise<boolean>;
  /** Mails whose sender went away in mid-sending are in doubt from now on; those that became so. */
  lapse(now: string): Promise<Mail[]>;
  /** In the order of their numbers. */
  list(which: MailQuery): Promise<MailSummary[]>;
  /** How many are in each state. */
  counts(which: Pick<MailQuery, 'period' | 'kind' | 'edition'>): Promise<Readonly<Record<MailState, number>>>;
  mail(id: number): Promise<Mail | null>;
  /** What became of a mail, as the audit log tells it. */
  events(id: number): Promise<MailEvent[]>;
  /** Puts dead mails back to `pending`; nothing else. Returns those that it did. */
  resend(ids: readonly number[], by: string, because: string, now: string): Promise<number[]>;
  /** Puts a dead mail back to `pending` under another address. False where it is not dead, or the address has such a mail already. */
  readdress(id: number, to: NewAddress, by: string, because: string, now: string): Promise<boolean>;
  /** A person, or a probe (`by` null), says what became of a mail in doubt: `arrived` makes it sent, `absent` pending. False where it is not in doubt. */
  resolve(id: number, what: 'arrived' | 'absent', by: string | null, because: string, now: string): Promise<boolean>;
}
