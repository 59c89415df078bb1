import type { PaceNode, PaceRule } from '../analysis/pace.ts';
import { decimalText, type Exact } from '../model/exact.ts';
import { monthOf, type Period } from '../model/period.ts';
import type { Target } from '../model/plan.ts';

/** A rule in full, as 编制说明 states it: 按全年任务于11月底前完成、逐月平均计算; 按节点计算：3月底前20%、12月底前100%. */
export function ruleText(rule: PaceRule): string {
  const { startMonth, deadlineMonth } = rule;
  if (rule.kind === 'linear')
    return `${startMonth === 1 ? '' : `自${startMonth}月起，`}按全年任务于${deadlineMonth}月底前完成、逐月平均计算`;
  const nodes = `按节点计算：${rule.nodes.map(nodeText).join('、')}`;
  if (rule.between === 'hold') return nodes;
  return `${nodes}，${startMonth === 1 ? '' : `自${startMonth}月起`}节点之间逐月平均`;
}

/** The same of a target that is judged by its limit, for which only the deadline matters. */
export function targetRuleText({ direction }: Target, rule: PaceRule): string {
  return direction === 'at-most' ? `${rule.deadlineMonth}月底未超限为完成` : ruleText(rule);
}

/** What of a rule says how much is due now, beside a single task: 节点：6月底前50%. */
export function ruleNowText(rule: PaceRule, period: Period): string {
  const month = monthOf(period);
  if (rule.kind === 'nodes' && rule.between === 'hold') {
    const reached = rule.nodes.findLast((node) => node.month <= month);
    return reached ? `节点：${nodeText(reached)}` : `首个节点：${nodeText(rule.nodes[0] as PaceNode)}`;
  }
  const { startMonth, deadlineMonth } = rule;
  if (month < startMonth) return `${startMonth}月起开展`;
  return `${startMonth}月至${deadlineMonth}月${rule.kind === 'linear' ? '逐月平均' : '按节点逐月平均'}`;
}

/** A pace as a spreadsheet formula, `1/2`. */
export function paceFormula({ n, d }: Exact): string {
  return `${n}/${d}`;
}

function nodeText({ month, share }: PaceNode): string {
  return `${month}月底前${decimalText(share.mul(100))}%`;
}
