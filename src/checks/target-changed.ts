import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import { explained } from '../model/explained.ts';
import { type Period, periodText } from '../model/period.ts';
import type { Plan, PlanInForce, Target } from '../model/plan.ts';
import { type Quantity, quantityText } from '../model/quantity.ts';
import type { MonthCheck } from './check.ts';
import { figuresText } from './figures-text.ts';
import { pairsOf } from './paired-targets.ts';

interface Change {
  /** Null for the target itself. */
  readonly column: string | null;
  readonly from: Quantity | null;
  readonly to: Quantity | null;
}

/** The rest stands in `jianbao plan diff`. */
const mostChanges = 5;

const problem = explained(
  defineProblem<{ target: string; effective: string; before: string; after: string }, { changes: readonly Change[] }>(
    'target-changed',
    'warning',
    {
      'zh-CN': (d) => ({
        message: `目标${d.target}自${periodText(d.effective as Period)}起调整，没有文号：${d.changes.slice(0, mostChanges).map(changeText).join('，')}${d.changes.length > mostChanges ? `等${d.changes.length}处` : ''}`,
        hint: '请核实调整依据，用 jianbao plan import --document 文号 重新存入；没有依据的，应恢复原任务。',
      }),
      en: (d) => ({
        message: `target ${d.target} was changed from ${d.effective} on without a document: ${d.changes.slice(0, mostChanges).map(changeTextEn).join(', ')}${d.changes.length > mostChanges ? ` and ${d.changes.length - mostChanges} more` : ''}`,
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
    inForce(planVersions).flatMap(({ plan, effective, documentNumber }, index, all) => {
      // What replaced the year's first version from its own first month is measured by that.
      const before = all[index - 1] ?? planVersions[0];
      return before === undefined || documentNumber !== null ? [] : changesIn(before.plan, plan, effective);
    }),
};

/** Of versions that hold from the same month the last, which replaced the others. */
function inForce(versions: readonly PlanInForce[]): PlanInForce[] {
  return [...new Map(versions.map((version) => [version.effective, version])).values()];
}

function changesIn(before: Plan, after: Plan, effective: Period): Diagnostic[] {
  return pairsOf(before, after).flatMap(([former, target]) => {
    const changes = changesOf(former, target);
    const id = target?.id ?? former?.id ?? '';
    if (changes.length === 0) return [];
    const data = { target: id, effective, before: figuresOf(former), after: figuresOf(target) };
    return problem(data, target?.at ?? null, { target: id }, { changes });
  });
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
