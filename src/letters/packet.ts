import { z } from 'zod';
import { editionMark } from '../model/correction.ts';
import { dateText, monthOf, type Period, periodText } from '../model/period.ts';
import { type ChangeFacts, changeContent, changeSchema } from './changes.ts';
import { type CommonFacts, commonContent, commonFields, type Letter } from './letter.ts';
import { type ReaderKind, youText } from './reader-words.ts';
import { sizeText } from './size-text.ts';

/** A reader's briefing. */
export interface PacketFacts extends CommonFacts {
  readonly audience: string;
  readonly audienceKind: ReaderKind;
  readonly period: Period;
  /** 0 for the original, n for 更正版n. */
  readonly edition: number;
  /** Title of the document. */
  readonly title: string;
  /** ISO date that the briefing carries. */
  readonly issued: string;
  /** The first sentences of this reader's own briefing; null to leave them to the attachment. */
  readonly verdict: string | null;
  readonly correction: ChangeFacts | null;
  /** Hash of the snapshot, as the briefing's last page prints it. */
  readonly snapshot: string;
  readonly carriage: Carriage;
}

/** How the files travel. */
export type Carriage =
  | { readonly kind: 'files'; readonly files: readonly CarriedFile[]; readonly part: Part }
  /** `files` lie in the zip. */
  | { readonly kind: 'zip'; readonly zip: string; readonly files: readonly CarriedFile[]; readonly part: Part }
  | { readonly kind: 'link'; readonly url: string; readonly files: readonly CarriedFile[] };

export interface CarriedFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** The n-th of several mails; 1 of 1 where one is enough. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

const schema = z.strictObject({
  ...commonFields,
  audience: z.string(),
  kind: z.enum(['district', 'lead-unit', 'city']),
  /** 你区, 你县, 你市, 你单位 */
  you: z.string(),
  /** 2023年6月 */
  month: z.string(),
  /** 上城区2023年6月民生实事简报 */
  title: z.string(),
  /** 第6期 */
  number: z.string(),
  /** （更正版1）; empty for the original. */
  mark: z.string(),
  issued: z.string(),
  verdict: z.string().nullable(),
  correction: changeSchema.nullable(),
  snapshot: z.string(),
  /** The files of this mail, or behind its link. */
  files: z.array(z.strictObject({ name: z.string(), size: z.string(), sha256: z.string() })),
  /** Name of the attached zip that holds them. */
  zip: z.string().nullable(),
  /** Where they lie, if they do not travel with the mail. */
  link: z.string().nullable(),
  /** Where the packet takes several mails. */
  part: z.strictObject({ number: z.number(), of: z.number() }).nullable(),
});

export const packetLetter: Letter<PacketFacts, z.infer<typeof schema>> = {
  schema,
  content(facts) {
    const { carriage } = facts;
    const part = carriage.kind === 'link' || carriage.part.of === 1 ? null : carriage.part;
    return {
      ...commonContent(facts),
      audience: facts.audience,
      kind: facts.audienceKind,
      you: youText(facts.audience, facts.audienceKind),
      month: periodText(facts.period),
      title: facts.title,
      number: `第${monthOf(facts.period)}期`,
      mark: editionMark(facts.edition, false),
      issued: dateText(facts.issued),
      verdict: facts.verdict,
      correction: facts.correction && changeContent(facts.correction),
      snapshot: facts.snapshot,
      files: carriage.files.map(({ name, size, sha256 }) => ({ name, size: sizeText(size), sha256 })),
      zip: carriage.kind === 'zip' ? carriage.zip : null,
      link: carriage.kind === 'link' ? carriage.url : null,
      part: part && { number: part.number, of: part.of },
    };
  },
};
