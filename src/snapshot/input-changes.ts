import type { Message } from '../model/language.ts';
import { type Period, periodText } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import { plainJson } from './plain-json.ts';
import type { SnapshotInputs } from './snapshot.ts';

/** What of a month's inputs is another: its data, how they are judged and printed, or the program. */
export type InputKind = 'return' | 'plan' | 'decision' | 'last-year' | 'settings' | 'style' | 'program' | 'reading';

export interface InputChange {
  readonly kind: InputKind;
  /** What changed: 上城区2023年6月月报有第2版. */
  readonly text: Message;
}

/** How the inputs of a month differ from those that were frozen, whatever the issue dates; empty where they would print the same. */
export function inputChanges(then: SnapshotInputs, now: SnapshotInputs): InputChange[] {
  const [a, b] = [then.readings, now.readings];
  const found = [
    ...returnChanges(a.returns, b.returns),
    ...(differ([a.plan, a.planVersions.map(inForce)], [b.plan, b.planVersions.map(inForce)]) ? [planChange] : []),
    ...listChanges('decision', byId(a.decisions), byId(b.decisions), (id) => ({
      'zh-CN': `处理意见 ${id}`,
      en: `decision ${id}`,
    })),
    ...(differ(a.lastYear, b.lastYear) ? [lastYearChange] : []),
    ...listChanges('settings', Object.entries(then.settings), Object.entries(now.settings), (key) => ({
      'zh-CN': `设置 ${key}`,
      en: `the setting ${key}`,
    })),
    ...listChanges('style', styleEntries(then), styleEntries(now), (path) => ({
      'zh-CN': `模板、版式或字体 ${path}`,
      en: `the template, theme or font ${path}`,
    })),
    ...(then.program === now.program ? [] : [programChange(then.program, now.program)]),
  ];
  if (found.length > 0 || !differ({ ...then, issued: null }, { ...now, issued: null })) return found;
  return [readingChange];
}

const planChange: InputChange = {
  kind: 'plan',
  text: { 'zh-CN': '任务分解表有变化', en: 'the plan is another' },
};
const lastYearChange: InputChange = {
  kind: 'last-year',
  text: { 'zh-CN': '上年同期的数据有变化', en: 'the figures of the year before are others' },
};
/** The same figures out of another file, or read with other findings. */
const readingChange: InputChange = {
  kind: 'reading',
  text: { 'zh-CN': '来源文件或读入时的校核有变化', en: 'the files, or what was found when they were read, are others' },
};

function programChange(then: string, now: string): InputChange {
  return {
    kind: 'program',
    text: { 'zh-CN': `程序由 ${then} 版换为 ${now} 版`, en: `the program was version ${then} and is ${now}` },
  };
}

/** Reporter by reporter and month by month: the highest revision then and now. */
function returnChanges(then: readonly Return[], now: readonly Return[]): InputChange[] {
  const keyOf = ({ period, reporter }: Return) => `${period} ${reporter}`;
  const [before, after] = [Map.groupBy(then, keyOf), Map.groupBy(now, keyOf)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): InputChange[] => {
    const [was, is] = [before.get(key) ?? [], after.get(key) ?? []];
    if (!differ(was, is)) return [];
    const name = `${key.slice(8)}${periodText(key.slice(0, 7) as Period)}月报`;
    const english = `the return of ${key.slice(8)} for ${key.slice(0, 7)}`;
    const [last, newest] = [lastRevision(was), lastRevision(is)];
    const text: Message =
      was.length === 0
        ? { 'zh-CN': `${name}新到`, en: `${english} came in` }
        : is.length === 0
          ? { 'zh-CN': `${name}已不在`, en: `${english} is gone` }
          : newest > last
            ? {
                'zh-CN': `${name}有了第${newest}版（原为第${last}版）`,
                en: `${english} has revision ${newest} (was ${last})`,
              }
            : newest < last
              ? {
                  'zh-CN': `${name}第${last}版已不在，以第${newest}版为准`,
                  en: `revision ${last} of ${english} is gone; revision ${newest} counts`,
                }
              : { 'zh-CN': `${name}有变化`, en: `${english} is another` };
    return [{ kind: 'return', text }];
  });
}

function lastRevision(returns: readonly Return[]): number {
  return Math.max(...returns.map(({ revision }) => revision));
}

/** Entries that are new, gone or others. */
function listChanges(
  kind: InputKind,
  then: readonly (readonly [string, unknown])[],
  now: readonly (readonly [string, unknown])[],
  name: (key: string) => Message,
): InputChange[] {
  const [before, after] = [new Map(then), new Map(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    if (before.has(key) && after.has(key) && !differ(before.get(key), after.get(key))) return [];
    const what = name(key);
    const words = !before.has(key)
      ? ['新增', 'is new']
      : !after.has(key)
        ? ['已不在', 'is gone']
        : ['有变化', 'changed'];
    return [{ kind, text: { 'zh-CN': `${what['zh-CN']}${words[0]}`, en: `${what.en} ${words[1]}` } }];
  });
}

function byId<T extends { readonly id: string }>(list: readonly T[]): [string, T][] {
  return list.map((one) => [one.id, one]);
}

function styleEntries({ style }: SnapshotInputs): [string, unknown][] {
  return [...Object.entries(style.texts), ...Object.entries(style.fonts)];
}

/** A version without its returns, which are told by themselves. */
function inForce({ returns: _, ...version }: SnapshotInputs['readings']['planVersions'][number]) {
  return version;
}

function differ(a: unknown, b: unknown): boolean {
  return plainJson(a ?? null) !== plainJson(b ?? null);
}
