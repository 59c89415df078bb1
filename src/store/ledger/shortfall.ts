import type { Message } from '../../model/language.ts';
import type { Task } from './runs.ts';

/**
 * Why a run is not done: null where all that was to be done is. To have done nothing counts as done only where it was planned so
 * and a reason tells why: an empty result must not look like a success.
 */
export function shortfallOf(planned: number | null, tasks: readonly Task[], reason: Message | null): Message | null {
  if (planned === null)
    return { 'zh-CN': '没有列出要做的事项，什么也没有做', en: 'no tasks were planned, nothing was done' };
  if (planned === 0 && reason === null)
    return { 'zh-CN': '要做的事项为零，且没有说明原因', en: 'there was nothing to do, and no reason was given' };
  const of = (state: Task['state']) => tasks.filter((task) => task.state === state);
  const [done, failed, open] = [of('done').length, of('failed'), of('open')];
  if (failed.length === 0 && open.length === 0) return null;
  const named = [...failed, ...open].map(({ key }) => key);
  return {
    'zh-CN': `计划${planned}项，完成${done}项，失败${failed.length}项，未做${open.length}项：${named.join('、')}`,
    en: `${planned} planned, ${done} done, ${failed.length} failed, ${open.length} not done: ${named.join(', ')}`,
  };
}
