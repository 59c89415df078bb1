import type { Diagnostic } from '../model/diagnostic.ts';
import { Refusal } from '../readers/package/refusal.ts';
import { canVerify, openFinished } from '../verify/index.ts';
import { figuresOfOthers } from './figures-of-others.ts';
import { type Leak, toldOnce } from './finding.ts';
import { strangersIn } from './identity.ts';
import type { PacketFacts } from './leak-facts.ts';
import { namesOfOthers } from './names-of-others.ts';
import { tasksOfOthers } from './own-tasks.ts';
import { cannotSearch, concealed } from './problems.ts';
import { targetsOfOthers } from './targets-of-others.ts';
import { textsOfOthers } from './texts-of-others.ts';
import type { FileWords } from './words/file-words.ts';
import { collectorOf } from './words/index.ts';

/** A file as it will be mailed. */
export interface MailedFile {
  /** With its extension; the path if that says more. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Each looks for one kind of thing in the words of a file. */
const searches: readonly ((words: FileWords, facts: PacketFacts, file: string) => Leak[])[] = [
  strangersIn,
  textsOfOthers,
  namesOfOthers,
  figuresOfOthers,
  targetsOfOthers,
];

/**
 * What the finished files of a packet hold that its reader must not see, by the facts of the month and not by what made the files: a file that is
 * another's, what others wrote, their names and figures where the reader sees its own column only, and things in which words hide. Everything is an
 * error; none means that the packet holds only what its reader may see.
 */
export async function leaksIn(files: readonly MailedFile[], facts: PacketFacts): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const file of files) found.push(...(await leaksInFile(file, facts)));
  return found;
}

async function leaksInFile({ name, bytes }: MailedFile, facts: PacketFacts): Promise<Diagnostic[]> {
  const words = await wordsOf(name, bytes);
  if (words === null) return [cannotSearch(name)];
  const concealments = words.concealed.map(
    ({ kind, where }): Leak => ({ key: `concealed ${kind}`, where, tell: (places) => concealed(kind, places, name) }),
  );
  const format = extensionOf(name);
  const tables = canVerify(format) ? await openFinished({ bytes, format, name }) : null;
  return toldOnce([
    ...searches.flatMap((search) => search(words, facts, name)),
    ...tasksOfOthers(tables?.tables ?? [], facts, name),
    ...concealments,
  ]);
}

/** All words of a file; null where it cannot be opened. */
async function wordsOf(name: string, bytes: Uint8Array): Promise<FileWords | null> {
  const collect = collectorOf(extensionOf(name));
  if (collect === null) return null;
  try {
    const words = await collect(bytes, name);
    return 'severity' in words ? null : words;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
