import type { ManifestFile } from './manifest.ts';
import type { Period } from './model/period.ts';
import type { Settings } from './model/settings.ts';
import type { MonthReadings } from './pipeline.ts';

/** Where months come from: a folder of files, or the store. */
export interface MonthSource {
  /** Everything that a month's briefings are made from. DataError, UsageError, FileError or StoreError. */
  load(period: Period): Promise<MonthInputs>;
}

export interface MonthInputs {
  readonly readings: MonthReadings;
  readonly settings: Settings;
  /** Folder with the templates; null for the program's own. */
  readonly templates: string | null;
  /** Every file behind the readings, for the manifest. */
  readonly inputs: readonly ManifestFile[];
}
