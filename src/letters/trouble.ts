import { z } from 'zod';
import { type Period, periodText } from '../model/period.ts';
import { momentText } from './day-words.ts';
import { type CommonFacts, commonContent, commonFields, type Letter } from './letter.ts';

/** To the city office: what did not go as it should, and what to do. */
export interface TroubleFacts extends CommonFacts {
  readonly items: readonly TroubleItem[];
}

export type TroubleItem =
  /** A step of a month that failed, or produced less than planned. */
  | {
      readonly kind: 'step';
      readonly period: Period;
      /** As the settings name it: `deliver`. */
      readonly step: string;
      /** What it is to do, in words: 发送简报. */
      readonly does: string;
      /** ISO UTC. */
      readonly at: string;
      readonly reason: string;
      /** The exact command that does it again, or looks closer. */
      readonly command: string;
    }
  /** Mails that are refused for good, or of which nobody knows whether they arrived. */
  | {
      readonly kind: 'mails';
      readonly state: 'dead' | 'in-doubt';
      readonly mails: readonly TroubledMail[];
      readonly command: string;
    };

export interface TroubledMail {
  /** As the outbox numbers it. */
  readonly id: number;
  readonly audience: string;
  /** What it is, in words: 简报, 催报. */
  readonly what: string;
  /** What the other side said last. */
  readonly response: string | null;
}

/** More mails than this are in the outbox's own list alone. */
const mostMails = 20;

const itemSchema = z.strictObject({
  kind: z.enum(['step', 'dead', 'in-doubt']),
  /** For a step: 2023年6月, its name and what it does; the moment 7月6日09:00 and the reason. */
  month: z.string(),
  step: z.string(),
  does: z.string(),
  at: z.string(),
  reason: z.string(),
  count: z.number(),
  mails: z.array(
    z.strictObject({ id: z.string(), audience: z.string(), what: z.string(), response: z.string().nullable() }),
  ),
  more: z.number(),
  command: z.string(),
});

const schema = z.strictObject({
  ...commonFields,
  /** 7月6日09:05 */
  asOf: z.string(),
  count: z.number(),
  items: z.array(itemSchema),
});

export const troubleLetter: Letter<TroubleFacts, z.infer<typeof schema>> = {
  schema,
  content: (facts) => ({
    ...commonContent(facts),
    asOf: momentText(facts.now),
    count: facts.items.length,
    items: facts.items.map(itemContent),
  }),
};

function itemContent(item: TroubleItem): z.infer<typeof itemSchema> {
  const none = { month: '', step: '', does: '', at: '', reason: '', count: 0, mails: [], more: 0 };
  const { command } = item;
  if (item.kind === 'step') {
    const { step, does, reason } = item;
    return {
      ...none,
      kind: 'step',
      month: periodText(item.period),
      step,
      does,
      at: momentText(item.at),
      reason,
      command,
    };
  }
  const mails = item.mails.slice(0, mostMails).map(({ id, ...mail }) => ({ id: String(id), ...mail }));
  const count = item.mails.length;
  return { ...none, kind: item.state, count, mails, more: Math.max(0, count - mostMails), command };
}
