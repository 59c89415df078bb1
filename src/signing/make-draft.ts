import { themeOf } from '../house-style/house-style.ts';
import { chinaDate } from '../model/china-time.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import { correctedEdition } from '../publishing/correct.ts';
import { findSnapshot } from '../publishing/find-snapshot.ts';
import { refuseLostEditions } from '../publishing/lost-manifest.ts';
import type { Manifest, ManifestPacket } from '../publishing/manifest.ts';
import { readManifest } from '../publishing/publish-edition.ts';
import { alreadyCorrected } from '../publishing/refusals.ts';
import { judgedMonth, type OnProgress } from '../publishing/render.ts';
import { inputChanges } from '../snapshot/input-changes.ts';
import { original, type SnapshotInputs, snapshotLayout } from '../snapshot/snapshot.ts';
import { type Frozen, freeze } from '../snapshot/snapshot-file.ts';
import { shelfOf } from '../sources/store-shelf.ts';
import type { Edition } from '../store/ledger/editions.ts';
import type { Format } from '../writers/index.ts';
import type { Press } from '../writing/press.ts';
import { inputsNow } from './inputs-now.ts';
import { draftFolder, monthFolder, type SigningOffice } from './places.ts';
import { publishSigned } from './publish-signed.ts';
import { draftFirst, publishedAlready, signedAlready, signedMeanwhile, signedUnknown } from './refusals.ts';
import { wholeEdition } from './whole-edition.ts';
import { writeDraft } from './write-draft.ts';

export interface DraftOptions {
  readonly period: Period;
  /** Drafts the next 更正版, for this reason if one is given; null for the original. */
  readonly correction: { readonly reason: string | null } | null;
  /** ISO UTC time. */
  readonly now: string;
  /** PDF, Word and Excel if left out. */
  readonly formats?: readonly Format[];
  readonly onProgress?: OnProgress | undefined;
  /** The caller's own for these formats; left out for one that is opened and closed. */
  readonly press?: Press | undefined;
}

export interface Draft {
  readonly edition: Edition;
  readonly folder: string;
  readonly packets: readonly ManifestPacket[];
  /** What was found in the month, for a person to see. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sample: boolean;
  /** Audiences who get no 更正版, because nothing changed for them. */
  readonly unchanged: readonly string[];
  /** True where it had been made before and nothing changed since. */
  readonly kept: boolean;
  /** True where `report` made the month on demand into the folder that the signed one will go to. */
  readonly onDemand: boolean;
}

export const packetFormats: readonly Format[] = ['pdf', 'docx', 'xlsx'];

/**
 * Renders the 送审稿 of a month, or of its next 更正版, and notes it. The same inputs make the same draft: it is left as it
 * is, checked or not. DataError as `report`; UsageError where the edition is signed, or there is nothing to correct. FileError, StoreError …
 */
export async function makeDraft(office: SigningOffice, options: DraftOptions): Promise<Draft> {
  const { period, now, formats = packetFormats } = options;
  const out = monthFolder(office, period);
  await refuseOrComplete(office, options, await readManifest(out));
  const manifest = await readManifest(out);
  if (manifest === null) await refuseLostEditions(out);
  const inputs = await inputsNow(office, period, chinaDate(now));
  const { frozen, audiences, unchanged } = await draftOf(office, inputs, manifest, options);
  const number = frozen.snapshot.edition.number;
  const about = { period, number };
  const folder = draftFolder(office, about);
  const told = { folder, unchanged, onDemand: isOnDemand(manifest) };
  const known = await office.store.ledger.editions.edition(period, number);
  const kept = known && (await stillGood(office, known, frozen, formats, now));
  if (known !== null && kept !== null) {
    const { month, diagnostics } = judgedMonth(inputs, themeOf(inputs.style, folder));
    return { ...told, edition: known, packets: kept, diagnostics, sample: month.sample, kept: true };
  }
  const asked = { audiences, formats, onProgress: options.onProgress, press: options.press };
  const written = await writeDraft(office, frozen, { folder, ...asked, now });
  const edition = await office.store.ledger.editions.draft(about, frozen.hash, now);
  if (edition === null) throw signedMeanwhile(about);
  return { ...told, ...written, edition, kept: false };
}

/** What the ledger says against a new draft; where it says that an edition is published, its files are made complete first. */
async function refuseOrComplete(
  office: SigningOffice,
  { period, correction, now }: DraftOptions,
  manifest: Manifest | null,
): Promise<void> {
  const editions = await office.store.ledger.editions.list(period);
  const signed = editions.find((edition) => edition.signed !== null && edition.published === null);
  if (signed?.signed) throw signedAlready(signed, signed.signed);
  const published = editions.findLast((edition) => edition.published !== null);
  if (correction === null) {
    const further = published ?? editions.find(({ number }) => number > 0);
    if (further !== undefined) throw publishedAlready(further);
    const unknown = manifest?.snapshots.findLast((one) => one.signed !== undefined);
    if (unknown?.signed) throw signedUnknown({ period, number: unknown.edition }, unknown.signed.by);
  } else if (published !== undefined) await publishSigned(office, { period, number: published.number, now });
  else if (editions[0]?.number === 0 && !isSigned(manifest)) throw draftFirst(editions[0]);
}

async function draftOf(
  office: SigningOffice,
  inputs: SnapshotInputs,
  manifest: Manifest | null,
  { period, correction, now }: DraftOptions,
): Promise<{ frozen: Frozen; audiences: readonly string[]; unchanged: readonly string[] }> {
  const approval = { kind: 'draft' } as const;
  if (correction === null) {
    const corrected = Math.max(0, ...(manifest?.packets ?? []).map(({ edition }) => edition));
    if (corrected > 0) throw alreadyCorrected(period, corrected);
    const edition = { ...original, approval };
    return { frozen: freeze({ layout: snapshotLayout, inputs, edition }), audiences: [], unchanged: [] };
  }
  const places = { out: monthFolder(office, period), manifest, shelf: shelfOf(office.store, now) };
  return correctedEdition({ inputs, ...places, reason: correction.reason, districts: [], approval });
}

/** The packets of the draft that is noted, if it is whole and would be the same now but for its date; null otherwise. */
async function stillGood(
  office: SigningOffice,
  { period, number, draft }: Edition,
  { snapshot: { inputs, edition } }: Frozen,
  formats: readonly Format[],
  now: string,
): Promise<ManifestPacket[] | null> {
  const folder = draftFolder(office, { period, number });
  const packets = await wholeEdition(folder, draft.snapshot);
  if (packets === null) return null;
  const { snapshot } = await findSnapshot(draft.snapshot, { folders: [folder], shelf: shelfOf(office.store, now) });
  const same = inputChanges(snapshot.inputs, inputs).length === 0 && snapshot.edition.reason === edition.reason;
  const made = new Set(packets.flatMap(({ files }) => files.map(({ path }) => path.slice(path.lastIndexOf('.') + 1))));
  return same && made.size === formats.length && formats.every((format) => made.has(format)) ? packets : null;
}

/** Whether somebody signed what lies there, which a restored ledger may not know. */
function isSigned(manifest: Manifest | null): boolean {
  return manifest?.snapshots.some(({ signed }) => signed !== undefined) ?? false;
}

function isOnDemand(manifest: Manifest | null): boolean {
  return manifest?.snapshots.some(({ signed }) => signed === undefined) ?? false;
}
