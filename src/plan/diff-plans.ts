import { type Plan, type Target, targetsOf } from '../model/plan.ts';
import { quantityText } from '../model/quantity.ts';
import { matchTargets, type TargetPair } from './match-targets.ts';

/** What can change from one version of a plan to the next. */
export const planChangeKinds = [
  'column-added',
  'column-removed',
  'target-added',
  'target-removed',
  'target-renumbered',
  'project-name',
  'quantity',
  'part-of',
  'lead-units',
  'allocation',
  'note',
] as const;
export type PlanChangeKind = (typeof planChangeKinds)[number];

/** One difference, as the table would print it; null where there was or is nothing. */
export interface PlanChange {
  readonly kind: PlanChangeKind;
  /** Id of the target in the newer plan, or in the older one where it is gone; null for a column. */
  readonly target: string | null;
  /** The part of the project's name that speaks of the target, or the name of the column. */
  readonly about: string;
  /** Column whose figure changed. */
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed from one plan to another: columns first, then target by target in the order of the newer one, then what is gone. */
export function diffPlans(before: Plan, after: Plan): PlanChange[] {
  const { pairs, added, removed } = matchTargets(before, after);
  const columns = [...new Set([...after.columns, ...before.columns].map(({ name }) => name))];
  const byTarget = new Map(pairs.map((pair) => [pair.after.target, changesOf(pair, columns)]));
  for (const { target } of added) byTarget.set(target, [whole('target-added', target, null, target)]);
  return [
    ...columnChanges(before, after),
    ...targetsOf(after).flatMap(({ target }) => byTarget.get(target) ?? []),
    ...removed.map(({ target }) => whole('target-removed', target, target, null)),
  ];
}

function columnChanges(before: Plan, after: Plan): PlanChange[] {
  const names = (plan: Plan) => plan.columns.map(({ name }) => name);
  const change = (kind: PlanChangeKind, name: string): PlanChange => {
    const is = kind === 'column-added';
    return { kind, target: null, about: name, column: name, before: is ? null : name, after: is ? name : null };
  };
  return [
    ...names(after)
      .filter((name) => !names(before).includes(name))
      .map((name) => change('column-added', name)),
    ...names(before)
      .filter((name) => !names(after).includes(name))
      .map((name) => change('column-removed', name)),
  ];
}

/** A whole target that came or went, with what each column had of it. */
function whole(kind: PlanChangeKind, { id, clause }: Target, before: Target | null, after: Target | null): PlanChange {
  return {
    kind,
    target: id,
    about: clause,
    column: null,
    before: before && summary(before),
    after: after && summary(after),
  };
}

function summary({ text, allocations }: Target): string {
  const parts = Object.entries(allocations).map(([column, figure]) => `${column}${quantityText(figure)}`);
  return parts.length === 0 ? text : `${text}（${parts.join('、')}）`;
}

/** How each kind of change is told from the two versions of a target; equal texts are no change. */
const facts: readonly (readonly [PlanChangeKind, (side: TargetPair['before']) => string | null])[] = [
  ['target-renumbered', ({ target }) => target.id],
  ['project-name', ({ project }) => project.name],
  ['quantity', ({ target }) => target.text],
  ['part-of', ({ target }) => target.partOf],
  ['lead-units', ({ target }) => target.leadUnits.join('、')],
  ['note', ({ target }) => target.note],
];

function changesOf({ before, after }: TargetPair, columns: readonly string[]): PlanChange[] {
  const about = { target: after.target.id, about: after.target.clause };
  const isFirst = after.project.targets[0] === after.target;
  const own = facts.flatMap(([kind, fact]): PlanChange[] => {
    const [from, to] = [fact(before), fact(after)];
    // The name of a project is told once.
    return from === to || (kind === 'project-name' && !isFirst)
      ? []
      : [{ kind, ...about, column: null, before: from, after: to }];
  });
  const figures = columns.flatMap((column): PlanChange[] => {
    const [from, to] = [figureOf(before.target, column), figureOf(after.target, column)];
    return from === to ? [] : [{ kind: 'allocation', ...about, column, before: from, after: to }];
  });
  return [...own, ...figures];
}

/** A column's figure, or the mark that is printed instead of one. */
function figureOf({ allocations, marks }: Target, column: string): string | null {
  const figure = allocations[column];
  return figure ? quantityText(figure) : (marks[column] ?? null);
}
