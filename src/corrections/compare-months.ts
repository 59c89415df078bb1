import { type Finding, findingsFor } from '../briefings/findings.ts';
import { masthead } from '../briefings/masthead.ts';
import type { Month } from '../briefings/month.ts';
import { type Change, changeKinds } from '../model/correction.ts';
import { coversColumn, type Scope, scopeOf } from './scope.ts';
import { shownCount, shownPercent, shownText } from './shown.ts';
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

function standingChanges(before: Month, after: Month, scope: Scope): Change[] {
  const columns = [...new Set([...after.plan.columns, ...before.plan.columns].map(({ name }) => name))];
  return columns
    .filter((column) => coversColumn(scope, column))
    .flatMap((column): Change[] => {
      const of = ({ assessment }: Month) => assessment.columns.find((one) => one.column.name === column);
      const [then, now] = [of(before), of(after)];
      const common = { target: null, column };
      const score = [then, now].map((standing) => shownPercent(standing?.score ?? null, '数据不全'));
      const rank = [then, now].map((standing) => shownCount(standing?.rank ?? null, '不排名'));
      return [
        ...changed({ kind: 'score', ...common, subject: '综合完成率' }, score),
        ...changed({ kind: 'rank', ...common, subject: '位次' }, rank),
      ];
    });
}

/** What the pages say of the whole month, by their names. */
const statements = {
  planTitle: '任务分解表名称',
  cutoff: '数据截止日期',
  issuer: '印发单位',
  pace: '序时进度',
  paceRule: '序时进度的计算方法',
  legend: '各种状态的界限',
} as const;

function statementChanges(before: Month, after: Month): Change[] {
  const [then, now] = [masthead(before), masthead(after)];
  return Object.entries(statements).flatMap(([key, subject]) => {
    const texts = [then, now].map((all) => shownText(all[key as keyof typeof statements]));
    return changed({ kind: 'statement', target: null, column: null, subject }, texts);
  });
}

/** Findings by their words: those that are gone, those that are new, and those on which something else was decided. */
function findingChanges(before: Month, after: Month, scope: Scope): Change[] {
  if (scope.unit !== null) return [];
  const [then, now] = [findingsFor(before, scope.column), findingsFor(after, scope.column)];
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

function changed(about: Omit<Change, 'before' | 'after'>, [before, after]: readonly Change['before'][]): Change[] {
  if (before == null || after == null || before.text === after.text) return [];
  return [{ ...about, before, after }];
}
