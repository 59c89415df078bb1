import type { MailSettings } from '../model/mail-settings.ts';
import type { MailEvent } from '../store/ledger/outbox.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * When a mail that was refused for now is tried again, ISO UTC; null where it was tried long enough. The wait doubles with each try. Tries before a
 * person, or a look into the mailbox, put the mail back do not count, nor does the time that it waited for its first.
 */
export function nextTry(
  events: readonly MailEvent[],
  { retry }: Pick<MailSettings, 'retry'>,
  now: string,
): string | null {
  const tries = triesOf(events);
  const first = tries[0]?.at ?? now;
  const time = new Date(now).getTime();
  if (time - new Date(first).getTime() >= retry.giveUp * hour) return null;
  return waitFrom(time, tries.length, retry);
}

/** The same for a mail that waits for what is no fault of its own, the server or the login: it is never given up. */
export function nextTryOfAll(
  events: readonly MailEvent[],
  { retry }: Pick<MailSettings, 'retry'>,
  now: string,
): string {
  return waitFrom(new Date(now).getTime(), triesOf(events).length, retry);
}

function triesOf(events: readonly MailEvent[]): MailEvent[] {
  const anew = events.findLastIndex(({ to }) => to === 'pending');
  return events.slice(anew + 1).filter(({ to }) => to === 'sending');
}

function waitFrom(time: number, tries: number, { first, most }: MailSettings['retry']): string {
  const minutes = Math.min(first * 2 ** Math.max(0, tries - 1), most);
  return new Date(time + minutes * minute).toISOString();
}
