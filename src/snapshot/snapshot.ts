import type { Approval } from '../model/approval.ts';
import type { Correction } from '../model/correction.ts';
import type { HouseStyle } from '../model/house-style.ts';
import type { Period } from '../model/period.ts';
import type { Settings } from '../model/settings.ts';
import type { MonthReadings } from '../month/pipeline.ts';

/** Raised when the shape of a snapshot changes, so that an older program refuses what it would misread, and the other way round. */
export const snapshotLayout = 1;

/** The frozen inputs of one edition of a month's briefings: whatever is printed comes out of it, the fonts alone excepted. */
export interface Snapshot {
  readonly layout: typeof snapshotLayout;
  readonly inputs: SnapshotInputs;
  readonly edition: Edition;
}

export interface SnapshotInputs {
  /** Version of the program that froze it. */
  readonly program: string;
  readonly period: Period;
  /** Issue date, ISO. */
  readonly issued: string;
  readonly settings: Settings;
  readonly readings: MonthReadings;
  /** The files that the readings speak of. */
  readonly sources: readonly SnapshotSource[];
  readonly style: HouseStyle;
}

export interface SnapshotSource {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface Edition {
  /** 0 for the original, n for 更正版n. */
  readonly number: number;
  /** Why it was corrected; null where nobody said, and for the original. */
  readonly reason: string | null;
  /** Audience → what changed for it since its last edition. Empty for the original. */
  readonly corrections: Readonly<Record<string, Correction>>;
  /** 审签; absent in an edition that was made on demand. */
  readonly approval?: Approval;
}

export const original: Edition = { number: 0, reason: null, corrections: {} };
