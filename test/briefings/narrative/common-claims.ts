import { expect } from 'vitest';
import { type Claim, isRated, lags, type Task } from './claims.ts';
import type { Read, Row } from './reading.ts';

/** What every briefing rests on, and what each may say alike. */
export interface Facts {
  readonly read: Read;
  /** The tasks that the document is about, as its own tables show them. */
  readonly tasks: readonly Task[];
  /** 序时进度 of a target, as a rate. */
  pace(id: string): number;
  readonly timeLeft: boolean;
  /** The last page of the city's: columns with tasks that sent nothing, and those that left figures out. */
  readonly silent: readonly string[];
  readonly partial: readonly string[];
}

/** 滞后项目情况表 and the text agree on how many lag. */
export function laggingRows({ read }: Facts): Row[] {
  return read.rows('滞后项目');
}

/** The tasks of 附件3, of the whole city or of a part of the plan. */
export function progressTasks(read: Read, columns: readonly string[]): Task[] {
  const limits = limitsOf(read);
  return read.rows('附件3').flatMap(({ key, cells }) =>
    columns.flatMap((column): Task[] => {
      const [, done = '', task, light] =
        /^(—|-?[\d.]+)\/\n?(-?[\d.]+)(?:\n.?(\D+))?$/s.exec(cells[column]?.text ?? '') ?? [];
      if (task === undefined) return [];
      return [
        { id: key, column, done: Number(done), task: Number(task), light: nameOf(done, light), limit: limits.has(key) },
      ];
    }),
  );
}

/** Targets of 附件2 that are limits. */
export function limitsOf(read: Read): Set<string> {
  return new Set(read.rows('附件2').flatMap(({ key, cells }) => (cells.target?.text.includes('以内') ? [key] : [])));
}

function nameOf(done: string, light: string | undefined): string {
  if (done !== '—') return light ?? '不计序时';
  // 未报送 stands without a mark
  return light === '报送' ? '未报送' : (light ?? '');
}

/** Rate of a task; NaN where there is none. */
export function rateOf(task: Task): number {
  return isRated(task) ? task.done / task.task : Number.NaN;
}

export const unique = <T>(values: readonly T[]) => [...new Set(values)];

const byPlan = '按附件1所列“今后每月需完成”数排出赶工计划';

/** Causes to be found: how many lag, and a remedy that the time left allows. */
export const causes = `(?:查明(1)项任务滞后的原因|对(\\d+)项滞后任务逐项查明原因)，(${byPlan}|提出补救措施)，`;

export function expectCauses([one = '', many = '', remedy = '']: readonly string[], facts: Facts): void {
  const lagging = facts.tasks.filter(lags).length;
  expect(Number(one || many)).toBe(lagging);
  expect(lagging).toBeGreaterThan(0);
  expect(one !== '').toBe(lagging === 1);
  expect(laggingRows(facts)).toHaveLength(lagging);
  expect(remedy === byPlan).toBe(laggingRows(facts).some(({ cells }) => cells.needed?.text !== '—'));
}

export const commonClaims: readonly Claim<Facts>[] = [
  [
    /^对状态为“(.+?)”的(\d+)项任务(加强跟踪，防止转为滞后|抓紧收尾，尽快全面完成)$/,
    ([, light, number, what = ''], { tasks, timeLeft }) => {
      expect(Number(number)).toBe(tasks.filter((task) => task.light === light).length);
      expect(number).not.toBe('0');
      expect(lags({ light: light ?? '' })).toBe(false);
      expect(what.startsWith('加强')).toBe(timeLeft);
    },
  ],
  [
    /^(各项任务进度正常，)?请(?:各单位|会同承担单位)?(继续按计划推进，确保全年任务如期完成|抓紧完成未完成的任务，做好查漏补缺)$/,
    ([, fine = '', what = ''], { tasks, timeLeft }) => {
      expect(tasks.filter((task) => lags(task) || task.light === '未报送')).toEqual([]);
      if (fine !== '') expect(tasks.filter(({ light }) => light === '不计序时')).toEqual([]);
      expect(what.startsWith('继续')).toBe(timeLeft);
    },
  ],
  [
    /^全年任务已全部完成，请(?:各单位|会同承担单位)?做好查漏补缺和巩固提升$/,
    (_, { tasks }) => expect(unique(tasks.map(({ light }) => light))).toEqual(['已完成']),
  ],
  [/^对任务分解表和本月月报进行校核，发现以下问题：$/, () => {}],
  [/^对任务分解表和本月月报逐项校核，未发现问题$/, () => {}],
];
