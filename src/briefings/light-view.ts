import { z } from 'zod';
import type { Judged } from '../analysis/judged.ts';
import { tones } from '../model/document.ts';
import type { Lights } from '../model/settings.ts';

/** A status light as a template prints it: mark and word, colour in addition. */
export const lightViewSchema = z.strictObject({ label: z.string(), mark: z.string(), tone: z.enum(tones) });
export type LightView = z.infer<typeof lightViewSchema>;

/** What a light says of a target with a limit, which is neither ahead of a pace nor behind. */
export const limitWords = { within: '未超限', beyond: '超限' };

/** In place of a light: without a figure, and where a figure cannot be judged. */
export const unreportedLight: LightView = { label: '未报送', mark: '—', tone: 'muted' };
export const unjudgedLight: LightView = { label: '不计序时', mark: '—', tone: 'muted' };

/** The light of a task, or of a total, which has no limit of its own. */
export function lightView(
  { status, done, limit = null }: Pick<Judged, 'status' | 'done'> & { readonly limit?: Judged['limit'] },
  lights: Lights,
): LightView {
  if (done === null) return unreportedLight;
  if (status === null) return unjudgedLight;
  const { label, mark, tone } = lights[status];
  return { label: limit === null || status === 'done' ? label : limitWords[limit], mark, tone };
}
