import { briefings } from '../briefings/index.ts';
import type { Month } from '../briefings/month.ts';
import { changesFor } from '../corrections/compare-months.ts';
import { themeOf } from '../house-style/house-style.ts';
import type { Approval } from '../model/approval.ts';
import type { Correction } from '../model/correction.ts';
import { DataError } from '../model/errors/data-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { sha256 } from '../model/sha256.ts';
import { plainJson } from '../snapshot/plain-json.ts';
import { type SnapshotInputs, snapshotLayout } from '../snapshot/snapshot.ts';
import { type Frozen, freeze } from '../snapshot/snapshot-file.ts';
import type { SnapshotShelf } from '../sources/month-source.ts';
import { findSnapshot } from './find-snapshot.ts';
import type { Manifest, ManifestPacket } from './manifest.ts';
import { noEarlierEdition, nothingChanged, notJudged, withoutEdition } from './refusals.ts';
import { judgedMonth, refuseUnknown } from './render.ts';

export interface CorrectionOptions {
  readonly inputs: SnapshotInputs;
  /** Output folder of the month, and what its manifest says. */
  readonly out: string;
  readonly manifest: Manifest | null;
  readonly shelf: SnapshotShelf | null;
  readonly reason: string | null;
  /** 审签 of the edition; left out for one made on demand. */
  readonly approval?: Approval;
  /** Audiences that shall get one in any case; empty for those for which something changed. */
  readonly districts: readonly string[];
}

export interface CorrectedEdition {
  readonly frozen: Frozen;
  /** Who gets it, and who has an earlier edition that still holds. */
  readonly audiences: readonly string[];
  readonly unchanged: readonly string[];
  /** Versions of the program that made the editions it is compared with, where they are others. */
  readonly earlierPrograms: readonly string[];
}

/**
 * The next 更正版 of a month, every audience's changes counted from the last edition that it got. With the inputs of the last
 * 更正版 it is that one, for audiences that did not get it yet. UsageError where nothing changed, or there is nothing to correct.
 */
export async function correctedEdition(options: CorrectionOptions): Promise<CorrectedEdition> {
  const { inputs, out, manifest, shelf, reason, districts, approval } = options;
  const last = lastPackets(manifest);
  if (manifest === null || last.size === 0) throw noEarlierEdition(out);
  const open = (hash: string) => findSnapshot(hash, { folders: [out], shelf });
  const newest = manifest.snapshots.reduce((a, b) => (b.edition >= a.edition ? b : a));
  if (newest.edition > 0 && approval === undefined) {
    const frozen = await open(newest.hash);
    if (sameInputs(frozen.snapshot.inputs, inputs)) return remaining(frozen, last, districts);
  }
  const { month } = judgedMonth(inputs, themeOf(inputs.style, out));
  const known = briefings.flatMap((briefing) => briefing.audiences(month));
  refuseUnknown(districts, known);
  const earlier = new Map<string, Month>();
  const programs = new Set<string>();
  const corrections: Record<string, Correction> = {};
  for (const audience of known) {
    const packet = last.get(audience);
    if (packet === undefined) continue;
    if (!earlier.has(packet.snapshot)) {
      const base = await open(packet.snapshot);
      earlier.set(packet.snapshot, monthOf(base));
      programs.add(base.snapshot.inputs.program);
    }
    const before = earlier.get(packet.snapshot) as Month;
    const against = { edition: packet.edition, snapshot: packet.snapshot };
    corrections[audience] = { against, changes: changesFor(before, month, audience) };
  }
  if (Object.values(corrections).every(({ changes }) => changes.length === 0)) throw nothingChanged(inputs.period);
  const edition = { number: newest.edition + 1, reason, corrections, ...(approval === undefined ? {} : { approval }) };
  const frozen = freeze({ layout: snapshotLayout, inputs, edition });
  const earlierPrograms = [...programs].filter((program) => program !== inputs.program);
  return { frozen, ...audiencesOf(corrections, districts), earlierPrograms };
}

/** The last edition of each audience. */
function lastPackets(manifest: Manifest | null): Map<string, ManifestPacket> {
  const last = new Map<string, ManifestPacket>();
  for (const packet of manifest?.packets ?? [])
    if (packet.edition >= (last.get(packet.audience)?.edition ?? 0)) last.set(packet.audience, packet);
  return last;
}

/** The last 更正版 once more, for those who did not get it yet. */
function remaining(
  frozen: Frozen,
  last: ReadonlyMap<string, ManifestPacket>,
  districts: readonly string[],
): CorrectedEdition {
  const { edition, inputs } = frozen.snapshot;
  const { audiences, unchanged } = audiencesOf(edition.corrections, districts);
  const open = audiences.filter((audience) => last.get(audience)?.edition !== edition.number);
  if (open.length === 0) throw nothingChanged(inputs.period);
  return { frozen, audiences: open, unchanged, earlierPrograms: [] };
}

function audiencesOf(corrections: Readonly<Record<string, Correction>>, asked: readonly string[]) {
  const without = asked.filter((name) => corrections[name] === undefined);
  if (without.length > 0) throw withoutEdition(without);
  const names = Object.keys(corrections);
  const changed = (name: string) => corrections[name]?.changes.length !== 0;
  const audiences = asked.length > 0 ? asked : names.filter(changed);
  return { audiences, unchanged: names.filter((name) => !changed(name) && !audiences.includes(name)) };
}

/** An earlier edition as it is judged now. */
function monthOf({ hash, snapshot: { inputs } }: Frozen): Month {
  try {
    return judgedMonth(inputs, themeOf(inputs.style, `快照 ${printedHash(hash)}`)).month;
  } catch (error) {
    // It was published once: what stops it now are checks that came later.
    throw error instanceof DataError ? notJudged(hash, inputs.program, error.diagnostics) : error;
  }
}

function sameInputs(a: SnapshotInputs, b: SnapshotInputs): boolean {
  return sha256(plainJson(a)) === sha256(plainJson(b));
}
