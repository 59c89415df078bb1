import { markOf } from '../briefings/approval-words.ts';
import type { Month } from '../briefings/month.ts';
import type { Document } from '../model/document.ts';
import { type Audience, audiencesOf } from './audiences.ts';
import { documentWords } from './document-words.ts';
import { type Innocence, innocenceOf } from './innocence.ts';
import { type Reader, readerOf } from './may-read.ts';
import { type PrivateTexts, privateTexts } from './private-texts.ts';
import { withoutOthers } from './without-others.ts';

/** What is known of a month whoever reads it; worked out once for all packets. */
export interface MonthFacts {
  /** Judged, with the hash of its snapshot as it is printed. */
  readonly month: Month;
  readonly audiences: readonly Audience[];
  readonly texts: PrivateTexts;
}

export function monthFacts(month: Month): MonthFacts {
  return { month, audiences: audiencesOf(month), texts: privateTexts(month) };
}

/** What is known of one packet before its files are looked at. */
export interface PacketFacts extends MonthFacts {
  readonly audience: Audience;
  readonly reader: Reader;
  /** The title that each of its files must have. */
  readonly title: string;
  readonly innocence: Innocence;
}

/**
 * The facts of one audience's packet. `month` is the edition as this audience is told of it, `compose` its briefing of any month; it is asked only
 * where a word of others may be somebody's own. Null where nobody of this name gets a packet.
 */
export function packetFacts(
  facts: MonthFacts,
  { audience: name, month, compose }: { audience: string; month: Month; compose: (month: Month) => Document },
): PacketFacts | null {
  const audience = facts.audiences.find((one) => one.name === name);
  const reader = readerOf(month, name);
  if (audience === undefined || reader === null) return null;
  return {
    ...facts,
    month,
    audience,
    reader,
    title: audience.title + markOf(month),
    innocence: innocenceOf(() => documentWords(compose(withoutOthers(month, reader)))),
  };
}
