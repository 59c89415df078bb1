import { readHouseStyle } from '../house-style/house-style.ts';
import type { Period } from '../model/period.ts';
import { issueDay } from '../month/pipeline.ts';
import { programVersion } from '../program-version.ts';
import { asOf, sourcesOf } from '../snapshot/as-of.ts';
import type { SnapshotInputs } from '../snapshot/snapshot.ts';
import type { MonthInputs } from '../sources/month-source.ts';

/** What a month is printed from: its source and a templates folder, as they are now. FileError. */
export async function gatherInputs(
  month: MonthInputs,
  { period, issued, templates }: { period: Period; issued: string | null; templates: string },
): Promise<SnapshotInputs> {
  const readings = asOf(month.readings, period);
  return {
    program: programVersion,
    period,
    issued: issued ?? issueDay(period, month.settings),
    settings: month.settings,
    readings,
    sources: sourcesOf(readings, month.inputs),
    style: await readHouseStyle(templates),
  };
}
