import { type Finding, findingsFor, findingsOfTargets } from '../briefings/findings.ts';
import { legendText } from '../briefings/legend.ts';
import { type Masthead, masthead } from '../briefings/masthead.ts';
import type { Month } from '../briefings/month.ts';
import { type Change, changeKinds } from '../model/correction.ts';
import { dateText } from '../model/period.ts';
import { partOfPlan } from '../plan/part-of-plan.ts';
import { changed } from './changed.ts';
import { type Scope, scopeOf } from './scope.ts';
import { shownText } from './shown.ts';
import { standingChanges } from './standing-changes.ts';
import { targetChanges } from './target-changes.ts';

/**
 * What a reader of an earlier edition of a month finds changed in a later one, as it is printed, each thing once: what
 * shows in the same words is no change. A district is not told what changed for others, although the tables of all are
 * annexed to its packet.
 */
export function changesFor(before: Month, after: Month, audience: string): Change[] {
  const scope = scopeOf(audience, [before, after]);
  const found = [
    ...standingChanges(before, after, scope),
    ...targetChanges(before, after, scope),
    ...statementChanges(before, after),
    ...findingChanges(before, after, scope),
  ];
  return changeKinds.flatMap((kind) => found.filter((change) => change.kind === kind));
}

/** What the pages say of the whole month. */
const statements: readonly (readonly [subject: string, of: (month: Month, head: Masthead) => string])[] = [
  ['任务分解表名称', (_, head) => head.planTitle],
  ['数据截止日期', (_, head) => head.cutoff],
  ['报送期限', ({ due }) => dateText(due)],
  ['印发单位', (_, head) => head.issuer],
  ['序时进度', (_, head) => head.pace],
  ['序时进度的计算方法', (_, head) => head.paceRule],
  ['另有规定的序时进度', (_, head) => head.ownPaces.map(({ id, rule }) => `${id} ${rule}`).join('；') || '—'],
  ['综合完成率的计算方法', (_, head) => head.compositeRule],
  // Without what the legend says of single tasks, which come and go with their figures.
  ['各种状态的界限', ({ lights }) => legendText([], lights)],
];

function statementChanges(before: Month, after: Month): Change[] {
  const [then, now] = [masthead(before), masthead(after)];
  return statements.flatMap(([subject, of]) =>
    changed({ kind: 'statement', target: null, column: null, subject }, [
      shownText(of(before, then)),
      shownText(of(after, now)),
    ]),
  );
}

/** 三、数据校核 as the scope reads it. */
function findingsIn(month: Month, { column, unit }: Scope): Finding[] {
  if (unit === null) return findingsFor(month, column);
  return findingsOfTargets(
    month,
    partOfPlan(month.plan, ({ leadUnits }) => leadUnits.includes(unit)),
  );
}

/** Findings by their words: those that are gone, those that are new, and those on which something else was decided. */
function findingChanges(before: Month, after: Month, scope: Scope): Change[] {
  // By the rule of the later edition: what its reader may not read is not told as gone either.
  const settings = { ...before.settings, audience: after.settings.audience };
  const [then, now] = [findingsIn({ ...before, settings }, scope), findingsIn(after, scope)];
  const common = { kind: 'finding', target: null, column: scope.column } as const;
  const told = (finding: Finding) => shownText(finding.decision ?? finding.hint);
  return [
    ...surplus(then, now).map(
      (finding): Change => ({
        ...common,
        subject: '不再存在的校核问题',
        before: shownText(finding.message),
        after: null,
      }),
    ),
    ...surplus(now, then).map(
      (finding): Change => ({
        ...common,
        subject: '新发现的校核问题',
        before: null,
        after: shownText(finding.message),
      }),
    ),
    ...now.flatMap((finding) => {
      const earlier = then.find(({ message }) => message === finding.message);
      return earlier === undefined
        ? []
        : changed({ ...common, subject: finding.message }, [told(earlier), told(finding)]);
    }),
  ];
}

/** The findings that the others do not have, or not so often. */
function surplus(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = others.map(({ message }) => message);
  return findings.filter(({ message }) => {
    const index = left.indexOf(message);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
