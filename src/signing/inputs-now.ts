import { ownTemplates } from '../house-style/house-style.ts';
import type { Period } from '../model/period.ts';
import { issueDay } from '../month/pipeline.ts';
import { gatherInputs } from '../publishing/gather-inputs.ts';
import type { SnapshotInputs } from '../snapshot/snapshot.ts';
import type { SigningOffice } from './places.ts';

/** What a month would be frozen from now, dated by the settings, or later if it is made later. `today` is an ISO date; null for the settings' own. */
export async function inputsNow(
  { source }: Pick<SigningOffice, 'source'>,
  period: Period,
  today: string | null,
): Promise<SnapshotInputs> {
  const loaded = await source.load(period);
  const usual = issueDay(period, loaded.settings);
  const issued = today !== null && today > usual ? today : usual;
  return gatherInputs(loaded, { period, issued, templates: loaded.templates ?? ownTemplates });
}
