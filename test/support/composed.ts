import { briefings } from '../../src/briefings/index.ts';
import type { Month } from '../../src/briefings/month.ts';
import { loadTemplate, ownTemplates } from '../../src/house-style.ts';
import type { Document } from '../../src/model/document.ts';
import { composeBriefing } from '../../src/pipeline.ts';
import { theme } from './theme.ts';

/** The briefing of one audience, made with the program's own templates. */
export async function composed(month: Month, audience: string): Promise<Document> {
  for (const briefing of briefings)
    if (briefing.audiences(month).includes(audience))
      return composeBriefing(month, briefing, await loadTemplate({ folder: ownTemplates, theme }, briefing), audience);
  throw new Error(`no briefing for ${audience}`);
}
