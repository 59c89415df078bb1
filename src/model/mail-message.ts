/** One mail as it is to leave: everything that its bytes are made of. The same message makes the same bytes. */
export interface MailMessage {
  readonly from: Mailbox;
  readonly replyTo: Mailbox | null;
  /** As the header names them. The envelope has one recipient a mail, so that each has a state of its own. */
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO UTC time of the Date header. */
  readonly date: string;
  /** `<…@domain>`, from the mail's key alone (`messageIdOf`). */
  readonly messageId: string;
  readonly attachments: readonly MailAttachment[];
}

export interface Mailbox {
  /** Shown beside the address; empty where there is none. */
  readonly name: string;
  readonly address: string;
}

/** A file that goes with a mail; its bytes are a document of the store. */
export interface MailAttachment {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly sha256: string;
  readonly size: number;
}
