import type { FormReporter } from './reporters.ts';

/** What stands in a column of a form. The open ones are filled by the reporter. */
export const formColumnKeys = [
  'no',
  'name',
  'target',
  'quantity',
  'lead',
  'scope',
  'unit',
  'task',
  'previous',
  'cumulative',
  'fallReason',
  'problems',
  'nextSteps',
] as const;
export type FormColumnKey = (typeof formColumnKeys)[number];

export interface FormColumn {
  readonly key: FormColumnKey;
  readonly label: string;
  /** In units of Excel's column width. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly open: boolean;
}

const columns: Readonly<Record<FormColumnKey, Omit<FormColumn, 'key'>>> = {
  no: { label: '序号', width: 5, align: 'center', open: false },
  name: { label: '项目名称', width: 24.5, align: 'left', open: false },
  target: { label: '编号', width: 6, align: 'center', open: false },
  quantity: { label: '量化目标', width: 11.5, align: 'center', open: false },
  lead: { label: '牵头单位', width: 11.5, align: 'center', open: false },
  scope: { label: '填报范围', width: 8.5, align: 'center', open: false },
  unit: { label: '单位', width: 8.5, align: 'center', open: false },
  task: { label: '全年任务', width: 9.2, align: 'right', open: false },
  previous: { label: '上月累计', width: 9.2, align: 'right', open: false },
  cumulative: { label: '累计完成', width: 9.6, align: 'right', open: true },
  fallReason: { label: '数字下降的原因', width: 13.5, align: 'left', open: true },
  problems: { label: '存在问题', width: 20, align: 'left', open: true },
  nextSteps: { label: '下一步打算', width: 20, align: 'left', open: true },
};

/** The columns of a reporter's form from left to right: a column's form names the lead units, a lead unit's whose part is asked. */
export function columnsOf({ kind }: FormReporter): FormColumn[] {
  const other: FormColumnKey = kind === 'column' ? 'scope' : 'lead';
  return formColumnKeys.filter((key) => key !== other).map((key) => ({ key, ...columns[key] }));
}
