import { folderSource } from './data-folder.ts';
import { fontsIn } from './fonts.ts';
import { ownTemplates } from './house-style.ts';
import type { Manifest } from './manifest.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Period } from './model/period.ts';
import type { MonthSource } from './month-source.ts';
import { gatherInputs } from './publishing/gather-inputs.ts';
import { publishEdition } from './publishing/publish-edition.ts';
import { type OnProgress, renderSnapshot } from './publishing/render.ts';
import { original, snapshotLayout } from './snapshot/snapshot.ts';
import { freeze } from './snapshot/snapshot-file.ts';
import type { Format } from './writers/index.ts';
import { openPress, type Press } from './writing/press.ts';

export interface ReportOptions {
  /** A data folder, or any other source of months. */
  readonly from: string | MonthSource;
  readonly period: Period;
  /** Districts to brief; empty for all, and the city. */
  readonly districts: readonly string[];
  readonly formats: readonly Format[];
  /** Folder that receives the packets. */
  readonly out: string;
  /** Issue date, ISO; null for the day that the settings name. */
  readonly issued: string | null;
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
}

/** The main job: a month's packets. DataError, UsageError, TemplateError, WriteError, MismatchError or FileError leave `out` as it was. */
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
  const { period, issued, out, districts, formats, onProgress } = options;
  const source = typeof options.from === 'string' ? folderSource(options.from) : options.from;
  const loaded = await source.load(period);
  const templates = loaded.templates ?? ownTemplates;
  const inputs = await gatherInputs(loaded, { period, issued, templates });
  const frozen = freeze({ layout: snapshotLayout, inputs, edition: original });
  const fonts = fontsIn(templates, inputs.style);
  const rendered = await renderSnapshot(press, frozen, { audiences: districts, formats, fonts, onProgress });
  const manifest = await publishEdition(out, frozen, rendered.packets, loaded.inputs);
  const files = rendered.packets.flatMap((packet) => packet.files.map(({ path }) => path));
  const { diagnostics, month } = rendered;
  return { manifest, diagnostics, files, sample: month.sample, snapshot: frozen.hash };
}
