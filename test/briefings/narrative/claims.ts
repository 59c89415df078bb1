import { expect } from 'vitest';

/** What a sentence may say: the pattern of it, and how what it says is compared with the tables. */
export type Claim<F> = readonly [pattern: RegExp, check: (match: readonly string[], facts: F) => void];

/** Every sentence must be one that is known, and true. */
export function expectTrue<F>(sentences: readonly string[], claims: readonly Claim<F>[], facts: F): void {
  for (const sentence of sentences) {
    const known = claims.flatMap(([pattern, check]) => {
      const match = pattern.exec(sentence);
      return match === null
        ? []
        : [
            () =>
              check(
                [...match].map((group) => group ?? ''),
                facts,
              ),
          ];
    });
    expect(known.length, `a sentence of one known kind: ${sentence}`).toBe(1);
    try {
      known[0]?.();
    } catch (error) {
      throw new Error(`not so: ${sentence}\n${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }
}

/** One task as a table shows it. */
export interface Task {
  readonly id: string;
  readonly column: string;
  /** NaN where nothing was reported. */
  readonly done: number;
  readonly task: number;
  /** 按序时, 超限, 不计序时, 未报送 */
  readonly light: string;
  /** Whether the task is a limit (5%以内), of which there is no rate. */
  readonly limit: boolean;
}

type Lit = Pick<Task, 'light'>;
export const lags = ({ light }: Lit) => ['滞后', '严重滞后', '偏慢', '超限'].includes(light);
export const isDone = ({ light }: Lit) => light === '已完成';
export const isMissing = ({ light }: Lit) => light === '未报送';
const isUnjudged = ({ light }: Lit) => light === '不计序时';
/** Whether a task can have a rate at all. */
export const isRated = ({ light, limit }: Task) => light !== '不计序时' && !limit;

/** What the arithmetic of doubles may be off. */
const slack = (value: number) => 1e-9 + Math.abs(value) * 1e-9;

/** A percentage as printed, of a rate: as many decimals as it has. */
export function expectPercent(text: string, rate: number): void {
  const [, digits, decimals = ''] = /^(-?\d+(?:\.(\d+))?)%$/.exec(text) ?? [];
  expect(digits, text).toBeDefined();
  expect(Math.abs(Number(digits) - rate * 100)).toBeLessThanOrEqual(0.5 * 10 ** -decimals.length + slack(rate));
}

/** 高于…1.2个百分点, 低于…, 与…持平: a word for above and below, the size, and the difference of rates that it is about. */
export function expectDifference(word: string, size: string, difference: number): void {
  const points = difference * 100;
  if (size === '') {
    expect(word).toMatch(/^与|相同|持平/);
    expect(Math.abs(points)).toBeLessThanOrEqual(0.05 + 1e-9);
    return;
  }
  expect(Number(size)).toBeGreaterThan(0);
  expect(Math.abs(Number(size) - Math.abs(points))).toBeLessThanOrEqual(0.05 + slack(points));
  expect(/高于|提高|上升|升至|相差/.test(word) ? 1 : -1).toBe(Math.sign(points));
}

/** `甲区、乙县` or `甲区、…等6个`, against the names that it stands for. */
export function expectNames(text: string, names: readonly string[]): void {
  const [, some = '', number] = /^(.*?)(?:等(\d+)个)?$/.exec(text) ?? [];
  expect(some.split('、')).toEqual(names.slice(0, number === undefined ? names.length : 5));
  if (number !== undefined) expect([Number(number), names.length > 5]).toEqual([names.length, true]);
}

/** The verdict on some tasks, as a pattern of six groups and its check. */
export const verdictPattern =
  '(\\d+)项任务(?:中，(?:已报送的(\\d+)项(全部滞后|全部完成|无一滞后|滞后|已完成|没有滞后|均?不计序时)|(\\d+)项滞后)(?:，(\\d+)项未报送)?|(全部滞后|全部完成|无一滞后|滞后|已完成|没有滞后|均?不计序时|均未报送|未报送))';

export function expectVerdict(groups: readonly string[], tasks: readonly Task[]): void {
  const [held = '', reported = '', all = '', lagging = '', missing = '', whole = ''] = groups;
  const known = tasks.filter((task) => !isMissing(task));
  expect(Number(held)).toBe(tasks.length);
  if (!/未报送/.test(whole)) expect(Number(missing)).toBe(tasks.length - known.length);
  if (reported !== '') expect(Number(reported)).toBe(known.length);
  if (lagging !== '') {
    expect(Number(lagging)).toBe(tasks.filter(lags).length);
    expect(Number(lagging)).toBeGreaterThan(0);
    expect(Number(lagging)).toBeLessThan(known.length);
  }
  const word = all || whole;
  if (word === '') return;
  const meant = /未报送/.test(word) ? tasks : known;
  expect(meant.length > 1).toBe(/^(全部|无一|均)/.test(word));
  if (/未报送/.test(word)) expect(known).toEqual([]);
  else if (/不计序时/.test(word)) expect(known.every(isUnjudged)).toBe(true);
  else if (/没有滞后|无一滞后/.test(word))
    expect([known.some(lags), known.every(isDone), known.every(isUnjudged)]).toEqual([false, false, false]);
  else expect(known.every(/滞后/.test(word) ? lags : isDone)).toBe(true);
}

/** ：超序时9项，按序时17项 or ，均为“按序时”: every light that a task stands under, and no other. */
export function expectCounts(text: string, tasks: readonly Task[]): void {
  const [, same] = /^，(?:均为|状态为)“(.+)”$/.exec(text) ?? [];
  if (same !== undefined) {
    expect(tasks.every((task) => countedAs(task) === same)).toBe(true);
    expect(text.startsWith('，均为')).toBe(tasks.length > 1);
    return;
  }
  const counts: Record<string, number> = {};
  for (const light of tasks.map(countedAs)) counts[light] = (counts[light] ?? 0) + 1;
  const parts = text === '' ? [] : text.replace(/^：/, '').split('，');
  const said = parts.map((part) => /^(.+?)(\d+)项$/.exec(part) ?? ['', part, '']);
  expect(Object.fromEntries(said.map(([, light, number]) => [light, Number(number)]))).toEqual(counts);
}

/** A limit that holds or not has a word of its own, but is counted among the others. */
function countedAs({ light }: Task): string {
  return light === '未超限' ? '按序时' : light === '超限' ? '严重滞后' : light;
}
