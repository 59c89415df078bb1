import { targetsOf } from '../model/plan.ts';
import { bareWords } from './bare-words.ts';
import type { Leak } from './finding.ts';
import type { PacketFacts } from './leak-facts.ts';
import { otherTarget } from './problems.ts';
import type { FileWords } from './words/file-words.ts';

/** A clause of fewer letters may be a piece of any sentence. */
const telling = 6;

/** Targets that others lead, in the packet of a lead unit where everybody reads only what is its own. */
export function targetsOfOthers({ words }: FileWords, facts: PacketFacts, file: string): Leak[] {
  const { month, reader, innocence } = facts;
  if (reader.kind !== 'lead-unit' || !reader.ownOnly) return [];
  const strange = targetsOf(month.plan)
    .filter(({ target }) => !target.leadUnits.includes(reader.unit))
    .map(({ target }) => ({ id: target.id, clause: target.clause, bare: bareWords(target.clause) }))
    .filter(({ bare }) => bare.length >= telling);
  return words.flatMap(({ text, where }): Leak[] => {
    const said = bareWords(text);
    return strange
      .filter(({ bare }) => said.includes(bare) && !innocence.says(bare))
      .map(({ id, clause }) => ({
        key: `target ${id}`,
        where,
        tell: (places) => otherTarget({ id, clause }, places, file),
      }));
  });
}
