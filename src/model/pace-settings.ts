import { z } from 'zod';
import { type Exact, exact, one } from './exact.ts';
import { named } from './named.ts';

const month = z.number().int().min(1).max(12);

const sharePattern = /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/;

/** Written with its sign, since 0.5 and 50 would both be guesses: `50%`, `33.3%`. */
const share = z.custom<string>(
  (value) => typeof value === 'string' && sharePattern.test(value),
  '应写成0%至100%的百分数，如 50% | must be a percentage from 0% to 100%, such as 50%',
);

/** `33.3%` → 333/1000 */
export function shareOf(text: string): Exact {
  return exact(text.slice(0, -1)).div(100);
}

/** What an office may say of the pace of its targets; what is left out of one target's rule is the default rule's. */
const paceRule = z
  .strictObject({
    /** First month in which something is due: before it the pace is 0, from it on the months count. */
    startMonth: month.optional(),
    /** Month at whose end the task is due in full: 12, or 11 where December is for mending (11月前全面完成). */
    deadlineMonth: month.optional(),
    /** 节点: month → share of the task that is due at its end. */
    nodes: named(share).optional(),
    /** Between two 节点 the last one reached holds (`hold`, the default), or the pace rises evenly (`linear`). */
    between: z.enum(['hold', 'linear']).optional(),
  })
  .superRefine((rule, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const { startMonth, deadlineMonth, nodes, between } = rule;
    if (nodes === undefined) {
      if (between !== undefined)
        refuse(
          ['between'],
          '只用于写明了 nodes 的，请删去或补写 nodes | is for rules with nodes; leave it out or add nodes',
        );
      if (startMonth !== undefined && deadlineMonth !== undefined && startMonth > deadlineMonth)
        refuse(['startMonth'], startTooLate);
      return;
    }
    if (deadlineMonth !== undefined)
      refuse(
        ['deadlineMonth'],
        '与 nodes 不能同时写：100%的那个月就是完成月份 | cannot stand beside nodes: the month with 100% is the deadline',
      );
    if (startMonth !== undefined && between !== 'linear')
      refuse(
        ['startMonth'],
        '与 nodes 同时写时，须写明 between: linear | stands beside nodes only with between: linear',
      );
    for (const { path, message } of nodeProblems(nodes)) refuse(['nodes', ...path], message);
    const first = Math.min(...Object.keys(nodes).map(Number));
    if (startMonth !== undefined && startMonth > first)
      refuse(
        ['startMonth'],
        '晚于第一个节点，请改为不晚于它的月份 | is after the first node; make it that month or earlier',
      );
  });

const startTooLate = '晚于完成月份，请核对 | is after the month of the deadline';
const deadlineTooEarly =
  '早于 default 的开始月份，请核对或补写 startMonth | is before the start in default; check it or write a startMonth';

/** Nodes are months, in whose order the shares rise, the last to 100 %. */
function nodeProblems(nodes: Readonly<Record<string, string>>): { path: string[]; message: string }[] {
  const months = Object.keys(nodes);
  const strange = months.filter((name) => !/^(?:[1-9]|1[0-2])$/.test(name));
  if (strange.length > 0)
    return strange.map((name) => ({ path: [name], message: '不是月份，应为1至12 | is no month, expected 1 to 12' }));
  if (months.length === 0) return [{ path: [], message: '没有节点，至少写一个 | is empty; write at least one node' }];
  const ordered = months.map(Number).sort((a, b) => a - b);
  const due = (name: number) => shareOf(nodes[name] as string);
  const falls = ordered.slice(1).flatMap((name, index) => {
    const before = ordered[index] as number;
    if (due(name).gt(due(before))) return [];
    const text = `${nodes[name]}不高于${before}月的${nodes[before]}，节点应逐个提高`;
    return [{ path: [String(name)], message: `${text} | is not above month ${before}: nodes must rise` }];
  });
  const last = ordered.at(-1) as number;
  const open = due(last).equals(one)
    ? []
    : [{ path: [String(last)], message: '是最后一个节点，应为100% | is the last node and must be 100%' }];
  return [...falls, ...open];
}

/** `settings.pace`: the rule of all targets, and rules of their own by target id. */
export const paceSettings = z
  .strictObject({
    default: paceRule.default({ deadlineMonth: 12 }),
    targets: named(paceRule).default({}),
  })
  .superRefine((pace, context) => {
    for (const [id, rule] of Object.entries(pace.targets)) {
      const { startMonth, deadlineMonth, nodes } = completed(rule, pace.default);
      const told = rule.startMonth !== undefined && rule.deadlineMonth !== undefined;
      if (nodes !== undefined || told || startMonth <= deadlineMonth) continue;
      const [path, message] =
        rule.startMonth === undefined ? ['deadlineMonth', deadlineTooEarly] : ['startMonth', startTooLate];
      context.addIssue({ code: 'custom', path: ['targets', id, path], message });
    }
  });

export type PaceSettings = z.infer<typeof paceSettings>;
export type PaceRuleSettings = z.infer<typeof paceRule>;

/** A target's rule with what it leaves out taken from the default rule; the year where that says nothing either. */
export function completed(
  rule: PaceRuleSettings,
  fallback: PaceRuleSettings,
): PaceRuleSettings & { readonly startMonth: number; readonly deadlineMonth: number } {
  const own = rule.nodes && deadlineOf(rule.nodes);
  const theirs = fallback.nodes ? deadlineOf(fallback.nodes) : (fallback.deadlineMonth ?? 12);
  const startMonth = rule.startMonth ?? (rule.nodes ? 1 : (fallback.startMonth ?? 1));
  return { ...rule, startMonth, deadlineMonth: own ?? rule.deadlineMonth ?? theirs };
}

/** The last 节点 is the whole task. */
function deadlineOf(nodes: Readonly<Record<string, string>>): number {
  return Math.max(...Object.keys(nodes).map(Number));
}
