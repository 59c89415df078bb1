/** The ledger's tables. Ids, months and UTC times are text, JSON is text, booleans are 0 or 1, as everywhere in the store. */
export interface LedgerSchema {
  run: RunRow;
  task: TaskRow;
  pause: PauseRow;
  edition: EditionRow;
  document: DocumentRow;
  mail: MailRow;
  mail_message: MailMessageRow;
  audit_line: AuditLineRow;
  audit_end: AuditEndRow;
}

/** One step of one month. */
export interface RunRow {
  /** `2023-06/close` */
  id: string;
  period: string;
  step: string;
  due: string;
  late: 0 | 1;
  ordered_by: string | null;
  state: string;
  attempt: number;
  /** Together with `lease_until`: while it is running. */
  owner: string | null;
  lease_until: string | null;
  planned: number | null;
  /** `Message`; while it is running, the one from before. */
  reason: string | null;
  started_at: string;
  ended_at: string | null;
}

export interface TaskRow {
  run_id: string;
  key: string;
  /** Order of planning, from 0. */
  position: number;
  state: string;
  /** `Message` */
  reason: string | null;
  ended_at: string | null;
}

export interface PauseRow {
  /** A step, or `*` for all of them. */
  step: string;
  paused_by: string;
  because: string;
  paused_at: string;
}

export interface EditionRow {
  period: string;
  number: number;
  state: string;
  draft_snapshot: string;
  drafted_at: string;
  checked_at: string | null;
  signed_by: string | null;
  signed_at: string | null;
  signed_automatic: 0 | 1 | null;
  published_snapshot: string | null;
  published_at: string | null;
  delivered_at: string | null;
}

/** The bytes of a file that mails carry; the same bytes are kept once. */
export interface DocumentRow {
  sha256: string;
  size: number;
  bytes: Uint8Array;
  kept_at: string;
}

/** A mail without what it says, so that its state can change without that being written again. */
export interface MailRow {
  /** 1, 2, … */
  id: number;
  key: string;
  period: string;
  edition: number | null;
  kind: string;
  audience: string;
  recipient: string;
  state: string;
  attempt: number;
  /** While it is pending or to be tried again. */
  next_at: string | null;
  /** Together with `lease_until`: while it is being sent. */
  owner: string | null;
  lease_until: string | null;
  response: string | null;
  sha256: string | null;
  created_at: string;
  ended_at: string | null;
}

export interface MailMessageRow {
  mail_id: number;
  /** `MailMessage` */
  message: string;
}

/** A line of the audit log; the database itself refuses to change or delete one. */
export interface AuditLineRow {
  seq: number;
  at: string;
  by: string | null;
  action: string;
  subject: string;
  /** Texts by their names, as JSON. */
  detail: string;
  hash: string;
}

/** The last line, once more: without it nobody would miss lines that were cut off at the end. One row at most. */
export interface AuditEndRow {
  one: 1;
  seq: number;
  hash: string;
}
