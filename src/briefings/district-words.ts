import type { Lights } from '../model/settings.ts';
import type { CountsView } from './counts-view.ts';
import { countsText, tasksVerdict } from './counts-words.ts';
import { type Phrase, plain, strong } from './phrase.ts';
import { type Rank, rankPhrase } from './ranking-words.ts';

/** What is known of a district before words. */
export interface DistrictFacts {
  readonly district: string;
  /** 2023年6月 */
  readonly month: string;
  readonly counts: CountsView;
  /** 51.2%; null where it is not worked out. */
  readonly score: string | null;
  /** 高于序时进度1.2个百分点 */
  readonly scoreAgainstPace: string | null;
  /** Null where the district is not ranked. */
  readonly rank: Rank | null;
  /** 比上月提高13.1个百分点; null where one of the months has no score. */
  readonly scoreChange: string | null;
  /** 比上月上升2位 */
  readonly rankChange: string | null;
}

/** The first sentence, after the cut-off date. */
export function districtVerdict(facts: DistrictFacts): Phrase {
  const { district, month, counts } = facts;
  if (isSilent(counts))
    return [
      ...plain(district),
      ...strong(`未报送${month}月报`, 'lagging'),
      ...plain(`，所承担的${counts.held}项任务进度不明，不计算综合完成率，不参加排名。`),
    ];
  return [...plain(`${district}承担的`), ...tasksVerdict(counts), ...plain('，'), ...standing(facts), ...plain('。')];
}

/** 一、总体情况: how many tasks stand under each light, and what changed. */
export function districtOverview(facts: DistrictFacts, lights: Lights): string {
  const { district, counts, scoreChange, rankChange } = facts;
  const held = `${district}共承担任务${counts.held}项`;
  if (isSilent(counts)) return `${held}。因未报送月报，本期各表中${district}各项均标为“未报送”。`;
  const ranked = rankChange === null ? '' : `，位次${rankChange}`;
  return `${held}${countsText(counts, lights)}。${scoreChange === null ? '' : `综合完成率${scoreChange}${ranked}。`}`;
}

/** Whether nothing at all was reported. */
export function isSilent({ held, unreported }: CountsView): boolean {
  return held === unreported;
}

function standing({ counts, score, scoreAgainstPace, rank }: DistrictFacts): Phrase {
  if (score === null) {
    const reason = counts.unreported > 0 ? '数据不全' : '没有可计算完成率的任务';
    return plain(`${reason}，不计算综合完成率，不参加排名`);
  }
  const pace = scoreAgainstPace === null ? '' : `，${scoreAgainstPace}`;
  return [
    ...plain('综合完成率'),
    ...strong(score),
    ...plain(pace),
    ...(rank === null ? [] : [...plain('，'), ...rankPhrase(rank, '区、县（市）')]),
  ];
}
