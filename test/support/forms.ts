import exceljs from 'exceljs';
import { type Form, formFor } from '../../src/forms/form.ts';
import { columnsOf, type FormColumnKey } from '../../src/forms/form-columns.ts';
import { lastMonthOf } from '../../src/forms/last-month.ts';
import { type FormReading, readForm } from '../../src/forms/read/read-form.ts';
import { recogniseForm } from '../../src/forms/read/recognise-form.ts';
import { reporterNamed } from '../../src/forms/reporters.ts';
import { writeForm } from '../../src/forms/write/write-form.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Period } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Return } from '../../src/model/return.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { readSource } from '../../src/readers/index.ts';
import { theme } from './theme.ts';

/** A plan with a decimal unit, a percentage that must stay low, words instead of a number, and a part of 市本级. */
export const smallPlan: Plan = planOf(`2023年民生实事项目任务分解表
序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县
1\t建桥10座、修路9.5万平方米\t10座\t甲局\t2座\t4座\t4座
\t\t9.5万平方米\t甲局\t\t5.5万平方米\t4万平方米
2\t新增托位300个\t300个\t乙局、甲局\t\t200个\t100个
3\t投诉率控制在5%以内\t5%以内\t乙局\t\t5%\t4%
4\t发放育儿券\t育儿券\t乙局\t育儿券不作量化分解。\t\t`);

export const digest = '5b0f'.repeat(16);
export const firstRow = 6;

export function planOf(text: string): Plan {
  const { plan, diagnostics } = loadPlan({ name: '计划.txt', bytes: new TextEncoder().encode(text) });
  if (plan === null) throw new Error(diagnostics.map((d) => d.message.en).join('\n'));
  return plan;
}

export function formOf(
  reporter: string,
  options: { plan?: Plan; returns?: readonly Return[]; period?: Period; digest?: string; settings?: object } = {},
): Form {
  const { plan = smallPlan, returns = [], period = '2023-06' } = options;
  const who = reporterNamed(plan, reporter);
  if (who === null) throw new Error(`no reporter ${reporter}`);
  const dates = { period, cutoff: null, due: null };
  const lastMonth = lastMonthOf(plan, returns, period, who);
  return formFor(
    { plan, digest: options.digest ?? digest },
    who,
    dates,
    settingsSchema.parse(options.settings ?? {}),
    lastMonth,
  );
}

export function writtenForm(form: Form): Promise<Uint8Array> {
  return writeForm(form, theme);
}

/** A form as a liaison has it open, in the library that wrote it. */
export interface OpenForm {
  readonly workbook: exceljs.Workbook;
  readonly sheet: exceljs.Worksheet;
  /** A cell of the answers; rows count from 0. */
  cell(row: number, key: FormColumnKey): exceljs.Cell;
  save(): Promise<Uint8Array>;
}

export async function openForm(form: Form, bytes: Uint8Array): Promise<OpenForm> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const sheet = workbook.worksheets[0] as exceljs.Worksheet;
  const keys = columnsOf(form.reporter).map(({ key }) => key);
  return {
    workbook,
    sheet,
    cell: (row, key) => sheet.getCell(firstRow + row, keys.indexOf(key) + 1),
    save: async () => new Uint8Array(await workbook.xlsx.writeBuffer()),
  };
}

/** A form as it comes back when someone did this to it. */
export async function returnedForm(form: Form, change: (open: OpenForm) => void): Promise<Uint8Array> {
  const open = await openForm(form, await writtenForm(form));
  change(open);
  return open.save();
}

/** What the program makes of a returned form. */
export function readBack(bytes: Uint8Array, plan: Plan = smallPlan, name = '回收.xlsx'): FormReading {
  const form = recogniseForm(readSource(bytes, name), name);
  if (form === null) throw new Error('no form');
  return form.identity === null ? { answer: null, diagnostics: form.diagnostics } : readForm(form, plan, name);
}

/** `error form-rows-missing 7,` */
export function said(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, at }) => `${severity} ${code} ${at?.row ?? ''},${at?.column ?? ''}`);
}
