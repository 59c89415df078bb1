import type { Lights } from '../model/settings.ts';
import type { CountsView } from './counts-view.ts';
import { countsText, tasksVerdict } from './counts-words.ts';
import { namesText } from './name-words.ts';
import { type Phrase, plain, strong } from './phrase.ts';
import { type Rank, rankPhrase } from './ranking-words.ts';

/** What is known of a lead unit's targets before words. */
export interface LeadUnitFacts {
  readonly unit: string;
  /** Its projects and targets that are divided among the columns, and targets that are not. */
  readonly projects: number;
  readonly targets: number;
  readonly undivided: number;
  readonly counts: CountsView;
  /** 47.1%, over the tasks that were reported; null where none has a rate. */
  readonly score: string | null;
  readonly scoreAgainstPace: string | null;
  readonly rank: Rank | null;
  /** 比上月提高13.1个百分点; null where one of the months lacks figures. */
  readonly scoreChange: string | null;
  /** Columns that hold its tasks, and how many tasks of each lag, most first. */
  readonly holders: readonly string[];
  readonly laggards: readonly { readonly name: string; readonly lagging: number }[];
  /** Columns without a figure for one of its targets. */
  readonly missing: readonly string[];
}

/** The first sentences, after the cut-off date: how its tasks stand, its rank, and where most of its tasks lag. */
export function leadUnitVerdict(facts: LeadUnitFacts): Phrase {
  const { unit, projects, targets, undivided, holders, counts } = facts;
  const whom = holders.length === 1 ? holders[0] : `${holders.length}个单位`;
  const rest = undivided === 0 ? '' : `；另有${undivided}项量化目标不作分解`;
  return [
    ...plain(`${unit}牵头的${projects}个项目、${targets}项量化目标分解到${whom}的`),
    ...tasksVerdict(counts),
    ...plain(`${rest}。`),
    ...standing(facts),
    ...plain(laggardsText(facts)),
  ];
}

function standing({ counts, score, scoreAgainstPace, rank }: LeadUnitFacts): Phrase {
  if (score === null) return [];
  return [
    ...plain(`${counts.unreported > 0 ? '按已报送的任务计算，' : ''}综合完成率`),
    ...strong(score),
    ...plain(scoreAgainstPace === null ? '' : `，${scoreAgainstPace}`),
    ...(rank === null || rank.ranked === 1 ? [] : [...plain('，'), ...rankPhrase(rank, '牵头单位')]),
    ...plain('。'),
  ];
}

/** 一、总体情况: how many tasks stand under each light, and who reported nothing. */
export function leadUnitOverview({ unit, counts, missing, scoreChange }: LeadUnitFacts, lights: Lights): string {
  const gaps = missing.length === 0 ? '' : `有任务未报送的单位：${namesText(missing)}。`;
  const change = scoreChange === null ? '' : `综合完成率${scoreChange}。`;
  return `${unit}牵头的任务共${counts.held}项${countsText(counts, lights)}。${change}${gaps}`;
}

/** 滞后最多的是滨江区（7项）; where one unit holds all, the verdict has said it. */
function laggardsText({ laggards, holders }: LeadUnitFacts): string {
  const [first] = laggards;
  if (first === undefined || holders.length === 1) return '';
  const most = laggards.filter(({ lagging }) => lagging === first.lagging).map(({ name }) => name);
  if (laggards.length === 1) return `滞后任务${first.lagging > 1 ? '均' : ''}在${first.name}。`;
  if (most.length === laggards.length) return `滞后任务分布在${namesText(most)}，各${first.lagging}项。`;
  return `滞后任务分布在${laggards.length}个单位，其中${namesText(most)}最多${most.length > 1 ? '，各' : '，有'}${first.lagging}项。`;
}
