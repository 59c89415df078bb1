import { print } from '../cli/output.ts';
import { both, say } from '../cli/text.ts';
import { newAddressOf } from '../delivery/new-address.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Office } from '../office/office.ts';
import type { Mail } from '../store/ledger/outbox.ts';
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
  office: Office,
  numbers: readonly number[],
  flags: ResendFlags,
  desk: Desk,
): Promise<void> {
  const { language, json } = desk.voice();
  const { by, because } = signed(flags);
  if (flags.allDead === numbers.length > 0) throw new UsageError(both('resendWhat'));
  const { outbox } = office.store.ledger;
  const ids = flags.allDead ? (await outbox.list({ states: ['dead'] })).map(({ id }) => id) : [...new Set(numbers)];
  const asked: Mail[] = [];
  for (const id of ids) {
    const mail = await outbox.mail(id);
    if (mail === null) throw new UsageError(both('noSuchMail', { id }));
    asked.push(mail);
  }
  const as: number[] = [];
  const moved: { id: number; address: string }[] = [];
  const homeless: number[] = [];
  for (const mail of asked.filter(({ state }) => state === 'dead')) {
    const to = await newAddressOf(mail, office);
    if (to === null) as.push(mail.id);
    else if (to === 'none') homeless.push(mail.id);
    else if (await outbox.readdress(mail.id, to, by, because, desk.now()))
      moved.push({ id: mail.id, address: to.recipient });
  }
  const resent = [...(await outbox.resend(as, by, because, desk.now())), ...moved.map(({ id }) => id)];
  const others = asked.filter(({ id }) => !resent.includes(id));
  if (others.length > 0) desk.end(1);
  if (json) return print(JSON.stringify({ ok: others.length === 0, resent, readdressed: moved }, null, 2));
  print(say(language, 'resent', { ids: resent }));
  for (const { id, address } of moved) print(say(language, 'readdressed', { id, address }));
  for (const { id, audience, state } of others)
    print(
      homeless.includes(id)
        ? say(language, 'noAddressLeft', { id, audience })
        : say(language, 'notResent', { id, state }),
    );
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
