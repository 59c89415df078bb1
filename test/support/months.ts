import type { Period } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { loadMonth, loadPlan } from '../../src/month/pipeline.ts';
import { theme } from './theme.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const header = '月份,填报单位,版次,截止日期,目标编号,累计完成,单位,数据性质';

/** A plan of one project, 建桥10座, with three columns. */
export const bridges = '序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县\n1\t建桥10座\t10座\t甲局\t2座\t4座\t4座';

/** Reads a month from rows such as `甲区,1,,1.1,2,座,`; the month comes first by itself. */
export function monthOf(rows: readonly string[], options: { plan?: string; period?: Period; settings?: object } = {}) {
  const period = options.period ?? '2023-06';
  const lines = rows.map((row) => (/^\d{4}-/.test(row) ? row : `${period},${row}`));
  return loadMonth({
    plan: { name: '计划.txt', bytes: bytes(options.plan ?? bridges) },
    returns: [{ name: '月报.csv', bytes: bytes([header, ...lines].join('\n')) }],
    period,
    settings: settingsSchema.parse(options.settings ?? {}),
    marks: theme.marks,
    issued: null,
  });
}

/** Rows of a complete month: every column's figure for target 1.1. */
export function full(city: string, a: string, b: string): string[] {
  return [`市本级,1,,1.1,${city},座,`, `甲区,1,,1.1,${a},座,`, `乙县,1,,1.1,${b},座,`];
}

/** The plan of some rows, with its header first. */
export function planOfRows(rows: readonly string[]): Plan {
  const { plan, diagnostics } = loadPlan({ name: '计划.txt', bytes: bytes(rows.join('\n')) });
  if (plan === null) throw new Error(diagnostics.map((d) => d.message.en).join('\n'));
  return plan;
}
