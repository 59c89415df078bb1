import type { Progress } from '../analysis/progress.ts';
import { lightView } from '../briefings/light-view.ts';
import type { Month } from '../briefings/month.ts';
import type { Change, ChangeKind, Shown } from '../model/correction.ts';
import { type Target, targetsOf } from '../model/plan.ts';
import { matchTargets } from '../plan/match-targets.ts';
import { coversTarget, type Scope } from './scope.ts';
import { shownQuantity, shownText } from './shown.ts';

const noTask = '无任务';
const unreported = '未报送';

/** What changed in targets, tasks and figures, in the printed order of the later plan; targets that are gone come last. */
export function targetChanges(before: Month, after: Month, scope: Scope): Change[] {
  const { pairs, removed } = matchTargets(before.plan, after.plan);
  const earlier = new Map(pairs.map((pair) => [pair.after.target.id, pair.before.target]));
  const kept = targetsOf(after.plan).flatMap(({ target }) =>
    changesOf({ before, after, was: earlier.get(target.id) ?? null, is: target, scope }),
  );
  return [...kept, ...removed.flatMap(({ target }) => changesOf({ before, after, was: target, is: null, scope }))];
}

interface Versions {
  readonly before: Month;
  readonly after: Month;
  readonly was: Target | null;
  readonly is: Target | null;
  readonly scope: Scope;
}

function changesOf(versions: Versions): Change[] {
  const { before, after, was, is, scope } = versions;
  const both = [was, is].filter((target) => target !== null);
  if (!coversTarget(scope, both)) return [];
  const id = (is ?? was)?.id ?? null;
  const subject = (is ?? was)?.clause ?? '';
  const columns = [...new Set([...after.plan.columns, ...before.plan.columns].map(({ name }) => name))];
  return [
    ...wordingChanges(was, is).map(([kind, what, then, now]) => change(kind, id, null, `${subject}${what}`, then, now)),
    ...columns
      .filter((column) => scope.column === null || scope.column === column)
      .flatMap((column) => {
        const then = was === null ? null : taskOf(before, was, column);
        const now = is === null ? null : taskOf(after, is, column);
        return taskChanges(then, now, versions).map(([kind, from, to]) => change(kind, id, column, subject, from, to));
      }),
  ];
}

type Wording = readonly [kind: ChangeKind, what: string, before: Shown, after: Shown];

/** What is said of the target itself. Its clause repeats its figure, and is told only where the figure is the same. */
function wordingChanges(was: Target | null, is: Target | null): Wording[] {
  if (was === null || is === null) return [['target', '', shownText(was?.text ?? '—'), shownText(is?.text ?? '—')]];
  const texts: [ChangeKind, string, string, string][] = [
    ['target', '', was.text, is.text],
    ['wording', '：编号', was.id, is.id],
    ...(was.text === is.text
      ? [['wording', '：目标任务', was.clause, is.clause] as [ChangeKind, string, string, string]]
      : []),
    ['wording', '：牵头单位', was.leadUnits.join('、'), is.leadUnits.join('、')],
    ['wording', '：说明', was.note ?? '—', is.note ?? '—'],
  ];
  return texts
    .filter(([, , then, now]) => then !== now)
    .map(([kind, what, then, now]) => [kind, what, shownText(then), shownText(now)]);
}

/** A column's task, its figure and, where both are as they were, its light. */
function taskChanges(
  then: Progress | null,
  now: Progress | null,
  { before, after }: Versions,
): [ChangeKind, Shown, Shown][] {
  const found: [ChangeKind, Shown, Shown][] = [
    ['task', shownQuantity(then?.task ?? null, noTask), shownQuantity(now?.task ?? null, noTask)],
    ['figure', figure(then, now), figure(now, then)],
  ];
  const changed = found.filter(([, from, to]) => from.text !== to.text);
  if (changed.length > 0 || then === null || now === null) return changed;
  const [was, is] = [light(then, before), light(now, after)];
  return was.text === is.text ? [] : [['status', was, is]];
}

function light(task: Progress, { lights }: Month): Shown {
  const { mark, label } = lightView(task, lights);
  return shownText(mark + label);
}

/** A column without a task has no figure to report; where it never had one there is nothing to tell. */
function figure(task: Progress | null, other: Progress | null): Shown {
  if (task === null) return shownText(other?.done == null ? unreported : noTask);
  return shownQuantity(task.done, unreported);
}

function taskOf({ assessment }: Month, { id }: Target, column: string): Progress | null {
  return assessment.tasks.find((task) => task.target.id === id && task.column === column) ?? null;
}

function change(
  kind: ChangeKind,
  target: string | null,
  column: string | null,
  subject: string,
  before: Shown,
  after: Shown,
): Change {
  return { kind, target, column, subject, before, after };
}
