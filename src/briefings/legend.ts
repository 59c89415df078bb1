import type { Progress } from '../analysis/progress.ts';
import { type Lights, statuses } from '../model/settings.ts';
import { limitWords, unjudgedLight } from './light-view.ts';

/** The lights and their thresholds and, where the month has such tasks, what those have that no threshold can judge. */
export function legendText(tasks: readonly Progress[], lights: Lights): string {
  const limits = tasks.some(({ target }) => target.direction === 'at-most');
  const unjudged = tasks.some(({ done, status }) => done !== null && status === null);
  return [
    ...statuses.map((status) => lightText(status, lights)),
    ...(limits ? [limitText(lights)] : []),
    ...(unjudged ? [`${unjudgedLight.mark}${unjudgedLight.label}：任务数为0等不能计算完成率的`] : []),
  ].join('；');
}

/** In few words: the last page carries this together with the 版记. 以内 and 以上 include the number itself. */
function lightText(status: keyof Lights, lights: Lights): string {
  const { mark, label, from } = lights[status];
  const light = `${status === 'ahead' ? '与序时进度相比，' : ''}${mark}${label}：`;
  if (status === 'done') return `${light}完成率达到100%`;
  if (from === null) return `${light}低于以上各档`;
  if (from === 0) return `${light}持平及以上`;
  return `${light}${from > 0 ? `高${from}个百分点及以上` : `低${-from}个百分点以内`}`;
}

function limitText({ onpace, critical, done }: Lights): string {
  const { within, beyond } = limitWords;
  return `规定上限的目标不计完成率，${onpace.mark}${within}计入${onpace.label}（到期计入${done.label}），${critical.mark}${beyond}计入${critical.label}`;
}
