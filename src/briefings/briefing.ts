import type { z } from 'zod';
import type { Month } from './month.ts';

/** Kinds of readers, as the command line names them. */
export const audienceGroups = ['districts', 'city', 'lead-units'] as const;
export type AudienceGroup = (typeof audienceGroups)[number];

/** One kind of briefing: who gets it, and what its template may speak of. */
export interface Briefing<T> {
  /** Template name, `district` for `templates/district.hbs`. */
  readonly template: string;
  readonly group: AudienceGroup;
  readonly schema: z.ZodType<T>;
  /** Readers of this kind of briefing in a month; each gets a packet and a folder of its own, named like no other. */
  audiences(month: Month): readonly string[];
  /** Title of the document for one audience. */
  title(month: Month, audience: string): string;
  /** Facts in words for one audience; pure. */
  content(month: Month, audience: string): T;
}
