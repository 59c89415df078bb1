import { print } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Office } from '../office/office.ts';
import type { MailSummary } from '../store/ledger/outbox.ts';
import type { Desk } from './desk.ts';

interface Signed {
  from: string;
  by?: string;
  because?: string;
}

export interface ResendFlags extends Signed {
  allDead: boolean;
}

export interface ResolveFlags extends Signed {
  arrived: boolean;
  absent: boolean;
}

export async function runResend(
  { store }: Office,
  numbers: readonly number[],
  flags: ResendFlags,
  desk: Desk,
): Promise<void> {
  const { language, json } = desk.voice();
  const { by, because } = signed(flags);
  if (flags.allDead === numbers.length > 0) throw new UsageError(both('resendWhat'));
  const { outbox } = store.ledger;
  const mails: MailSummary[] = flags.allDead ? await outbox.list({ states: ['dead'] }) : [];
  for (const id of numbers) {
    const mail = await outbox.mail(id);
    if (mail === null) throw new UsageError(both('noSuchMail', { id }));
    mails.push(mail);
  }
  const ids = await outbox.resend(
    mails.map(({ id }) => id),
    by,
    because,
    desk.now(),
  );
  const others = mails.filter(({ id }) => !ids.includes(id));
  if (others.length > 0) desk.end(1);
  if (json) return print(JSON.stringify({ ok: others.length === 0, resent: ids }, null, 2));
  print(say(language, 'resent', { ids }));
  for (const { id, state } of others) print(say(language, 'notResent', { id, state }));
}

export async function runResolve({ store }: Office, id: number, flags: ResolveFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { by, because } = signed(flags);
  if (flags.arrived === flags.absent) throw new UsageError(both('resolveWhat'));
  const what = flags.arrived ? 'arrived' : 'absent';
  const { outbox } = store.ledger;
  const done = await outbox.resolve(id, what, by, because, desk.now());
  const mail = await outbox.mail(id);
  if (mail === null) throw new UsageError(both('noSuchMail', { id }));
  if (!done) desk.end(1);
  if (json) print(JSON.stringify({ ok: done, id, state: mail.state }, null, 2));
  else print(done ? say(language, 'resolved', { id, what }) : say(language, 'notInDoubt', { id, state: mail.state }));
}

function signed({ by = '', because = '' }: Signed): { by: string; because: string } {
  if (by.trim() === '' || because.trim() === '') throw new UsageError(both('unsignedOutbox'));
  return { by: by.trim(), because: because.trim() };
}
