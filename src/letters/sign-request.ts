import { z } from 'zod';
import { editionMark } from '../model/correction.ts';
import { dateText, monthOf, type Period, periodText } from '../model/period.ts';
import { type ChangeFacts, changeContent, changeSchema } from './changes.ts';
import { momentText } from './day-words.ts';
import { type CommonFacts, commonContent, commonFields, type Letter } from './letter.ts';

/** 审签 asked of the signer. */
export interface SignRequestFacts extends CommonFacts {
  readonly period: Period;
  /** 0 for the original, n for 更正版n. */
  readonly edition: number;
  /** ISO date that the briefing is to carry. */
  readonly issued: string;
  /** The first sentences of the city's briefing. */
  readonly verdict: string;
  /** How many packets are to leave. */
  readonly packets: number;
  readonly asked: number;
  /** Who sent no return, and so is printed as 未报送. */
  readonly unreported: readonly string[];
  /** What the checks found, worst first, with what was decided on it. */
  readonly findings: readonly { readonly message: string; readonly decision: string | null }[];
  /** For a 更正版: why, and what changes in the city's briefing. */
  readonly correction: ChangeFacts | null;
  /** When the packets are to leave, ISO UTC; null where no day is set. */
  readonly deliver: string | null;
  /** Folder of the draft, as the officer reaches it. */
  readonly draft: string;
  /** Hash of the draft's snapshot as it is printed. */
  readonly snapshot: string;
  /** Names of the attached files of the draft. */
  readonly files: readonly string[];
  /** The exact command that signs. */
  readonly command: string;
}

/** More findings than this are in the draft alone. */
const mostFindings = 12;

const schema = z.strictObject({
  ...commonFields,
  /** 2023年6月 */
  month: z.string(),
  /** 第6期 */
  number: z.string(),
  /** （更正版1）; empty for the original. */
  mark: z.string(),
  issued: z.string(),
  verdict: z.string(),
  packets: z.number(),
  asked: z.number(),
  reported: z.number(),
  unreported: z.array(z.string()),
  /** How many findings there are, and how many of them nobody decided on. */
  findingCount: z.number(),
  undecided: z.number(),
  findings: z.array(z.strictObject({ message: z.string(), decision: z.string().nullable() })),
  moreFindings: z.number(),
  correction: changeSchema.nullable(),
  /** 7月6日09:00 */
  deliver: z.string().nullable(),
  draft: z.string(),
  snapshot: z.string(),
  files: z.array(z.string()),
  command: z.string(),
});

export const signRequestLetter: Letter<SignRequestFacts, z.infer<typeof schema>> = {
  schema,
  content: (facts) => ({
    ...commonContent(facts),
    month: periodText(facts.period),
    number: `第${monthOf(facts.period)}期`,
    mark: editionMark(facts.edition, false),
    issued: dateText(facts.issued),
    verdict: facts.verdict,
    packets: facts.packets,
    asked: facts.asked,
    reported: facts.asked - facts.unreported.length,
    unreported: [...facts.unreported],
    findingCount: facts.findings.length,
    undecided: facts.findings.filter(({ decision }) => decision === null).length,
    findings: facts.findings.slice(0, mostFindings).map(({ message, decision }) => ({ message, decision })),
    moreFindings: Math.max(0, facts.findings.length - mostFindings),
    correction: facts.correction && changeContent(facts.correction),
    deliver: facts.deliver && momentText(facts.deliver),
    draft: facts.draft,
    snapshot: facts.snapshot,
    files: [...facts.files],
    command: facts.command,
  }),
};
