/** A line of the audit log. Lines are never changed; each carries the hash of the one before it. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  /** A person, or null for the program. */
  readonly by: string | null;
  /** `edition.signed`, `mail.sent`, `run.failed`, … */
  readonly action: string;
  /** What it is about: `2023-06/0`, the mail's number, `2023-06/close`. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string>>;
  /** Over this line and the hash before. */
  readonly hash: string;
}

export interface AuditLog {
  add(entry: Pick<AuditEntry, 'by' | 'action' | 'subject' | 'detail'>, now: string): Promise<void>;
  /** Oldest first. */
  list(which: { readonly subject?: string; readonly from?: string; readonly to?: string }): Promise<AuditEntry[]>;
  /** The first line that is not as it was written; null where all are. */
  firstChanged(): Promise<number | null>;
}
