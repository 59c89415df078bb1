import type { Exact } from '../model/exact.ts';
import { comparison } from './words.ts';

/** 高于序时进度1.2个百分点 */
export function scoreAgainstPace(score: Exact, pace: Exact): string {
  return comparison(score.sub(pace), { above: '高于序时进度', below: '低于序时进度', level: '与序时进度持平' });
}

/** 落后序时进度12.0个百分点, of a task */
export function gapText(gap: Exact): string {
  return comparison(gap, { above: '高于序时进度', below: '落后序时进度', level: '与序时进度持平' });
}

/** 比上月提高13.1个百分点 */
export function scoreChange(change: Exact): string {
  return comparison(change, { above: '比上月提高', below: '比上月下降', level: '与上月持平' });
}

/** 比上月上升2位; null where one of the months has no rank. */
export function rankChange(rank: number | null, before: number | null): string | null {
  if (rank === null || before === null) return null;
  if (rank === before) return '与上月相同';
  return `比上月${rank < before ? '上升' : '下降'}${Math.abs(rank - before)}位`;
}

/** The same for a table: 升2位, 降1位, 持平. */
export function rankMove(rank: number | null, before: number | null): string | null {
  if (rank === null || before === null) return null;
  if (rank === before) return '持平';
  return `${rank < before ? '升' : '降'}${Math.abs(rank - before)}位`;
}
