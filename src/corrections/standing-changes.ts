import type { ColumnStanding } from '../analysis/standing.ts';
import type { Month } from '../briefings/month.ts';
import type { Change } from '../model/correction.ts';
import { changed } from './changed.ts';
import { coversColumn, coversUnit, type Scope } from './scope.ts';
import { shownCount, shownPercent } from './shown.ts';

/** What changed in scores and ranks, of columns and of lead units. */
export function standingChanges(before: Month, after: Month, scope: Scope): Change[] {
  return standings.flatMap(([namesIn, covers, of]) => {
    const names = [...new Set([...namesIn(after), ...namesIn(before)])].filter((name) => covers(scope, name));
    return names.flatMap((name): Change[] => {
      const both = [of(before, name), of(after, name)];
      const common = { target: null, column: name };
      const scores = both.map((standing) => shownPercent(standing?.score ?? null, '数据不全'));
      const ranks = both.map((standing) => shownCount(standing?.rank ?? null, '不排名'));
      return [
        ...changed({ kind: 'score', ...common, subject: '综合完成率' }, scores),
        ...changed({ kind: 'rank', ...common, subject: '位次' }, ranks),
      ];
    });
  });
}

type Placed = Pick<ColumnStanding, 'score' | 'rank'>;

/** Who has a score: columns and lead units, who is told of it, and where it stands. */
const standings: readonly (readonly [
  namesIn: (month: Month) => readonly string[],
  covers: (scope: Scope, name: string) => boolean,
  of: (month: Month, name: string) => Placed | undefined,
])[] = [
  [
    ({ plan }) => plan.columns.map(({ name }) => name),
    coversColumn,
    ({ assessment }, name) => assessment.columns.find(({ column }) => column.name === name),
  ],
  [
    ({ assessment }) => assessment.leadUnits.map(({ name }) => name),
    coversUnit,
    ({ assessment }, name) => assessment.leadUnits.find((unit) => unit.name === name),
  ],
];
