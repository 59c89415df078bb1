import type { LedgerSchema } from './ledger/ledger-schema.ts';

/**
 * The tables as the program of today sees them. Ids, months and UTC times are text, JSON is text, booleans are 0 or 1,
 * decimals stay text: SQLite and PostgreSQL then hold the same values. How they came about stands in `migrations/`.
 */
export interface Schema extends LedgerSchema {
  schema_version: SchemaVersionRow;
  source_document: SourceDocumentRow;
  reading: ReadingRow;
  plan_version: PlanVersionRow;
  return_revision: ReturnRevisionRow;
  figure: FigureRow;
  return_withdrawal: ReturnWithdrawalRow;
  decision: DecisionRow;
  decision_revocation: DecisionRevocationRow;
  snapshot: SnapshotRow;
  snapshot_file: SnapshotFileRow;
}

/** One migration that was carried out. */
export interface SchemaVersionRow {
  version: number;
  name: string;
  applied_at: string;
}

/** The bytes of a file that something was read from; the same bytes are kept once. */
export interface SourceDocumentRow {
  sha256: string;
  size: number;
  bytes: Uint8Array;
  imported_at: string;
}

/** One reading of a file of which something was stored, with all that was found on the way. */
export interface ReadingRow {
  id: string;
  document_sha256: string;
  /** The file's name at that time. */
  name: string;
  read_at: string;
  /** `Diagnostic[]` */
  diagnostics: string;
}

/** A plan as it was read. Versions are never changed. */
export interface PlanVersionRow {
  year: number;
  /** 1, 2, … in the order of storing. */
  version: number;
  /** First month in which it holds. */
  effective_month: string;
  /** 文号 of the notice that changed the plan; empty where none was named. */
  document_number: string;
  /** `Plan` */
  plan: string;
  plan_sha256: string;
  reading_id: string;
}

/** One return of one reporter for one month. Revisions are never changed. */
export interface ReturnRevisionRow {
  id: string;
  /** Order of storing, over all returns. */
  seq: number;
  period: string;
  reporter: string;
  revision: number;
  /** 版次 that the return itself names; 0 where it names none; its own number where it was withdrawn and came in again. */
  declared: number;
  cutoff: string;
  sample: 0 | 1;
  received_at: string;
  form_version: string | null;
  /** SHA-256 of the plan that the form was made for. */
  form_plan_sha256: string | null;
  reading_id: string;
  document_sha256: string;
  /** Over cut-off and figures, whatever their order and place in the file. */
  content_sha256: string;
  source: string;
  place_part: string | null;
  place_row: number | null;
  place_column: number | null;
}

/** One entry of a return: a figure, or the mark that stands in its place. */
export interface FigureRow {
  return_id: string;
  /** Place in the return, from 0. */
  position: number;
  target: string;
  /** Column of the plan; null where it is the reporter's own. */
  column_name: string | null;
  value: string | null;
  unit: string | null;
  mark: string | null;
  remark: string;
  fall_reason: string | null;
  problems: string | null;
  next_steps: string | null;
  source: string;
  place_part: string | null;
  place_row: number | null;
  place_column: number | null;
}

/** A return that was withdrawn; there is one at most of each. */
export interface ReturnWithdrawalRow {
  return_id: string;
  withdrawn_by: string;
  because: string;
  withdrawn: string;
  recorded_at: string;
}

/** One 处理意见. Decisions are never changed. */
export interface DecisionRow {
  id: string;
  /** Order of recording. */
  seq: number;
  year: number;
  kind: string;
  code: string;
  /** `About` */
  about: string;
  /** The figures of the diagnostic, as JSON. */
  data: string;
  finding: string;
  /** `DecidedFigure`; null unless it corrects. */
  figure: string | null;
  value: string | null;
  unit: string | null;
  was_value: string | null;
  was_unit: string | null;
  decided_by: string;
  because: string;
  decided: string;
  until: string | null;
  recorded_at: string;
}

/** A decision that was taken back; there is one at most. */
export interface DecisionRevocationRow {
  decision_id: string;
  revoked_by: string;
  because: string;
  revoked: string;
  recorded_at: string;
}

/** The frozen inputs of one edition of a month. Snapshots are never changed. */
export interface SnapshotRow {
  hash: string;
  period: string;
  /** 0 for the original, n for 更正版n. */
  edition: number;
  /** Version of the program that froze it. */
  program: string;
  bytes: Uint8Array;
  kept_at: string;
}

/** A file that was rendered from a snapshot, by its digest. */
export interface SnapshotFileRow {
  snapshot_hash: string;
  /** Below the output folder of the month. */
  path: string;
  audience: string;
  sha256: string;
  size: number;
  kept_at: string;
}

/** The tables that hold what an office entrusts to the store, referred-to ones first, with their primary keys. */
export const tables = [
  { name: 'source_document', key: ['sha256'] },
  { name: 'reading', key: ['id'] },
  { name: 'plan_version', key: ['year', 'version'] },
  { name: 'return_revision', key: ['id'] },
  { name: 'figure', key: ['return_id', 'position'] },
  { name: 'return_withdrawal', key: ['return_id'] },
  { name: 'decision', key: ['id'] },
  { name: 'decision_revocation', key: ['decision_id'] },
  { name: 'snapshot', key: ['hash'] },
  { name: 'snapshot_file', key: ['snapshot_hash', 'path'] },
  { name: 'run', key: ['id'] },
  { name: 'task', key: ['run_id', 'key'] },
  { name: 'pause', key: ['step'] },
  { name: 'edition', key: ['period', 'number'] },
  { name: 'document', key: ['sha256'] },
  { name: 'mail', key: ['id'] },
  { name: 'mail_message', key: ['mail_id'] },
  { name: 'audit_line', key: ['seq'] },
  { name: 'audit_end', key: ['one'] },
] as const satisfies readonly { name: Exclude<keyof Schema, 'schema_version'>; key: readonly string[] }[];
