import { periodText } from '../model/period.ts';
import type { Leak } from './finding.ts';
import type { PacketFacts } from './leak-facts.ts';
import { mayRead, type TextOwner } from './may-read.ts';
import { privateText } from './problems.ts';
import type { FileWords } from './words/file-words.ts';

/** What others wrote or what was found about them. A text that is the reader's, too, is none of theirs. */
export function textsOfOthers({ words }: FileWords, facts: PacketFacts, file: string): Leak[] {
  const { texts, month, reader, innocence } = facts;
  if (reader.kind === 'city') return [];
  return words.flatMap(({ text: said, where }) =>
    texts.foundIn(said).flatMap(({ text, owners }): Leak[] => {
      const [owner] = owners;
      if (owner === undefined || owners.some((one) => mayRead(month, reader, one)) || innocence.says(text)) return [];
      const data = { text, owner: ownerWords(owner), what: owner.what };
      return [{ key: `text ${text}`, where, tell: (places) => privateText(data, places, file) }];
    }),
  );
}

function ownerWords(owner: TextOwner): string {
  if (owner.kind === 'entry') {
    const by = owner.reporter === owner.column ? owner.column : `${owner.reporter}（${owner.column}）`;
    return `${by} ${periodText(owner.period)} ${owner.target}`;
  }
  const { column, target } = owner.diagnostic.about;
  return [column, target].filter(Boolean).join(' ');
}
