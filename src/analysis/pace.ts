import { type Exact, one, ratio, zero } from '../model/exact.ts';
import { completed, type PaceRuleSettings, type PaceSettings, shareOf } from '../model/pace-settings.ts';
import { monthOf, type Period } from '../model/period.ts';

/** 序时进度 of a task over the year. The months of start and deadline are themselves months to work in. */
export type PaceRule = LinearRule | NodesRule;

/** From the start to the deadline the same each month; nothing before, everything after. */
export interface LinearRule {
  readonly kind: 'linear';
  readonly startMonth: number;
  readonly deadlineMonth: number;
}

/** What is due at the end of certain months, the last of which is the deadline. */
export interface NodesRule {
  readonly kind: 'nodes';
  /** Where the line begins; 1 where the last node holds until the next. */
  readonly startMonth: number;
  readonly deadlineMonth: number;
  readonly nodes: readonly PaceNode[];
  readonly between: 'hold' | 'linear';
}

/** 节点 */
export interface PaceNode {
  readonly month: number;
  readonly share: Exact;
}

/** The rule of a target by its id: its own, or the one of all. */
export function ruleOf(settings: PaceSettings, target: string): PaceRule {
  const own = Object.hasOwn(settings.targets, target) ? settings.targets[target] : undefined;
  return own === undefined ? defaultRule(settings) : ruleFrom(own, settings.default);
}

/** The rule of all targets that have none of their own. */
export function defaultRule(settings: PaceSettings): PaceRule {
  return ruleFrom(settings.default, settings.default);
}

function ruleFrom(own: PaceRuleSettings, fallback: PaceRuleSettings): PaceRule {
  // A target that says only when it starts keeps the default's deadline, but not its 节点.
  const { startMonth, deadlineMonth, nodes, between = 'hold' } = completed(own, fallback);
  if (nodes === undefined) return { kind: 'linear', startMonth, deadlineMonth };
  // Keys that are whole numbers stand in ascending order in any object.
  const ordered = Object.entries(nodes).map(([month, share]) => ({ month: Number(month), share: shareOf(share) }));
  return { kind: 'nodes', startMonth, deadlineMonth, nodes: ordered, between };
}

/**
 * 序时进度 at the end of a month: n/12, or n/11 where the year's task is due by November
 * (Hangzhou 2024: 11月前全面完成、12月查漏补缺和完善提升), or what the 节点 say. Never above 1.
 */
export function paceAt(rule: PaceRule, period: Period): Exact {
  const month = monthOf(period);
  if (rule.kind === 'nodes') return rule.between === 'hold' ? lastNode(rule, month) : betweenNodes(rule, month);
  const { startMonth, deadlineMonth } = rule;
  if (month < startMonth) return zero;
  return month >= deadlineMonth ? one : ratio(month - startMonth + 1, deadlineMonth - startMonth + 1);
}

/** Whole months left until the deadline, of those in which the task runs; 0 in the last month and after. */
export function monthsLeft({ startMonth, deadlineMonth }: PaceRule, period: Period): number {
  return Math.max(0, deadlineMonth - Math.max(monthOf(period), startMonth - 1));
}

function lastNode({ nodes }: NodesRule, month: number): Exact {
  return nodes.findLast((node) => node.month <= month)?.share ?? zero;
}

function betweenNodes({ nodes, startMonth }: NodesRule, month: number): Exact {
  let before: PaceNode = { month: startMonth - 1, share: zero };
  for (const node of nodes) {
    if (month <= before.month) return before.share;
    if (month < node.month) {
      const way = ratio(month - before.month, node.month - before.month);
      return before.share.add(node.share.sub(before.share).mul(way));
    }
    before = node;
  }
  return before.share;
}
