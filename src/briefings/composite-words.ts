import type { CompositeSettings } from '../model/composite-settings.ts';

/** How 综合完成率 is worked out, as 编制说明 states it. */
export function compositeRule({ cap, weights }: CompositeSettings): string {
  const weighed = Object.entries(weights).filter(([, weight]) => weight !== 1);
  const most = `单项最高按${cap}%计`;
  if (weighed.length === 0) return `综合完成率为所承担各项任务完成率的简单平均，${most}`;
  const named = weighed.map(([id, weight]) => (weight === 0 ? `目标${id}不计入` : `目标${id}权重为${weight}`));
  return `综合完成率为所承担各项任务完成率的加权平均，${most}，${named.join('，')}，其余权重为1`;
}
