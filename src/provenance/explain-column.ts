import type { ColumnStanding } from '../analysis/standing.ts';
import type { Month } from '../briefings/month.ts';
import { rankedDistricts } from '../briefings/ranking-view.ts';
import { percentText, pointsView } from '../briefings/words.ts';
import { periodText, previousPeriod } from '../model/period.ts';
import { explainScore } from './explain-score.ts';
import { type Explanation, node, same, words } from './explanation.ts';

/** A district or 市本级: its 综合完成率, its rank and its change on last month. */
export function explainColumn(month: Month, standing: ColumnStanding): Explanation {
  const { column, tasks, score } = standing;
  const value = score === null ? words('数据不全', 'incomplete') : same(percentText(score));
  return node(words(`${column.name} 承担${tasks.length}项任务`, `${column.name}, ${tasks.length} tasks`), value, {
    inputs: [explainScore(month, standing, false), explainRank(month, standing), ...explainChange(month, standing)],
  });
}

function explainRank(month: Month, { column, rank, score }: ColumnStanding): Explanation {
  const what = words('位次', 'rank');
  if (column.kind !== 'district') return node(what, words('市本级不排名', '市本级 is not ranked'));
  const ranked = rankedDistricts(month).filter((one) => one.rank !== null);
  if (rank === null || score === null) return node(what, words('数据不全，不排名', 'incomplete, so not ranked'));
  const ahead = ranked.filter((one) => one.score?.gt(score)).length;
  const level = ranked.filter((one) => one.score?.equals(score) && one.column.name !== column.name);
  const tied = level.map((one) => one.column.name).join('、');
  return node(what, words(`第${rank}位`, String(rank)), {
    formula: words(
      `参加排名的${ranked.length}个区、县（市）中，综合完成率更高的有${ahead}个${tied === '' ? '' : `，与${tied}并列`}`,
      `of the ${ranked.length} districts ranked, ${ahead} score higher${tied === '' ? '' : `; level with ${tied}`}`,
    ),
    inputs: ranked.map(standingLine),
  });
}

/** One line of a ranking: name, score and rank. */
export function standingLine(standing: ColumnStanding): Explanation {
  const { column, score, rank } = standing;
  return node(same(column.name), score ? same(percentText(score)) : words('数据不全', 'incomplete'), {
    formula: rank === null ? null : words(`第${rank}位`, `rank ${rank}`),
  });
}

function explainChange({ assessment, period }: Month, { column, score, change }: ColumnStanding): Explanation[] {
  const then = previousPeriod(period);
  const before = assessment.course.find((step) => step.period === then)?.scores.get(column.name) ?? null;
  if (score === null || change === null || before === null) return [];
  const { text } = pointsView(change);
  return [
    node(words('较上月', 'against last month'), words(`${text}个百分点`, `${text} points`), {
      formula: words(
        `本月 ${percentText(score)} － ${periodText(then)} ${percentText(before)}`,
        `${percentText(score)} − ${percentText(before)} in ${then}`,
      ),
    }),
  ];
}
