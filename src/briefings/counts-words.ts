import { type Lights, statuses } from '../model/settings.ts';
import type { CountsView } from './counts-view.ts';
import { type Phrase, plain, strong } from './phrase.ts';

/**
 * What is to be said first of some tasks, after 承担的: 29项任务中，2项滞后，1项未报送; 29项任务全部滞后; 1项任务没有滞后.
 * `counts` holds one task at least.
 */
export function tasksVerdict(counts: CountsView): Phrase {
  const { held, unreported, lagging, done } = counts;
  const reported = held - unreported;
  if (reported === 0) return [...plain(tasks(held)), ...strong(held === 1 ? '未报送' : '均未报送', 'lagging')];
  const missing = plain(unreported === 0 ? '' : `，${unreported}项未报送`);
  const all = lagging === reported || done === reported || lagging === 0;
  if (!all) return [...plain(`${tasks(held)}中，`), ...strong(`${lagging}项滞后`, 'lagging'), ...missing];
  const whom = unreported === 0 ? tasks(held) : `${tasks(held)}中，已报送的${reported}项`;
  return [...plain(whom), ...ofAll(reported, counts), ...missing];
}

/** 全部滞后, 全部完成, 均不计序时 or 无一滞后 of tasks that are all alike in this. */
function ofAll(number: number, { lagging, done, unjudged }: CountsView): Phrase {
  const one = number === 1;
  if (unjudged === number) return plain(one ? '不计序时' : '均不计序时');
  if (lagging > 0) return strong(one ? '滞后' : '全部滞后', 'lagging');
  if (done === number) return strong(one ? '已完成' : '全部完成', 'done');
  return strong(one ? '没有滞后' : '无一滞后');
}

/**
 * How many tasks stand under each light, after their number: ：超序时9项，按序时17项，略慢1项; ，均为“按序时”. Lights that none
 * stands under are left to the table.
 */
export function countsText(counts: CountsView, lights: Lights): string {
  const numbers: readonly (readonly [string, number])[] = [
    ...statuses.map((status) => [lights[status].label, byStatus(counts)[status]] as const),
    ['不计序时', counts.unjudged],
    ['未报送', counts.unreported],
  ];
  const some = numbers.filter(([, number]) => number > 0);
  const [first, ...more] = some;
  if (first === undefined) return '';
  if (more.length === 0) return counts.held === 1 ? `，状态为“${first[0]}”` : `，均为“${first[0]}”`;
  return `：${some.map(([label, number]) => `${label}${number}项`).join('，')}`;
}

function byStatus(counts: CountsView) {
  return { ...counts, lagging: counts.late };
}

function tasks(held: number): string {
  return `${held}项任务`;
}
