import { join } from 'node:path';
import { briefings } from './briefings/index.ts';
import type { Month } from './briefings/month.ts';
import { loadFolder } from './data-folder.ts';
import { type NewFile, publish, readTextIfThere } from './files.ts';
import { loadResources, loadTemplate, ownTemplates } from './house-style.ts';
import {
  inputsOf,
  type Manifest,
  type ManifestPacket,
  manifestFile,
  mergeManifest,
  parseManifest,
} from './manifest.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Document } from './model/document.ts';
import { DataError } from './model/errors/data-error.ts';
import { UsageError } from './model/errors/usage-error.ts';
import { type Period, periodText } from './model/period.ts';
import { composeBriefing, loadMonth } from './pipeline.ts';
import type { Format } from './writers/index.ts';
import { writeDocuments } from './writing/write-documents.ts';

export interface ReportOptions {
  /** Data folder. */
  readonly from: string;
  readonly period: Period;
  /** Districts to brief; empty for all, and the city. */
  readonly districts: readonly string[];
  readonly formats: readonly Format[];
  /** Folder that receives the packets. */
  readonly out: string;
  /** Issue date, ISO; null for the day that the settings name. */
  readonly issued: string | null;
  /** Called once with (0, total), then after each file. */
  readonly onProgress?: (done: number, total: number, path: string | null) => void;
}

export interface Report {
  readonly manifest: Manifest;
  readonly diagnostics: readonly Diagnostic[];
  /** Files of this run, below `out`, in the order of the manifest. */
  readonly files: readonly string[];
  /** True where the figures are 示例数据. */
  readonly sample: boolean;
}

/** The main job: a month's packets. DataError, UsageError, TemplateError, WriteError or FileError leave `out` as it was. */
export async function report(options: ReportOptions): Promise<Report> {
  const folder = await loadFolder(options.from);
  const { month, diagnostics } = loadMonth({ ...options, ...folder, settings: folder.config.settings });
  if (month === null) throw new DataError(diagnostics);
  const templates = folder.config.templates === undefined ? ownTemplates : join(options.from, folder.config.templates);
  const packets = await composePackets(month, options.districts, templates);
  const resources = await loadResources(templates, options.formats.includes('pdf'));
  const written = await writeDocuments(packets, options.formats, resources, options.onProgress);
  const inputs = inputsOf(folder.inputs);
  const files: NewFile[] = [];
  const entries = packets.map(({ audience, document }, index): ManifestPacket => {
    const made = (written[index] ?? []).map(({ extension, bytes }) => ({
      path: `${audience}/${audience}-${periodText(options.period)}民生实事简报.${extension}`,
      bytes,
    }));
    files.push(...made);
    return {
      audience,
      title: document.title,
      madeFrom: inputs.digest,
      files: made.map(({ path, bytes }) => manifestFile(path, bytes)),
    };
  });
  const manifestPath = join(options.out, 'manifest.json');
  const manifest = mergeManifest(parseManifest(await readTextIfThere(manifestPath)), {
    month: options.period,
    inputs: { [inputs.digest]: inputs.files },
    packets: entries,
  });
  const manifestBytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  await publish(options.out, [...files, { path: 'manifest.json', bytes: manifestBytes }]);
  return { manifest, diagnostics, files: files.map(({ path }) => path), sample: month.sample };
}

/** A document and who reads it. */
export interface ComposedPacket {
  readonly audience: string;
  readonly document: Document;
}

async function composePackets(month: Month, wanted: readonly string[], templates: string): Promise<ComposedPacket[]> {
  const known = briefings.flatMap((briefing) => briefing.audiences(month));
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError({
      'zh-CN': `没有“${unknown.join('、')}”这个区、县（市）；可选：${known.join('、')}`,
      en: `no such district: ${unknown.join(', ')}; known: ${known.join(', ')}`,
    });
  const packets: ComposedPacket[] = [];
  for (const briefing of briefings) {
    const audiences = briefing.audiences(month).filter((name) => wanted.length === 0 || wanted.includes(name));
    if (audiences.length === 0) continue;
    const template = await loadTemplate(templates, briefing);
    for (const audience of audiences)
      packets.push({ audience, document: composeBriefing(month, briefing, template, audience) });
  }
  return packets;
}
