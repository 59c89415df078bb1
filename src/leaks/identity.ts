import { markOf } from '../briefings/approval-words.ts';
import { periodText } from '../model/period.ts';
import { nowhere } from '../verify/where.ts';
import { bareWords } from './bare-words.ts';
import type { Leak } from './finding.ts';
import type { PacketFacts } from './leak-facts.ts';
import { literal } from './literal.ts';
import { otherAudience, otherEdition, otherMonth, otherSnapshot, untitled } from './problems.ts';
import type { FileWords } from './words/file-words.ts';

/** The worst leak: a file that is another's, or of another month or edition. By its title, its name, its headings, its snapshot. */
export function strangersIn(words: FileWords, facts: PacketFacts, file: string): Leak[] {
  return [
    ...byTitle(words, facts, file),
    ...byName(facts, file),
    ...byHeadings(words, facts, file),
    ...bySnapshot(words, facts, file),
  ];
}

/** The title in the properties is the program's own and no template changes it. */
function byTitle({ title }: FileWords, { title: due, audiences, audience, month }: PacketFacts, file: string): Leak[] {
  if (title === due || title === undefined) return [];
  const tell = (leak: Leak['tell'], key: string): Leak[] => [{ key, where: nowhere, tell: leak }];
  if (title === null) return tell((places) => untitled({ due }, places, file), 'untitled');
  const [, plain = title, edition = ''] = /^(.*?)(（(?:更正版\d+(?:送审稿)?|送审稿)）)?$/su.exec(title) ?? [];
  const owner = audiences.find((one) => one.title === plain);
  if (owner !== undefined && owner.name !== audience.name)
    return tell((places) => otherAudience({ owner: owner.name, by: title }, places, file), `other ${owner.name}`);
  const period = /\d{4}年\d{1,2}月/u.exec(plain)?.[0];
  const dueEdition = markOf(month);
  if (owner !== undefined && edition !== dueEdition)
    return tell((places) => otherEdition({ title, due }, places, file), 'edition');
  if (period !== undefined && period !== periodText(month.period))
    return tell((places) => otherMonth({ month: period, by: title }, places, file), `month ${period}`);
  return tell((places) => untitled({ due }, places, file), 'untitled');
}

/** A file is named after its audience, wherever it lies. */
function byName({ audiences, audience }: PacketFacts, file: string): Leak[] {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).normalize();
  const owner = audiences
    .filter((one) => name.startsWith(`${one.name}-`) || name.startsWith(`${one.name}_`))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (owner === undefined || owner.name === audience.name) return [];
  return [
    {
      key: `other ${owner.name}`,
      where: nowhere,
      tell: (places) => otherAudience({ owner: owner.name, by: name }, places, file),
    },
  ];
}

/** What stands behind a name, and perhaps a month, at the head of a briefing or of one of its annexes. */
const headings =
  '(?:牵头)?(?:民生实事(?:进展情况)?简报|(?:牵头)?滞后项目情况表|任务进展明细表|量化目标完成情况表|(?:牵头)?项目)';

function byHeadings({ words }: FileWords, { audiences, audience, month }: PacketFacts, file: string): Leak[] {
  const shown = [...new Set(audiences.map((one) => bareWords(one.shown)))].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${shown.map(literal).join('|')})(\\d{4}年\\d{1,2}月)?${headings}`, 'gu');
  const due = periodText(month.period);
  const own = bareWords(audience.shown);
  return words.flatMap(({ text, where }): Leak[] => {
    const bare = bareWords(text);
    if (!bare.includes('简报') && !bare.includes('表') && !bare.includes('项目')) return [];
    return [...bare.matchAll(pattern)].flatMap(([by, name = '', period]): Leak[] => {
      if (name !== own && (period !== undefined || !by.endsWith('项目')))
        return [{ key: `other ${name}`, where, tell: (places) => otherAudience({ owner: name, by }, places, file) }];
      if (period !== undefined && period !== due)
        return [{ key: `month ${period}`, where, tell: (places) => otherMonth({ month: period, by }, places, file) }];
      return [];
    });
  });
}

/**
 * A file of the same month and edition that was made of other data names another snapshot. A correction names the one of the edition before
 * it, too, but never that one alone.
 */
function bySnapshot({ words }: FileWords, { month }: PacketFacts, file: string): Leak[] {
  const { snapshot, correction } = month;
  if (snapshot === null) return [];
  const named = words.flatMap(({ text, where }) =>
    [...bareWords(text).matchAll(/数据快照:([0-9a-f]{16})/gu)].map(([, hash = '']) => ({ hash, where })),
  );
  const isOwn = named.some(({ hash }) => hash === snapshot);
  const before = correction?.against.snapshot.slice(0, snapshot.length);
  const strange = named.filter(({ hash }) => hash !== snapshot && !(isOwn && hash === before));
  return strange.map(({ hash, where }) => ({
    key: 'snapshot',
    where,
    tell: (places) => otherSnapshot({ hash, due: snapshot }, places, file),
  }));
}
