import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { type Period, periodText } from '../model/period.ts';
import { type Plan, type Target, targetsOf } from '../model/plan.ts';
import { type Quantity, quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { figuresText } from './figures-text.ts';

interface Change {
  /** Null for the target itself. */
  readonly column: string | null;
  readonly from: Quantity | null;
  readonly to: Quantity | null;
}

const problem = explained(
  defineProblem<{ target: string; effective: string; before: string; after: string }, { changes: readonly Change[] }>(
    'target-changed',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `目标${d.target}自${periodText(d.effective as Period)}起调整，没有文号：${d.changes.map(changeText).join('，')}`,
        hint: '请核实调整依据，用 jianbao plan import --document 文号 重新存入；没有依据的，应恢复原任务。',
      }),
      en: (d) => ({
        message: `target ${d.target} was changed from ${d.effective} on without a document: ${d.changes.map(changeTextEn).join(', ')}`,
        hint: 'Find what the change rests on and import the plan again with --document; without any, the former task holds.',
      }),
    },
  ),
  {
    'zh-CN': {
      title: '年中调整而没有文号',
      finds: '年中存入的新版任务分解表没有写明文号，而量化目标或分解数与前一版不同。',
      remedy: '请核实调整依据，用 jianbao plan import --document 文号 重新存入；没有依据的，应恢复原任务。',
    },
    en: {
      title: 'were changed without a document',
      finds: 'A later version of the plan names no document, and has other targets or figures than the one before.',
      remedy:
        'Find what the change rests on and import the plan again with --document; without any, the former task holds.',
    },
  },
);

/** Tasks change in the course of a year only by a document that says so. */
export const targetChanged: MonthCheck = {
  problems: [problem],
  find: ({ planVersions }) =>
    planVersions.flatMap(({ plan, effective, documentNumber }, index) => {
      const before = planVersions[index - 1];
      return before === undefined || documentNumber !== null ? [] : changesIn(before.plan, plan, effective);
    }),
};

function changesIn(before: Plan, after: Plan, effective: Period): Diagnostic[] {
  const then = targetsOf(before).map(({ target }) => target);
  const now = targetsOf(after).map(({ target }) => target);
  const words = new Map(then.map((target) => [keyOf(target), target]));
  const numbers = new Map(then.map((target) => [target.id, target]));
  // A target that is worded anew is the one with its number, if none has its words.
  const pairs = now.map((target) => [words.get(keyOf(target)) ?? numbers.get(target.id) ?? null, target] as const);
  const gone = then.filter((target) => !pairs.some(([former]) => former === target));
  const all: (readonly [Target | null, Target | null])[] = [...pairs, ...gone.map((target) => [target, null] as const)];
  return all.flatMap(([former, target]) => {
    const changes = changesOf(former, target);
    const id = target?.id ?? former?.id ?? '';
    if (changes.length === 0) return [];
    const data = { target: id, effective, before: figuresOf(former), after: figuresOf(target) };
    return problem(data, target?.at ?? null, { target: id }, { changes });
  });
}

/** A task is known by its words without figures, and by its unit. */
function keyOf({ clause, text, quantity }: Target): string {
  return `${clause.replaceAll(/\d+(?:\.\d+)?[万亿]?/g, '')} ${quantity?.unit ?? text}`;
}

function changesOf(before: Target | null, after: Target | null): Change[] {
  const [then, now] = [before?.allocations ?? {}, after?.allocations ?? {}];
  const columns = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  const pairs: Change[] = [
    { column: null, from: before?.quantity ?? null, to: after?.quantity ?? null },
    ...columns.map((column) => ({ column, from: then[column] ?? null, to: now[column] ?? null })),
  ];
  return pairs.filter(({ from, to }) => from?.value !== to?.value || from?.unit !== to?.unit);
}

function changeText({ column, from, to }: Change): string {
  const text = (one: Quantity | null) => (one === null ? '无' : quantityText(one));
  return `${column ?? '量化目标'}${text(from)}改为${text(to)}`;
}

function changeTextEn({ column, from, to }: Change): string {
  const text = (one: Quantity | null) => (one === null ? 'none' : quantityText(one));
  return `${column ?? 'the target'} ${text(from)} → ${text(to)}`;
}

function figuresOf(target: Target | null): string {
  if (target === null) return '';
  return [target.quantity ? quantityText(target.quantity) : target.text, figuresText(target.allocations)].join('：');
}
