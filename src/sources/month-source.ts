import type { Period } from '../model/period.ts';
import type { Settings } from '../model/settings.ts';
import type { WithdrawnReturn } from '../model/withdrawal.ts';
import type { MonthReadings } from '../month/pipeline.ts';
import type { MadeFile, ManifestFile } from '../publishing/manifest.ts';

/** Where months come from: a folder of files, or the store. */
export interface MonthSource {
  /** Everything that a month's briefings are made from. DataError, UsageError, FileError or StoreError. */
  load(period: Period): Promise<MonthInputs>;
  /** The source's own place for snapshots; absent where it has none. */
  readonly snapshots?: SnapshotShelf;
}

/** Where snapshots are kept besides the output folders. StoreError. */
export interface SnapshotShelf {
  /** Keeps a snapshot with what was made of it; what is there already stays as it is. */
  keep(snapshot: KeptSnapshot): Promise<void>;
  /** Hashes that begin so. */
  like(prefix: string): Promise<string[]>;
  open(hash: string): Promise<Pick<KeptSnapshot, 'bytes' | 'made'> | null>;
}

export interface KeptSnapshot {
  readonly hash: string;
  readonly period: Period;
  readonly edition: number;
  readonly program: string;
  readonly bytes: Uint8Array;
  readonly made: readonly MadeFile[];
}

export interface MonthInputs {
  readonly readings: MonthReadings;
  readonly settings: Settings;
  /** Folder with the templates; null for the program's own. */
  readonly templates: string | null;
  /** Every file behind the readings, for the manifest. */
  readonly inputs: readonly ManifestFile[];
  /** Returns of the month that were withdrawn: nothing is made from them. Absent where a source knows of none. */
  readonly withdrawn?: readonly WithdrawnReturn[];
}
