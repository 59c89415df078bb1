import { join } from 'node:path';
import { briefings } from '../briefings/index.ts';
import type { Month } from '../briefings/month.ts';
import { kindOf, readBytes } from '../disk/files.ts';
import { templateOf, themeOf } from '../house-style/house-style.ts';
import { type MonthFacts, monthFacts, type PacketFacts, packetFacts } from '../leaks/leak-facts.ts';
import { leaksIn } from '../leaks/leaks-in.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { DataError } from '../model/errors/data-error.ts';
import { FileError } from '../model/errors/file-error.ts';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { TemplateError } from '../model/errors/template-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { composeBriefing } from '../month/pipeline.ts';
import type { ManifestPacket } from '../publishing/manifest.ts';
import { editionFor, judgedMonth } from '../publishing/render.ts';
import type { Edition } from '../snapshot/snapshot.ts';
import { thaw } from '../snapshot/snapshot-file.ts';
import type { CompiledTemplate } from '../template/index.ts';
import { type Archive, pathIn, placeOf } from '../verification/archive.ts';
import type { EntryCheck } from '../verification/verify-entry.ts';
import { notJudged, unknownReader } from './problems.ts';

/** A month as one of its snapshots has it. */
interface Frozen {
  readonly facts: MonthFacts;
  readonly edition: Edition;
  compose(month: Month, audience: string): Document;
}

/**
 * The leak check of files in archives: each by the facts of the snapshot that its packet was made of, and by the rule of the audience in it. Every snapshot
 * is thawed and judged once. What keeps it from being judged is a diagnostic: then nobody knows what its readers may see.
 */
export function leakGate(): EntryCheck {
  const months = new Map<string, Promise<Frozen | Diagnostic>>();
  const packets = new Map<string, PacketFacts | Diagnostic>();

  const factsOf = async (archive: Archive, packet: ManifestPacket): Promise<PacketFacts | Diagnostic> => {
    const path = join(archive.root, snapshotPath(archive, packet));
    const key = `${path} ${packet.audience}`;
    const known = packets.get(key);
    if (known !== undefined) return known;
    const month = months.get(path) ?? frozenIn(path, packet.snapshot);
    months.set(path, month);
    const facts = factsIn(await month, packet, path);
    packets.set(key, facts);
    return facts;
  };

  return async ({ path, bytes }, { packet }, archive) => {
    const facts = await factsOf(archive, packet);
    if ('severity' in facts) return [facts];
    // Under the name that it has in the archive, if it lies there.
    const below = pathIn(archive, path);
    const name = below.startsWith('..') ? path : join(archive.root, below);
    return leaksIn([{ name, bytes }], facts);
  };
}

function snapshotPath({ manifest }: Archive, { snapshot }: ManifestPacket): string {
  return manifest.snapshots.find(({ hash }) => hash === snapshot)?.file.path ?? '';
}

function factsIn(month: Frozen | Diagnostic, { audience }: ManifestPacket, path: string): PacketFacts | Diagnostic {
  if ('severity' in month) return month;
  const { facts, edition, compose } = month;
  const own = editionFor(facts.month, edition, audience);
  const found = packetFacts(facts, { audience, month: own, compose: (one) => compose(one, audience) });
  return found ?? unknownReader({ audience }, placeOf(path));
}

/** Thaws and judges a snapshot. */
async function frozenIn(path: string, hash: string): Promise<Frozen | Diagnostic> {
  if ((await kindOf(path)) !== 'file') return notJudged({ reason: '文件不在了' }, placeOf(path));
  try {
    const { snapshot } = thaw(await readBytes(path), hash);
    const { inputs, edition } = snapshot;
    const theme = themeOf(inputs.style, path);
    const { month } = judgedMonth(inputs, theme);
    const compiled = new Map<string, CompiledTemplate<unknown>>();
    const compose = (one: Month, audience: string) => {
      const briefing = briefings.find((each) => each.audiences(one).includes(audience));
      if (briefing === undefined) throw new RangeError(`no briefing for ${audience}`);
      const template = compiled.get(briefing.template) ?? templateOf(inputs.style, theme, briefing);
      compiled.set(briefing.template, template);
      return composeBriefing(one, briefing, template, audience);
    };
    return { facts: monthFacts({ ...month, snapshot: printedHash(hash) }), edition, compose };
  } catch (error) {
    const known = [SnapshotError, DataError, FileError, TemplateError].some((kind) => error instanceof kind);
    if (!known) throw error;
    return notJudged({ reason: (error as Error).message }, placeOf(path));
  }
}
