import type { Decision, NewDecision, Revocation } from '../model/decision.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { NewReturn, Return } from '../model/return.ts';
import type { Withdrawal } from '../model/withdrawal.ts';
import type { Ledger } from './ledger/ledger.ts';

/**
 * Plans, returns and decisions of an office, with where each came from. What is stored is never changed: corrections are new
 * versions and revisions. `now` is an ISO UTC time. Any method may throw a StoreError; a write that does has stored
 * nothing, or, where a server went away in mid-answer, may simply be repeated: nothing is stored twice.
 */
export interface Store {
  /** As messages name it; without user and password. */
  readonly where: string;
  /** What was to be done each month, what was done, and what was sent. */
  readonly ledger: Ledger;
  savePlan(plan: PlanToSave, now: string): Promise<PlanSaved>;
  /** The plan in force in a month: the last version among those that became effective last. */
  plan(period: Period): Promise<StoredPlan | null>;
  planVersion(year: number, version: number): Promise<StoredPlan | null>;
  /** Every version of a year's plan, oldest first. */
  planVersions(year: number): Promise<PlanVersion[]>;
  /** All files or none. The results stand in the order of the returns, file by file. DataError for texts no database holds. */
  saveReturns(files: readonly ReturnsToSave[], now: string): Promise<ReturnSaved[]>;
  /** Withdraws a return: none of it is deleted, none of it counts. False where there is none, or it was withdrawn already. */
  withdrawReturn(which: ReturnName, withdrawal: Withdrawal, now: string): Promise<boolean>;
  /** Returns with all their revisions, in the order of storing; withdrawn ones only where they are asked for. */
  returns(which: ReturnQuery): Promise<StoredReturn[]>;
  /** The same without the figures. */
  revisions(which: ReturnQuery): Promise<ReturnRevision[]>;
  /** Stores a 处理意见 under the next number of its year. DataError for texts no database holds. */
  saveDecision(decision: NewDecision, now: string): Promise<Decision>;
  /** Takes one back; it stays. False where there is none of this id, or it was taken back already. */
  revokeDecision(id: string, revocation: Revocation, now: string): Promise<boolean>;
  /** Every decision, oldest first. */
  decisions(): Promise<Decision[]>;
  /** What a month's briefings are made from. */
  month(period: Period): Promise<StoredMonth>;
  /** Keeps a snapshot and what was rendered from it; what is there already stays as it is. DataError as `saveReturns`. */
  saveSnapshot(snapshot: SnapshotToSave, now: string): Promise<void>;
  /** Hashes of the snapshots that begin so; of all where nothing is given. */
  snapshotsLike(prefix: string): Promise<string[]>;
  snapshot(hash: string): Promise<StoredSnapshot | null>;
  /** The bytes of a source file; null where none has this SHA-256. */
  document(sha256: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** A file as it came in, and what was found when it was read. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanToSave {
  readonly plan: Plan;
  readonly file: ReadFile;
  /** First month in which the plan holds; its year is the plan's. */
  readonly effective: Period;
  /** 文号 of the notice that brought a change; null for the plan of the year's beginning. */
  readonly documentNumber: string | null;
}

/** `unchanged`: the last version with this effective month is the same plan under the same 文号. */
export interface PlanSaved {
  readonly outcome: 'stored' | 'unchanged';
  readonly year: number;
  readonly version: number;
}

export interface PlanVersion {
  readonly year: number;
  readonly version: number;
  readonly effective: Period;
  readonly documentNumber: string | null;
  /** Over the plan as stored. */
  readonly sha256: string;
  readonly source: Source;
}

export interface StoredPlan extends PlanVersion {
  readonly plan: Plan;
  /** What was found when the plan was read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The file that something was read from. */
export interface Source {
  readonly name: string;
  readonly sha256: string;
  /** When it was read and stored, and the id of that reading. */
  readonly readAt: string;
  readonly reading: string;
}

/** A file with the returns that were read from it. */
export interface ReturnsToSave {
  readonly file: ReadFile;
  readonly returns: readonly NewReturn[];
  /** ISO UTC time at which the file arrived, where that is not now. */
  readonly receivedAt?: string;
  readonly formVersion?: string;
  /** SHA-256 of the plan that the form was made for. */
  readonly formPlan?: string;
  /** True where a return that was withdrawn comes in again on purpose. */
  readonly readmitted?: boolean;
}

/**
 * What became of a return: the first of its month and reporter that stands, one more revision, or nothing new. `withdrawn`: it repeats
 * one that was withdrawn, and stays out.
 */
export interface ReturnSaved {
  readonly outcome: 'stored' | 'revised' | 'unchanged' | 'withdrawn';
  readonly period: Period;
  readonly reporter: string;
  /** The number under which it is stored. */
  readonly revision: number;
  /** The revision that counts now; null where all were withdrawn. */
  readonly counts: number | null;
  /** Of the revision that it repeats, where that was withdrawn. */
  readonly withdrawal?: Withdrawal;
}

/** Months from and to, both included; without a bound or a reporter: all. */
export interface ReturnQuery {
  readonly from?: Period;
  readonly to?: Period;
  readonly reporter?: string;
  /** True for those that were withdrawn, instead of those that stand. */
  readonly withdrawn?: boolean;
}

/** One revision of a return. */
export interface ReturnName {
  readonly period: Period;
  readonly reporter: string;
  readonly revision: number;
}

export interface ReturnRevision extends ReturnName {
  readonly cutoff: string;
  readonly sample: boolean;
  readonly receivedAt: string;
  readonly formVersion: string | null;
  readonly formPlan: string | null;
  /** Over cut-off and figures: equal where two returns say the same. */
  readonly content: string;
  readonly source: Source;
  readonly withdrawal: Withdrawal | null;
}

export interface StoredReturn extends Return {
  readonly provenance: ReturnRevision;
}

/** The frozen inputs of one edition of a month, and the digests of the files that were rendered from them. */
export interface SnapshotToSave {
  readonly hash: string;
  readonly period: Period;
  /** 0 for the original, n for 更正版n. */
  readonly edition: number;
  /** Version of the program that froze it. */
  readonly program: string;
  readonly bytes: Uint8Array;
  readonly made: readonly SnapshotFile[];
}

export interface SnapshotFile {
  readonly path: string;
  readonly audience: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface StoredSnapshot extends SnapshotToSave {
  readonly keptAt: string;
}

export interface StoredMonth {
  readonly plan: StoredPlan | null;
  /** All returns of the month's year, all revisions that stand. */
  readonly returns: readonly StoredReturn[];
  /** What was found in the files of the returns that count in the month and the one before. */
  readonly diagnostics: readonly Diagnostic[];
  /** The decisions of the month's year and the one before, oldest first. */
  readonly decisions: readonly Decision[];
  /** The plan's file and those of the returns up to the month. */
  readonly documents: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
}
