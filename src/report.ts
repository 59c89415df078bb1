import { join } from 'node:path';
import { briefings } from './briefings/index.ts';
import type { Month } from './briefings/month.ts';
import { folderSource } from './data-folder.ts';
import { type NewFile, publish, readTextIfThere } from './files.ts';
import { loadTemplate, loadTheme, ownTemplates, type TemplateFolder } from './house-style.ts';
import {
  inputsOf,
  type Manifest,
  type ManifestPacket,
  manifestBytes,
  manifestFile,
  manifestName,
  mergeManifest,
  modelFolder,
  parseManifest,
} from './manifest.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Document } from './model/document.ts';
import { DataError } from './model/errors/data-error.ts';
import { UsageError } from './model/errors/usage-error.ts';
import { type Period, periodText } from './model/period.ts';
import type { MonthSource } from './month-source.ts';
import { composeBriefing, judgeMonth } from './pipeline.ts';
import { modelBytes } from './verify/model-file.ts';
import type { Format } from './writers/index.ts';
import { openPress, type Press } from './writing/press.ts';
import type { WrittenFile } from './writing/write-task.ts';

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
  const source = typeof options.from === 'string' ? folderSource(options.from) : options.from;
  const { readings, settings, templates: own, inputs: origins } = await source.load(options.period);
  const templates = own ?? ownTemplates;
  const theme = await loadTheme(templates);
  const { month, diagnostics } = judgeMonth(readings, { ...options, settings, marks: theme.marks });
  if (month === null) throw new DataError(diagnostics);
  const jobs = await briefingJobs(month, options.districts, { folder: templates, theme });
  const written = await writeAll(press, jobs, templates, options);
  const inputs = inputsOf(origins);
  const files: NewFile[] = [];
  const models: NewFile[] = [];
  const packets = written.map(({ title, made, model }, index): ManifestPacket => {
    const { audience } = jobs[index] as BriefingJob;
    const name = `${audience}-${periodText(options.period)}民生实事简报`;
    const own = made.map(({ extension, bytes }) => ({ path: `${audience}/${name}.${extension}`, bytes }));
    files.push(...own);
    const behind = { path: `${modelFolder}/${audience}.json.gz`, bytes: model };
    models.push(behind);
    return {
      audience,
      title,
      madeFrom: inputs.digest,
      model: manifestFile(behind.path, behind.bytes),
      files: own.map(({ path, bytes }) => manifestFile(path, bytes)),
    };
  });
  const manifestPath = join(options.out, manifestName);
  const manifest = mergeManifest(parseManifest(await readTextIfThere(manifestPath)), {
    month: options.period,
    inputs: { [inputs.digest]: inputs.files },
    packets,
  });
  // The manifest comes last: until it is there, what it names is not what it names.
  await publish(options.out, [...files, ...models, { path: manifestName, bytes: manifestBytes(manifest) }]);
  return { manifest, diagnostics, files: files.map(({ path }) => path), sample: month.sample };
}

/** Composes one document after another while the press writes those before. */
async function writeAll(press: Press, jobs: readonly BriefingJob[], templates: string, options: ReportOptions) {
  const { formats, onProgress = () => {} } = options;
  const total = jobs.length * formats.length;
  let done = 0;
  onProgress(0, total, null);
  const written: Promise<{ title: string; made: WrittenFile[]; model: Uint8Array }>[] = [];
  for (const job of jobs) {
    const document = job.compose();
    const made = formats.map(async (format) => {
      const file = await press.write({ document, format, templates });
      onProgress(++done, total, `${document.title}.${file.extension}`);
      return file;
    });
    const whole = Promise.all(made).then((files) => ({
      title: document.title,
      made: files,
      model: modelBytes(document),
    }));
    // Looked at when all are under way; until then a failure must not count as unhandled.
    whole.catch(() => {});
    written.push(whole);
    // Lets the threads take up work between two compositions.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return Promise.all(written);
}

/** A briefing to be made, and who reads it. */
interface BriefingJob {
  readonly audience: string;
  compose(): Document;
}

async function briefingJobs(
  month: Month,
  wanted: readonly string[],
  templates: TemplateFolder,
): Promise<BriefingJob[]> {
  const known = briefings.flatMap((briefing) => briefing.audiences(month));
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError({
      'zh-CN': `没有“${unknown.join('、')}”这个区、县（市）；可选：${known.join('、')}`,
      en: `no such district: ${unknown.join(', ')}; known: ${known.join(', ')}`,
    });
  const jobs: BriefingJob[] = [];
  for (const briefing of briefings) {
    const audiences = briefing.audiences(month).filter((name) => wanted.length === 0 || wanted.includes(name));
    if (audiences.length === 0) continue;
    const template = await loadTemplate(templates, briefing);
    for (const audience of audiences)
      jobs.push({ audience, compose: () => composeBriefing(month, briefing, template, audience) });
  }
  return jobs;
}
