import { normaliseText } from './normalise.ts';

/** What can stand where a figure would: five different things, and none of them is 0. */
export const markKinds = ['blank', 'no-task', 'not-reported', 'dash', 'words'] as const;
export type MarkKind = (typeof markKinds)[number];

/** How each is written; `words` is everything else, such as 全部开工. */
const spellings: Readonly<Record<Exclude<MarkKind, 'words'>, readonly string[]>> = {
  blank: [''],
  'no-task': ['无任务', '无此任务', '没有任务', '不涉及'],
  'not-reported': ['未报送', '未报', '未上报', '未填报', '暂未报送', '待报'],
  dash: ['—', '——', '-', '--', '–', '－', '/', '／'],
};

/** What a text in the place of a figure says. */
export function markKind(text: string): MarkKind {
  const spelled = normaliseText(text);
  const known = Object.entries(spellings).find(([, texts]) => texts.includes(spelled));
  return (known?.[0] as MarkKind | undefined) ?? 'words';
}
