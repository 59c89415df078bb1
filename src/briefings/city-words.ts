import type { Lights } from '../model/settings.ts';
import type { CountsView } from './counts-view.ts';
import { countsText, tasksVerdict } from './counts-words.ts';
import { namesText } from './name-words.ts';
import { type Phrase, plain } from './phrase.ts';
import { type Ranked, rankingPhrase } from './ranking-words.ts';

/** What is known of the whole city before words. */
export interface CityFacts {
  /** Projects and targets that are divided among the columns, and targets that are not. */
  readonly projects: number;
  readonly targets: number;
  readonly undivided: number;
  /** 各区、县（市）和市本级, as far as they hold tasks. */
  readonly holders: string;
  readonly counts: CountsView;
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** Districts without a rank: for want of figures, and since their tasks have no rate. */
  readonly incomplete: readonly string[];
  readonly rateless: readonly string[];
}

/** The first sentences, after the cut-off date. */
export function cityVerdict(facts: CityFacts): Phrase {
  const { projects, targets, undivided, holders, counts, ranked } = facts;
  if (counts.held === 0) return plain('各项量化目标均不作分解，没有可供评价的任务。');
  const rest = undivided === 0 ? '' : `；另有${undivided}项量化目标不作分解`;
  return [
    ...plain(`${projects}个项目、${targets}项量化目标分解到${holders}的`),
    ...tasksVerdict(counts),
    ...plain(`${rest}。`),
    ...rankingPhrase(ranked),
  ];
}

/** 一、总体情况: how many tasks stand under each light, the pace, whether some targets have their own, and who is not ranked. */
export function cityOverview(facts: CityFacts, lights: Lights, pace: string, ownPaces: boolean): string {
  const { counts, incomplete, rateless } = facts;
  const held = counts.held === 0 ? '' : `全市共分解任务${counts.held}项${countsText(counts, lights)}。`;
  return `${held}本月序时进度为${pace}${ownPaces ? '，部分目标另有规定' : ''}。${unranked(incomplete, '数据不全')}${unranked(rateless, '没有可计算完成率的任务')}`;
}

function unranked(names: readonly string[], reason: string): string {
  return names.length === 0 ? '' : `${namesText(names)}${reason}，不参加排名。`;
}
