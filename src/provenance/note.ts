import type { Month } from '../briefings/month.ts';
import { decisionText } from '../decisions/words.ts';
import { dateText } from '../model/period.ts';
import { decisionsOn } from './decisions-on.ts';
import { type FigureSource, sourcesOf } from './figure-sources.ts';
import { whereText } from './place-words.ts';

const known = new WeakMap<Month, Map<string, string | null>>();

/** The remark on a cumulative figure: file, place, revision, cut-off and 处理意见; null where none was read. */
export function figureNote(month: Month, column: string, target: string): string | null {
  const notes = known.get(month) ?? new Map<string, string | null>();
  known.set(month, notes);
  const key = `${target}\n${column}`;
  const made = notes.get(key);
  if (made !== undefined) return made;
  const source = sourcesOf(month)(column, target);
  const note = source?.entry.cumulative ? noteOf(month, source, column) : null;
  notes.set(key, note);
  return note;
}

function noteOf(month: Month, { entry, given, standsIn }: FigureSource, column: string): string {
  const decisions = decisionsOn(month, entry.target, column).map((one) => `处理意见：${decisionText(one)['zh-CN']}`);
  const revision = `第${given.revision}版，截至${dateText(given.cutoff)}`;
  const lead = standsIn ? [`${given.reporter}（牵头单位）代报`] : [];
  return [`来源：${whereText(entry.at, 'zh-CN')}`, revision, ...lead, ...decisions].join('\n');
}
