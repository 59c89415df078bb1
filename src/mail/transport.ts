import type { Message } from '../model/language.ts';

/** A way for mails to leave: an SMTP server, or a folder of `.eml` files. */
export interface Transport {
  /** As messages name it; without password. */
  readonly where: string;
  /** True where `absent` is certain at once; elsewhere a mail may still be on its way, or be looked for in the wrong place. */
  readonly certain: boolean;
  /** Hands one mail over, once: it never tries again by itself. It never throws: whatever happens is an outcome. */
  send(mail: RawMail): Promise<SendOutcome>;
  /** Looks for a mail that may have left. `unknown` where nothing can tell. Never throws. */
  probe(mail: Pick<RawMail, 'name' | 'messageId'>): Promise<Presence>;
  /** Null where mails can be handed over; otherwise what is wrong and what to do. Sends nothing. */
  check(): Promise<Message | null>;
  close(): Promise<void>;
}

export type Presence = 'arrived' | 'absent' | 'unknown';

/** A mail as bytes, for one recipient. */
export interface RawMail {
  /** What a person calls it, in Chinese; the same mail has the same name, and no other has it. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly bytes: Uint8Array;
}

/**
 * What became of a mail that was handed over. `later`: refused for now (4xx, or no connection before any of it was taken);
 * `refused`: for good (5xx); `unclear`: it may have been taken or not.
 */
export interface SendOutcome {
  readonly kind: 'sent' | 'later' | 'refused' | 'unclear';
  /** What the other side said, or what went wrong (`keptText`), in one line. */
  readonly response: string;
  /** It would be the same with every other mail now: no server, no login, no room. */
  readonly everyMail: boolean;
}
