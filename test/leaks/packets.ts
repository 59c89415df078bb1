import { briefings } from '../../src/briefings/index.ts';
import type { Month } from '../../src/briefings/month.ts';
import { ownTemplates } from '../../src/house-style/house-style.ts';
import { type MonthFacts, monthFacts, type PacketFacts, packetFacts } from '../../src/leaks/leak-facts.ts';
import type { MailedFile } from '../../src/leaks/leaks-in.ts';
import type { Document } from '../../src/model/document.ts';
import { composeBriefing } from '../../src/month/pipeline.ts';
import type { PacketFormat } from '../support/open-written.ts';
import { templateIn } from '../support/template-in.ts';
import { theme } from '../support/theme.ts';
import { written } from '../support/written-packet.ts';

/** Rightly made packets and what is known of them. */

export const formats = ['pdf', 'docx', 'xlsx', 'html'] as const satisfies readonly PacketFormat[];

const kinds = await Promise.all(
  briefings.map(async (briefing) => ({ briefing, template: await templateIn(ownTemplates, theme, briefing) })),
);

export function documentFor(month: Month, audience: string): Document {
  const kind = kinds.find(({ briefing }) => briefing.audiences(month).includes(audience));
  if (kind === undefined) throw new Error(`no briefing for ${audience}`);
  return composeBriefing(month, kind.briefing, kind.template, audience);
}

export function audiencesOf(month: Month): string[] {
  return kinds.flatMap(({ briefing }) => briefing.audiences(month));
}

const ofMonths = new WeakMap<Month, { readonly facts: MonthFacts; readonly packets: Map<string, PacketFacts> }>();

/** What is known of a packet, worked out once. */
export function factsFor(month: Month, audience: string): PacketFacts {
  const known = ofMonths.get(month) ?? { facts: monthFacts(month), packets: new Map<string, PacketFacts>() };
  ofMonths.set(month, known);
  const compose = (one: Month) => documentFor(one, audience);
  const found = known.packets.get(audience) ?? packetFacts(known.facts, { audience, month, compose });
  if (found === null) throw new Error(`no packet for ${audience}`);
  known.packets.set(audience, found);
  return found;
}

const files = new WeakMap<Month, Map<string, Promise<MailedFile>>>();

/** A file of a packet, written once. */
export function fileFor(month: Month, audience: string, format: PacketFormat): Promise<MailedFile> {
  const known = files.get(month) ?? new Map<string, Promise<MailedFile>>();
  files.set(month, known);
  const key = `${audience} ${format}`;
  const file = known.get(key) ?? fileNow(month, audience, format);
  known.set(key, file);
  return file;
}

async function fileNow(month: Month, audience: string, format: PacketFormat): Promise<MailedFile> {
  return { name: `简报.${format}`, bytes: await written(documentFor(month, audience), format) };
}
