import { type Period, parsePeriod } from '../model/period.ts';
import { type Form, formVersion } from './form.ts';
import { rowKey } from './form-tasks.ts';

/** Name of the sheet that tells the program, and nobody else, what a form is. */
export const identitySheet = '表式';
const kindName = '民生实事项目进展月报表';

/** What a form says of itself, however it was sorted, saved again or renamed. */
export interface FormIdentity {
  readonly version: string;
  readonly reporter: string;
  readonly period: Period;
  readonly cutoff: string;
  readonly planDigest: string;
  readonly sample: boolean;
  /** Row by row, what stood under 上月累计 when the form was made. */
  readonly previous: ReadonlyMap<string, string>;
}

const labels = {
  kind: '表式',
  version: '表式版本',
  reporter: '填报单位',
  period: '报告月份',
  cutoff: '截止日期',
  planDigest: '任务表校验码',
  nature: '数据性质',
} as const;
const rowsHead = ['编号', '填报范围', '上月累计'] as const;

/** The lines of the sheet. All are words, so that no program takes one for a date or a number. */
export function identityLines(form: Form): string[][] {
  return [
    [labels.kind, kindName],
    [labels.version, formVersion],
    [labels.reporter, form.reporter.name],
    [labels.period, form.period],
    [labels.cutoff, form.cutoff],
    [labels.planDigest, form.planDigest],
    [labels.nature, form.sample ? '示例数据' : '正式数据'],
    [...rowsHead],
    ...form.rows.map(({ target, scope, previous }) => [target.id, scope ?? '', previous]),
  ];
}

/** Reads the lines back; null where they are no form's. A form of another version is known by its first two lines alone. */
export function readIdentity(
  lines: readonly (readonly string[])[],
): FormIdentity | { readonly version: string } | null {
  const text = (label: string) => lines.find(([first]) => first === label)?.[1] ?? '';
  if (text(labels.kind) !== kindName) return null;
  const version = text(labels.version);
  if (version !== formVersion) return { version };
  const period = parsePeriod(text(labels.period));
  const head = lines.findIndex((line) => rowsHead.every((label, index) => line[index] === label));
  const reporter = text(labels.reporter);
  if (period === null || head < 0 || reporter === '') return null;
  return {
    version,
    reporter,
    period,
    cutoff: text(labels.cutoff),
    planDigest: text(labels.planDigest),
    sample: text(labels.nature) === '示例数据',
    previous: new Map(
      lines.slice(head + 1).map(([id = '', scope = '', previous = '']) => [rowKey(id, scope), previous]),
    ),
  };
}
