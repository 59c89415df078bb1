import { correctReadings } from '../decisions/correct-readings.ts';
import { type NewFile, publish } from '../disk/files.ts';
import { type Form, type FormDates, formFor } from '../forms/form.ts';
import { formTitle } from '../forms/guidance.ts';
import { lastMonthOf } from '../forms/last-month.ts';
import { type FormReporter, formReporters, reporterNamed } from '../forms/reporters.ts';
import { writeForm } from '../forms/write/write-form.ts';
import { loadTheme, ownTemplates } from '../house-style/house-style.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { DataError } from '../model/errors/data-error.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { yearOf } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { judgePlan } from '../month/judge-plan.ts';
import { planDigest } from '../plan/plan-digest.ts';
import type { MonthSource } from '../sources/month-source.ts';

export interface FormsOptions extends FormDates {
  readonly from: MonthSource;
  /** Districts, lead units or 市本级; empty for all districts and lead units. */
  readonly reporters: readonly string[];
  /** Folder that receives the forms. */
  readonly out: string;
  /** Called once with (0, total), then after each form. */
  readonly onProgress?: (done: number, total: number, path: string | null) => void;
}

export interface MadeForms {
  /** Below `out`, in the plan's order. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** True where last month's figures are 示例数据. */
  readonly sample: boolean;
}

/** A month's return forms, one workbook a reporter. DataError, UsageError, WriteError or FileError leave `out` as it was. */
export async function makeForms(options: FormsOptions): Promise<MadeForms> {
  const { plan, diagnostics, draw } = await readyForms(options);
  const reporters = options.reporters.length === 0 ? formReporters(plan) : named(plan, options.reporters);
  const { onProgress = () => {} } = options;
  const files: NewFile[] = [];
  let sample = false;
  onProgress(0, reporters.length, null);
  for (const reporter of reporters) {
    const { name, bytes, form } = await draw(reporter);
    sample ||= form.sample;
    const path = pathOf(reporter, name);
    files.push({ path, bytes });
    onProgress(files.length, reporters.length, path);
  }
  await publish(options.out, files);
  return { files: files.map(({ path }) => path), diagnostics, sample };
}

export interface ReadyForms {
  /** As printed. */
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
  /** One reporter's form as a workbook. WriteError. */
  draw(reporter: FormReporter): Promise<DrawnForm>;
}

export interface DrawnForm {
  readonly form: Form;
  /** File name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Everything that a month's forms are drawn from. DataError where the plan has errors; UsageError, FileError, StoreError. */
export async function readyForms(options: FormDates & Pick<FormsOptions, 'from'>): Promise<ReadyForms> {
  const { readings, settings, templates } = await options.from.load(options.period);
  const { plan } = readings;
  const year = yearOf(options.period);
  const { diagnostics } = judgePlan(readings, { year, asOf: null, checks: settings.checks });
  if (plan === null || hasErrors(diagnostics)) throw new DataError(diagnostics);
  // What a form asks is the plan as printed, by which it is recognised when it comes back; last month is what counts.
  const { returns } = correctReadings(readings, year).readings;
  const theme = await loadTheme(templates ?? ownTemplates);
  const asked = { plan, digest: planDigest(plan) };
  const draw = async (reporter: FormReporter): Promise<DrawnForm> => {
    const lastMonth = lastMonthOf(plan, returns, options.period, reporter);
    const form = formFor(asked, reporter, options, settings, lastMonth);
    const name = `${reporter.name}-${formTitle(form)}.xlsx`.replaceAll(/[\\/:*?"<>|]/g, '_');
    return { form, name, bytes: await writeForm(form, theme) };
  };
  return { plan, diagnostics, draw };
}

/** Districts and lead units are written to by different people. */
function pathOf({ kind }: FormReporter, name: string): string {
  return `${kind === 'column' ? '区县' : '牵头单位'}/${name}`;
}

function named(plan: Plan, names: readonly string[]): FormReporter[] {
  const reporters = names.map((name) => reporterNamed(plan, name));
  const unknown = names.filter((_, index) => reporters[index] === null);
  if (unknown.length === 0) return reporters.flatMap((reporter) => reporter ?? []);
  const known = formReporters(plan).map(({ name }) => name);
  throw new UsageError({
    'zh-CN': `没有“${unknown.join('、')}”这个填报单位；可选：${known.join('、')}`,
    en: `no such reporter: ${unknown.join(', ')}; known: ${known.join(', ')}`,
  });
}
