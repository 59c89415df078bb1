import { namesText } from './name-words.ts';
import { type Phrase, plain, strong } from './phrase.ts';

/** Where one of the ranked stands among them. */
export interface Rank {
  readonly rank: number;
  /** How many share this rank, itself included. */
  readonly sharing: number;
  /** How many are ranked at all. */
  readonly ranked: number;
}

/** 在参加排名的13个区、县（市）中列第4位, …并列第1位, or that it is the only one of its kind. */
export function rankPhrase({ rank, sharing, ranked }: Rank, kind: '区、县（市）' | '牵头单位'): Phrase {
  if (ranked === 1) return plain(`是唯一参加排名的${kind}`);
  const among = plain(`在参加排名的${ranked}个${kind}中${sharing > 1 ? '并' : ''}列`);
  return [...among, ...strong(`第${rank}位`)];
}

/** One of those ranked, with its rate as printed. */
export interface Ranked {
  readonly name: string;
  readonly rank: number;
  readonly score: string;
}

/** Who leads and who is last, best first in `ranked`; nothing where nobody is ranked. */
export function rankingPhrase(ranked: readonly Ranked[]): Phrase {
  const [first, ...others] = ranked;
  if (first === undefined) return [];
  if (others.length === 0)
    return [...plain('参加排名的只有'), ...strong(first.name), ...plain(`，综合完成率${first.score}。`)];
  const best = ranked.filter(({ rank }) => rank === first.rank);
  if (best.length === ranked.length)
    return plain(`参加排名的${ranked.length}个区、县（市）综合完成率相同，均为${first.score}，并列第1位。`);
  const lowest = ranked.at(-1) as Ranked;
  const last = ranked.filter(({ rank }) => rank === lowest.rank);
  return [
    ...strong(namesText(best.map(({ name }) => name))),
    ...plain(`综合完成率${best.length > 1 ? '并' : ''}列第1位（${first.score}），`),
    ...plain(`${namesText(last.map(({ name }) => name))}${last.length > 1 ? '并' : ''}列末位（${lowest.score}）。`),
  ];
}
