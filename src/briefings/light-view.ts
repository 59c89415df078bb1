import { z } from 'zod';
import { tones } from '../model/document.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Lights, Status } from '../model/settings.ts';

/** A status light as a template prints it: mark and word, colour in addition. */
export const lightViewSchema = z.strictObject({ label: z.string(), mark: z.string(), tone: z.enum(tones) });
export type LightView = z.infer<typeof lightViewSchema>;

/** The light of a task or total: 未报送 without a figure, 不计序时 where a figure has no ratio. */
export function lightView(
  { status, done }: { readonly status: Status | null; readonly done: Quantity | null },
  lights: Lights,
): LightView {
  if (done === null) return { label: '未报送', mark: '—', tone: 'muted' };
  if (status === null) return { label: '不计序时', mark: '—', tone: 'muted' };
  const { label, mark, tone } = lights[status];
  return { label, mark, tone };
}
