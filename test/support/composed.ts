import { briefings } from '../../src/briefings/index.ts';
import type { Month } from '../../src/briefings/month.ts';
import { ownTemplates } from '../../src/house-style/house-style.ts';
import type { Document } from '../../src/model/document.ts';
import { composeBriefing } from '../../src/month/pipeline.ts';
import { templateIn } from './template-in.ts';
import { theme } from './theme.ts';

const made = new WeakMap<Month, Map<string, Promise<Document>>>();

/** The briefing of one audience, made with the program's own templates: once for each month, as nothing changes a document. */
export function composed(month: Month, audience: string): Promise<Document> {
  const documents = made.get(month) ?? new Map<string, Promise<Document>>();
  made.set(month, documents);
  const document = documents.get(audience) ?? composedNow(month, audience);
  documents.set(audience, document);
  return document;
}

/** The same, made now. */
export async function composedNow(month: Month, audience: string): Promise<Document> {
  for (const briefing of briefings)
    if (briefing.audiences(month).includes(audience))
      return composeBriefing(month, briefing, await templateIn(ownTemplates, theme, briefing), audience);
  throw new Error(`no briefing for ${audience}`);
}
