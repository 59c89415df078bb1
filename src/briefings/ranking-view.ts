import { z } from 'zod';
import type { ColumnStanding, Placed } from '../analysis/standing.ts';
import { tones } from '../model/document.ts';
import { decimalText } from '../model/exact.ts';
import type { Lights } from '../model/settings.ts';
import { countsView, countsViewSchema } from './counts-view.ts';
import type { Month } from './month.ts';
import type { Rank } from './ranking-words.ts';
import { rankMove } from './standing-words.ts';
import { numberViewSchema, percentText, percentView, pointsView } from './words.ts';

/** One row of the ranking of districts. */
export const rankingRowSchema = z.strictObject({
  district: z.string(),
  rank: z.number().nullable(),
  /** 升2位, 降1位, 持平; null where one of the months has no rank. */
  move: z.string().nullable(),
  score: numberViewSchema.nullable(),
  change: numberViewSchema.nullable(),
  counts: countsViewSchema,
});

export type RankingRow = z.infer<typeof rankingRowSchema>;

/** The ranking as bars, with the pace of the default rule across; a bar's colour goes by the district's own. */
export const rankingChartSchema = z.strictObject({
  alt: z.string(),
  pace: z.string(),
  /** The finest that one of the rates asks for. */
  format: z.string(),
  bars: z.array(z.strictObject({ label: z.string(), value: z.string(), tone: z.enum(tones) })),
});

/** Districts by rank; those without a score last, in printed order. */
export function rankedDistricts(month: Month): ColumnStanding[] {
  return month.assessment.columns
    .filter(({ column, tasks }) => column.kind === 'district' && tasks.length > 0)
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0);
}

/** Rank among all of its kind, and how many share it; null where it has none. */
export function rankOf({ rank }: Placed, all: readonly Placed[]): Rank | null {
  if (rank === null) return null;
  const ranks = all.flatMap((other) => other.rank ?? []);
  return { rank, sharing: ranks.filter((other) => other === rank).length, ranked: ranks.length };
}

export function rankingRow(standing: ColumnStanding, lights: Lights): RankingRow {
  return {
    district: standing.column.name,
    rank: standing.rank,
    move: rankMove(standing.rank, standing.rankBefore),
    score: standing.score && percentView(standing.score),
    change: standing.change && pointsView(standing.change),
    counts: countsView(standing, lights),
  };
}

export function rankingChart(month: Month): z.infer<typeof rankingChartSchema> {
  const { pace } = month.assessment;
  const scored = rankedDistricts(month).flatMap(({ column, score, pace: own }) =>
    score && own ? [{ name: column.name, score, own }] : [],
  );
  const words = scored.map(({ name, score }) => `${name}${percentText(score)}`).join('，');
  return {
    alt: `各区、县（市）综合完成率，由高到低：${words === '' ? '暂无数据' : words}；序时进度${percentText(pace)}`,
    pace: decimalText(pace),
    format: [pace, ...scored.map(({ score }) => score)]
      .map((rate) => percentView(rate).format)
      .reduce((finest, format) => (format.length > finest.length ? format : finest)),
    bars: scored.map(({ name, score, own }) => ({
      label: name,
      value: decimalText(score),
      tone: score.gte(own) ? 'onpace' : 'slow',
    })),
  };
}
