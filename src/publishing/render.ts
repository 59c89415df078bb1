import { approvalText } from '../briefings/approval-words.ts';
import type { AudienceGroup } from '../briefings/briefing.ts';
import { briefings } from '../briefings/index.ts';
import type { Month } from '../briefings/month.ts';
import type { NewFile } from '../disk/files.ts';
import type { Typography } from '../house-style/fonts.ts';
import { templateOf, themeOf } from '../house-style/house-style.ts';
import { type Approval, isDraft } from '../model/approval.ts';
import { chinaDate } from '../model/china-time.ts';
import { editionMark } from '../model/correction.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { DataError } from '../model/errors/data-error.ts';
import { TemplateError } from '../model/errors/template-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { periodText } from '../model/period.ts';
import { printedHash } from '../model/printed-hash.ts';
import { plainText } from '../model/text.ts';
import type { Theme } from '../model/theme.ts';
import { composeBriefing, judgeMonth } from '../month/pipeline.ts';
import type { Edition, SnapshotInputs } from '../snapshot/snapshot.ts';
import type { Frozen } from '../snapshot/snapshot-file.ts';
import { modelBytes } from '../verify/model-file.ts';
import type { Format } from '../writers/index.ts';
import type { Press } from '../writing/press.ts';
import { modelFolder } from './manifest.ts';

/** Called once with (0, total), then after each file. */
export type OnProgress = (done: number, total: number, path: string | null) => void;

export interface RenderOptions {
  /** Audiences to render; empty for all that the edition is for. */
  readonly audiences: readonly string[];
  /** Kinds of them; left out for all. */
  readonly only?: readonly AudienceGroup[] | undefined;
  readonly formats: readonly Format[];
  readonly fonts: Typography['fonts'];
  readonly onProgress?: OnProgress | undefined;
}

/** The files of one audience, and the document behind them. Paths are below the folder of the month. */
export interface RenderedPacket {
  readonly audience: string;
  readonly title: string;
  readonly files: readonly NewFile[];
  readonly model: NewFile;
}

/** A judged month, or a DataError with all that was found. */
export function judgedMonth(
  inputs: SnapshotInputs,
  theme: Theme,
): { month: Month; diagnostics: readonly Diagnostic[] } {
  const { month, diagnostics } = judgeMonth(inputs.readings, { ...inputs, marks: theme.marks });
  if (month === null) throw new DataError(diagnostics);
  return { month, diagnostics };
}

/**
 * Turns a snapshot into its files, the first time and every time after. DataError, UsageError, TemplateError, WriteError,
 * MismatchError or FileError.
 */
export async function renderSnapshot(press: Press, { snapshot, hash }: Frozen, options: RenderOptions) {
  const { inputs, edition } = snapshot;
  const theme = themeOf(inputs.style, `快照 ${printedHash(hash)}`);
  const { month: judged, diagnostics } = judgedMonth(inputs, theme);
  const month: Month = { ...judged, snapshot: printedHash(hash) };
  const jobs = briefingJobs(month, edition, options, (briefing) => templateOf(inputs.style, theme, briefing));
  const packets = await writeAll(press, jobs, { theme, fonts: options.fonts }, options);
  const named = packets.map(({ audience, title, made, model }): RenderedPacket => {
    const mark = editionMark(edition.number, isDraft(edition.approval ?? null));
    const name = `${audience}-${periodText(inputs.period)}民生实事简报${mark}`;
    return {
      audience,
      title,
      files: made.map(({ extension, bytes }) => ({ path: `${audience}/${name}.${extension}`, bytes })),
      model: { path: `${modelFolder}/${audience}${mark}.json.gz`, bytes: model },
    };
  });
  return { packets: named, month, diagnostics };
}

/** A briefing to be made, and who reads it. */
interface BriefingJob {
  readonly audience: string;
  compose(): Document;
}

type Compile = <T>(briefing: (typeof briefings)[number]) => ReturnType<typeof templateOf<T>>;

function briefingJobs(
  month: Month,
  edition: Edition,
  { audiences: asked, only }: Pick<RenderOptions, 'audiences' | 'only'>,
  compile: Compile,
): BriefingJob[] {
  const known = briefings.flatMap((briefing) => briefing.audiences(month));
  refuseUnknown(asked, known);
  const corrected = Object.keys(edition.corrections).filter((name) => edition.corrections[name]?.changes.length !== 0);
  const wanted = asked.length > 0 ? asked : edition.number > 0 ? corrected : known;
  return briefings.flatMap((briefing) => {
    const audiences = briefing.audiences(month).filter((name) => wanted.includes(name));
    if (audiences.length === 0 || only?.includes(briefing.group) === false) return [];
    const template = compile(briefing);
    return audiences.map((audience) => ({
      audience,
      compose: () => {
        const document = composeBriefing(editionFor(month, edition, audience), briefing, template, audience);
        refuseUnsigned(document, edition.approval ?? null, `${briefing.template}.hbs`);
        return document;
      },
    }));
  });
}

/** The month as one audience is told of it. */
export function editionFor(month: Month, edition: Edition, audience: string): Month {
  const { number, reason, corrections, approval = null } = edition;
  const correction = corrections[audience];
  return {
    ...month,
    approval,
    issued: issuedOf(month, approval),
    correction: correction === undefined ? null : { ...correction, edition: number, reason },
  };
}

/** No edition is dated before the day on which it was signed; decisions that hold until a day are judged by the draft's own date. */
function issuedOf({ issued }: Month, approval: Approval | null): string {
  const signed = approval?.kind === 'signed' ? chinaDate(approval.at) : issued;
  return signed > issued ? signed : issued;
}

/** Templates of an office's own may be older than 审签: an edition must not look like one that nobody signs. */
function refuseUnsigned(document: Document, approval: Approval | null, template: string): void {
  if (approval === null) return;
  const words = approvalText(approval);
  const blocks = document.sections.flatMap((section) => section.blocks);
  if (blocks.some((block) => block.kind === 'paragraph' && plainText(block.content).includes(words))) return;
  throw new TemplateError(
    template,
    null,
    `没有印出“${words}”：请在末页（partials/last-page.hbs）的数据快照旁加上 {{masthead.approval}} | does not print who signed; add {{masthead.approval}} to its last page`,
  );
}

/** UsageError names those who get no briefing. */
export function refuseUnknown(asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError({
      'zh-CN': `没有“${unknown.join('、')}”的简报；可选：${known.join('、')}`,
      en: `no briefing for: ${unknown.join(', ')}; known: ${known.join(', ')}`,
    });
}

/** Composes one document after another while the press writes those before. */
async function writeAll(
  press: Press,
  jobs: readonly BriefingJob[],
  typography: Typography,
  { formats, onProgress = () => {} }: RenderOptions,
) {
  const total = jobs.length * formats.length;
  let done = 0;
  onProgress(0, total, null);
  const written = [];
  for (const { audience, compose } of jobs) {
    const document = compose();
    const { title } = document;
    const made = formats.map(async (format) => {
      const file = await press.write({ document, format, typography });
      onProgress(++done, total, `${title}.${file.extension}`);
      return file;
    });
    const whole = Promise.all(made).then((files) => ({ audience, title, made: files, model: modelBytes(document) }));
    // Looked at when all are under way; until then a failure must not count as unhandled.
    whole.catch(() => {});
    written.push(whole);
    // Lets the threads take up work between two compositions.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return Promise.all(written);
}
