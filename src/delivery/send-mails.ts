import { setTimeout as pause } from 'node:timers/promises';
import { withoutAddresses } from '../model/without-addresses.ts';
import type { Mail } from '../store/ledger/outbox.ts';
import { type Ended, leaseOf, type Sending, sendOne } from './send-one.ts';
import { ownerBy, settleDoubts } from './settle-doubts.ts';

/** So many mails that are refused for now, one after another, are the server's doing: it takes no more from us for a while. */
const mostInARow = 10;

/** What a round of sending did. */
export interface SendTally {
  readonly sent: number;
  readonly retry: number;
  readonly dead: number;
  /** Mails that may have arrived or not, held for a person after this round. */
  readonly inDoubt: number;
  /** Mails that had been in doubt and were found, or certainly were nowhere. */
  readonly settled: number;
  /** Why the round ended before everything that was due was tried (`keptText`), without addresses; null where it did not. */
  readonly stopped: string | null;
}

export interface SendOptions extends Sending {
  /** Names the running program; two programs never have the same one. */
  readonly owner: string;
  /** Ends the round after the mails under way. */
  readonly signal?: AbortSignal;
  /** Told of every mail's end, without addresses, for logs. */
  readonly onEnd?: (mail: Pick<Mail, 'id' | 'kind' | 'audience' | 'attempt'>, ended: Ended) => void;
}

/**
 * Sends what is due, several mails at once as the settings allow, until nothing is due any more, the signal ends it, or the server fails
 * as it would with every mail: then the others wait for the next round. Each claim is one try. StoreError.
 */
export async function sendMails(options: SendOptions): Promise<SendTally> {
  const { ledger, settings, now, signal = new AbortController().signal, onEnd } = options;
  const owner = ownerBy(options.owner, options.transport);
  const smtp = settings.transport === 'smtp' ? settings.smtp : undefined;
  const perMinute = smtp?.perMinute ?? null;
  const clock = goesOn(now);
  const settled = await settleDoubts(options);
  const tally = { sent: 0, retry: 0, dead: 0, 'in-doubt': 0, lost: 0 };
  let stopped: string | null = null;
  let inARow = 0;
  /** The next mail, when its turn has come; null where none is due any more, or the round is to end. */
  const next = async (): Promise<Mail | null> => {
    while (stopped === null && !signal.aborted) {
      const time = now();
      const leaseUntil = new Date(new Date(time).getTime() + leaseOf(settings)).toISOString();
      const pace = perMinute === null ? null : { perMinute, now: clock() };
      const mail = await ledger.outbox.claim({ owner, leaseUntil, now: time }, pace);
      if (mail !== null || pace === null) return mail;
      const free = await ledger.outbox.mayLeaveAt(pace);
      if (free === null) return null;
      await pause(Date.parse(free) - Date.parse(pace.now), undefined, { signal }).catch(() => {});
    }
    return null;
  };
  const work = async () => {
    for (let mail = await next(); mail !== null; mail = await next()) {
      const { response, ...ended } = await sendOne(mail, owner, options).catch((error) => {
        stopped = String(error);
        throw error;
      });
      tally[ended.state] += 1;
      const told = { ...ended, response: withoutAddresses(response) };
      if (told.state === 'sent') inARow = 0;
      if (told.state === 'retry') inARow += 1;
      if (told.everyMail || inARow >= mostInARow) stopped ??= told.response;
      onEnd?.(mail, told);
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: smtp?.connections ?? 1 }, work));
  const failed = workers.find((worker) => worker.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return {
    sent: tally.sent,
    retry: tally.retry,
    dead: tally.dead,
    inDoubt: (await ledger.outbox.counts({}))['in-doubt'],
    settled,
    stopped,
  };
}

/** A clock that goes on where the one that was given stands still (`--now`): nobody would wait for its next minute. */
function goesOn(now: () => string): () => string {
  const [first, begun] = [Date.parse(now()), performance.now()];
  return () => new Date(Math.max(Date.parse(now()), first + performance.now() - begun)).toISOString();
}
