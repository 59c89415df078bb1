/**
 * Writes the sample returns of 2023 (示例数据): no city publishes its monthly figures, so these are invented by a
 * seeded generator, with the scars that real returns have. `npm run seeds` writes the same bytes every time.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { exact, rounded } from '../src/model/exact.ts';
import { dayIn, type Period, periodOf } from '../src/model/period.ts';
import { type Plan, type Target, targetsOf } from '../src/model/plan.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { textReader } from '../src/readers/text.ts';

const folder = new URL('./2023/', import.meta.url);
const header = '月份,填报单位,版次,截止日期,目标编号,目标内容,累计完成,单位,说明,数据性质';

const lagging = '滨江区';
const aboveTask = { column: '余杭区', target: '4.3', factor: 1.34 };
const missing = { column: '建德市', month: 6 };
const corrected = { column: '富阳区', target: '13.1', month: 5 };
const unitSlip = { column: '临平区', target: '16.1', month: 8 };

interface Task {
  readonly target: Target;
  readonly column: string;
  readonly value: string;
  readonly unit: string;
  /** Month (may be a fraction) in which the work is done in full. */
  readonly finish: number;
  readonly steepness: number;
}

/** mulberry32: small, seeded, the same on every machine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function tasksOf(plan: Plan): Task[] {
  const random = randomOf(2023);
  const diligence = new Map(plan.columns.map(({ name }) => [name, name === lagging ? 4.5 : random() * 1.6 - 0.6]));
  return targetsOf(plan).flatMap(({ target }) =>
    Object.entries(target.allocations).map(([column, { value, unit }]) => ({
      target,
      column,
      value,
      unit,
      finish: Math.min(15, 10.2 + random() * 1.6 + (diligence.get(column) ?? 0)),
      steepness: 1.15 + random() * 0.5,
    })),
  );
}

/** An S-curve from January to the month of completion, cut to whole units or to the decimals of the task. */
function cumulative(task: Task, month: number): string {
  const x = Math.min(1, month / task.finish);
  const share = x ** task.steepness / (x ** task.steepness + (1 - x) ** task.steepness);
  const above = task.column === aboveTask.column && task.target.id === aboveTask.target;
  const places = task.value.includes('.') || task.unit.startsWith('万') ? 1 : 0;
  const grown = Number(task.value) * (above ? Math.min(1.12, share * 2) : share);
  const scale = 10 ** places;
  return (Math.floor(grown * scale + 1e-9) / scale).toFixed(places).replace(/\.0$/, '');
}

function rowsOf(task: Task, period: Period, month: number): string[] {
  const value = cumulative(task, month);
  const is = (scar: { column: string; target: string; month: number }) =>
    scar.column === task.column && scar.target === task.target.id && scar.month === month;
  const row = (revision: number, figure: string, unit: string, remark: string) =>
    [
      period,
      task.column,
      revision,
      dayIn(period, 31),
      task.target.id,
      task.target.clause,
      figure,
      unit,
      remark,
      '示例数据',
    ].join(',');
  if (is(unitSlip)) return [row(1, rounded(exact(value).mul(10_000), 0), '平方米', '')];
  if (task.column !== corrected.column || month !== corrected.month) return [row(1, value, task.unit, '')];
  const wrong = is(corrected) ? rounded(exact(value).mul(2), 0) : value;
  return [row(1, wrong, task.unit, ''), row(2, value, task.unit, is(corrected) ? '首次报送重复统计，已更正' : '')];
}

const source = '附件2-2023.txt';
const { plan } = readPlan(textReader.read(readFileSync(new URL(source, folder)), source).blocks, source);
if (plan === null) throw new Error(`${source} could not be read`);
mkdirSync(new URL('progress/', folder), { recursive: true });
const tasks = tasksOf(plan);
for (let month = 1; month <= 12; month += 1) {
  const period = periodOf(2023, month);
  const order = new Map(plan.columns.map(({ name }, index) => [name, index]));
  const rows = tasks
    .filter((task) => !(task.column === missing.column && month === missing.month))
    .sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0))
    .flatMap((task) => rowsOf(task, period, month));
  // Spreadsheet programs take a CSV for UTF-8 only with the byte order mark.
  writeFileSync(new URL(`progress/${period}.csv`, folder), `\uFEFF${[header, ...rows].join('\r\n')}\r\n`);
}
