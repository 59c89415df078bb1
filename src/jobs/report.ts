import type { AudienceGroup } from '../briefings/briefing.ts';
import { fontsIn } from '../house-style/fonts.ts';
import { ownTemplates } from '../house-style/house-style.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Period } from '../model/period.ts';
import { type CorrectedEdition, correctedEdition } from '../publishing/correct.ts';
import { gatherInputs } from '../publishing/gather-inputs.ts';
import { refuseLostEditions } from '../publishing/lost-manifest.ts';
import type { Manifest } from '../publishing/manifest.ts';
import { publishEdition, readManifest } from '../publishing/publish-edition.ts';
import { alreadyCorrected, signedEarlier } from '../publishing/refusals.ts';
import { type OnProgress, type RenderedPacket, renderSnapshot } from '../publishing/render.ts';
import { original, type SnapshotInputs, snapshotLayout } from '../snapshot/snapshot.ts';
import { type Frozen, freeze } from '../snapshot/snapshot-file.ts';
import { folderSource } from '../sources/data-folder.ts';
import type { KeptSnapshot, MonthSource } from '../sources/month-source.ts';
import type { Format } from '../writers/index.ts';
import { openPress, type Press } from '../writing/press.ts';

export interface ReportOptions {
  /** A data folder, or any other source of months. */
  readonly from: string | MonthSource;
  readonly period: Period;
  /** Readers to brief: districts, lead units, 全市; empty for all. */
  readonly districts: readonly string[];
  /** Kinds of readers to brief; left out for all. */
  readonly only?: readonly AudienceGroup[];
  readonly formats: readonly Format[];
  /** Folder that receives the packets. */
  readonly out: string;
  /** Issue date, ISO; null for the day that the settings name. */
  readonly issued: string | null;
  /** Makes the next 更正版, for this reason if one is given; null for the original. */
  readonly correction?: { readonly reason: string | null } | null;
  /** Called once with (0, total), then after each file. */
  readonly onProgress?: OnProgress;
}

export interface Report {
  readonly manifest: Manifest;
  readonly diagnostics: readonly Diagnostic[];
  /** Files of this run, below `out`, in the order of the manifest. */
  readonly files: readonly string[];
  /** True where the figures are 示例数据. */
  readonly sample: boolean;
  /** Hash of the snapshot that the files were rendered from. */
  readonly snapshot: string;
  /** 0 for the original, n for 更正版n. */
  readonly edition: number;
  /** Audiences whose original, made of other inputs, was replaced. */
  readonly replaced: readonly string[];
  /** Audiences who get no 更正版, because nothing changed for them. */
  readonly unchanged: readonly string[];
  /** Versions of the program that made the editions it was compared with, where they are others. */
  readonly earlierPrograms: readonly string[];
}

/** The main job: a month's packets. DataError, UsageError, TemplateError, WriteError, MismatchError, StoreError or FileError leave `out` as it was. */
export async function report(options: ReportOptions): Promise<Report> {
  const press = openPress(options.formats);
  try {
    return await reportWith(press, options);
  } finally {
    await press.close();
  }
}

/** The same on a press of the caller's. */
export async function reportWith(press: Press, options: ReportOptions): Promise<Report> {
  const { period, issued, out, formats, onProgress } = options;
  const source = typeof options.from === 'string' ? folderSource(options.from) : options.from;
  const loaded = await source.load(period);
  const templates = loaded.templates ?? ownTemplates;
  const inputs = await gatherInputs(loaded, { period, issued, templates });
  const earlier = await readManifest(out);
  if (earlier === null) await refuseLostEditions(out);
  else if (earlier.snapshots.some(({ signed }) => signed !== undefined)) throw signedEarlier(period, out);
  const { frozen, audiences, ...compared } = await editionOf(inputs, source, earlier, options);
  const fonts = fontsIn(templates, inputs.style);
  const { packets, diagnostics, month } = await renderSnapshot(press, frozen, {
    audiences,
    only: options.only,
    formats,
    fonts,
    onProgress,
  });
  const edition = frozen.snapshot.edition.number;
  const replaced = edition > 0 ? [] : replacedBy(frozen, packets, earlier);
  const kept = keptOf(frozen);
  // What is published must be in the store already; what was made of it is known when it is published.
  await source.snapshots?.keep({ ...kept, made: [] });
  const manifest = await publishEdition(out, frozen, packets, loaded.inputs);
  await source.snapshots?.keep({ ...kept, made: manifest.snapshots.find((one) => one.hash === kept.hash)?.made ?? [] });
  const files = packets.flatMap((packet) => packet.files.map(({ path }) => path));
  return { manifest, diagnostics, files, sample: month.sample, snapshot: frozen.hash, edition, replaced, ...compared };
}

function keptOf({ hash, bytes, snapshot: { inputs, edition } }: Frozen): Omit<KeptSnapshot, 'made'> {
  return { hash, period: inputs.period, edition: edition.number, program: inputs.program, bytes };
}

/** The original, or the next 更正版. */
async function editionOf(
  inputs: SnapshotInputs,
  { snapshots }: MonthSource,
  manifest: Manifest | null,
  { correction, out, districts }: ReportOptions,
): Promise<CorrectedEdition> {
  if (correction == null)
    return {
      frozen: freeze({ layout: snapshotLayout, inputs, edition: original }),
      audiences: districts,
      unchanged: [],
      earlierPrograms: [],
    };
  const { reason } = correction;
  return correctedEdition({ inputs, out, manifest, shelf: snapshots ?? null, reason, districts });
}

/** Who had an original of other inputs. UsageError where it was corrected since: what was corrected was issued. */
function replacedBy(
  { hash, snapshot }: Frozen,
  packets: readonly RenderedPacket[],
  earlier: Manifest | null,
): string[] {
  const names = packets.map(({ audience }) => audience);
  const { period } = snapshot.inputs;
  if (earlier === null || earlier.month !== period) return [];
  const own = earlier.packets.filter(({ audience }) => names.includes(audience));
  const others = own.filter((packet) => packet.edition === 0 && packet.snapshot !== hash);
  const last = Math.max(0, ...earlier.packets.map(({ edition }) => edition));
  if (others.length > 0 && last > 0) throw alreadyCorrected(period, last);
  return others.map(({ audience }) => audience);
}
