import { targetsOf } from '../model/plan.ts';
import { sourcesOf } from '../provenance/figure-sources.ts';
import { bareWords, clausesOf } from './bare-words.ts';
import type { Leak } from './finding.ts';
import type { PacketFacts } from './leak-facts.ts';
import { literal } from './literal.ts';
import { otherName } from './problems.ts';
import type { FileWords } from './words/file-words.ts';

/** How far around a name is looked at to tell a sentence that says it to everybody. */
const around = 8;

/**
 * Names of other columns, anywhere in the packet of a district that reads its own column only. Names within longer ones that everybody may
 * read (a lead unit, the office, a project) are not theirs, and a sentence that a packet says without any others neither.
 */
export function namesOfOthers({ words }: FileWords, facts: PacketFacts, file: string): Leak[] {
  const { month, reader, innocence } = facts;
  if (reader.kind !== 'district' || !reader.ownOnly) return [];
  const others = new Set(month.plan.columns.flatMap(({ name }) => (name === reader.column ? [] : [bareWords(name)])));
  if (others.size === 0) return [];
  const longestFirst = [...new Set([...others, ...longerNames(facts, others)])].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(literal).join('|'), 'gu');
  return words.flatMap(({ text, where }): Leak[] => {
    const bare = bareWords(text);
    return [...bare.matchAll(pattern)].flatMap(({ 0: name, index }): Leak[] => {
      if (!others.has(name)) return [];
      const context = bare.slice(Math.max(0, index - around), index + name.length + around);
      const pieces = text
        .split(/\s+/)
        .flatMap(clausesOf)
        .filter((piece) => piece.includes(name));
      const innocent = innocence.says(context) || (pieces.length > 0 && pieces.every((piece) => innocence.says(piece)));
      return innocent ? [] : [{ key: `name ${name}`, where, tell: (places) => otherName({ name }, places, file) }];
    });
  });
}

/** Names and texts that the reader may read and in which another's name stands: they hide it there, and nowhere else. */
function longerNames({ month, reader }: PacketFacts, others: ReadonlySet<string>): string[] {
  const { plan, settings } = month;
  const own = reader.kind === 'district' ? reader.column : '';
  const sources = targetsOf(plan).flatMap(({ target }) => sourcesOf(month)(own, target.id)?.entry.at.source ?? []);
  const open = [
    own,
    plan.title,
    settings.issuer,
    ...settings.copies,
    ...plan.notes,
    ...sources,
    ...targetsOf(plan).flatMap(({ project, target }) => [
      ...project.nameCells.map(({ text }) => text),
      project.name,
      target.clause,
      target.text,
      target.note ?? '',
      ...target.leadUnits,
    ]),
  ].map(bareWords);
  return open.filter((text) => !others.has(text) && [...others].some((name) => text.includes(name)));
}
