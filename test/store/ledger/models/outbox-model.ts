import fc from 'fast-check';
import { expect } from 'vitest';
import type { MailEnd, MailState } from '../../../../src/store/ledger/outbox.ts';
import { mailOf } from '../../support/mails.ts';
import { at } from '../../support/moments.ts';
import { command } from './command.ts';

/** What an outbox should be: mails in the order of their numbers, and every claim there ever was, ended or not. */
export interface OutboxModel {
  /** In minutes. */
  clock: number;
  readonly mails: ModelMail[];
  readonly claims: { readonly mail: number; readonly owner: string; readonly attempt: number }[];
}

export interface ModelMail {
  readonly key: string;
  state: MailState;
  attempt: number;
  /** When it may be claimed, or when its lease is over, in minutes. */
  time: number;
  owner: string | null;
}

/** From → to: every way that a mail may go; nothing else leads to `sending` than `pending` and `retry`. */
export const allowedMoves: ReadonlySet<string> = new Set([
  ...['null → pending', 'pending → sending', 'retry → sending', 'dead → pending'],
  ...['sending → sent', 'sending → retry', 'sending → dead', 'sending → in-doubt'],
  ...['in-doubt → sent', 'in-doubt → pending'],
]);

const owners = fc.constantFrom('一', '二');
const minutes = fc.integer({ min: 0, max: 8 });
const number = fc.integer({ min: 1, max: 3 });
const keys = fc.subarray(['a', 'b', 'c']);

const add = keys.map((wanted) =>
  command<OutboxModel>(`add ${wanted.join()}`, async (model, { outbox }) => {
    const added = wanted.filter((key) => !model.mails.some((mail) => mail.key === key));
    const mails = wanted.map((key) => mailOf(key));
    expect(await outbox.add(mails, at(model.clock))).toBe(added.length);
    for (const key of added) model.mails.push({ key, state: 'pending', attempt: 0, time: model.clock, owner: null });
  }),
);

const claim = fc.tuple(owners, minutes).map(([owner, lease]) =>
  command<OutboxModel>(`${owner} claims for ${lease}`, async (model, { outbox }) => {
    const waiting = model.mails.filter(({ state, time }) => /pending|retry/.test(state) && time <= model.clock);
    const next = waiting.toSorted((a, b) => a.time - b.time)[0];
    const leaseUntil = at(model.clock + lease);
    const mail = await outbox.claim({ owner, leaseUntil, now: at(model.clock) });
    expect(mail?.key).toBe(next?.key);
    if (next === undefined || mail === null) return;
    Object.assign(next, { state: 'sending', owner, time: model.clock + lease, attempt: next.attempt + 1 });
    expect(mail).toMatchObject({ owner, leaseUntil, attempt: next.attempt, state: 'sending' });
    model.claims.push({ mail: mail.id, owner, attempt: next.attempt });
  }),
);

/** Whoever claimed a mail once, long ago perhaps, ends it or wants more time. */
const end = fc.tuple(fc.nat(), fc.constantFrom<MailEnd['state']>('sent', 'retry', 'dead', 'in-doubt'), minutes);
const ends = end.map(([which, state, later]) =>
  command<OutboxModel>(`claim ${which} ends as ${state}`, async (model, { outbox }) => {
    const fence = claimOf(model, which);
    if (fence === undefined) return;
    const held = heldBy(model, fence);
    const time = model.clock + later;
    const nextAt = state === 'retry' ? at(time) : null;
    const ended = await outbox.end(fence, { state, response: '', nextAt, sha256: null }, at(model.clock));
    expect(ended).toBe(held !== undefined);
    if (held) Object.assign(held, { state, time, owner: null });
  }),
);
const renew = fc.tuple(fc.nat(), minutes).map(([which, lease]) =>
  command<OutboxModel>(`claim ${which} is renewed`, async (model, { outbox }) => {
    const fence = claimOf(model, which);
    if (fence === undefined) return;
    const held = heldBy(model, fence);
    expect(await outbox.renew(fence, at(model.clock + lease))).toBe(held !== undefined);
    if (held) held.time = model.clock + lease;
  }),
);

const lapse = fc.constant(
  command<OutboxModel>('lapse', async (model, { outbox }) => {
    const lapsed = model.mails.filter(({ state, time }) => state === 'sending' && time <= model.clock);
    expect((await outbox.lapse(at(model.clock))).map(({ key }) => key)).toEqual(lapsed.map(({ key }) => key));
    for (const mail of lapsed) Object.assign(mail, { state: 'in-doubt', owner: null });
  }),
);

const resend = fc.uniqueArray(number, { maxLength: 3 }).map((ids) =>
  command<OutboxModel>(`resend ${ids.join()}`, async (model, { outbox }) => {
    const dead = ids.filter((id) => model.mails[id - 1]?.state === 'dead').toSorted();
    expect(await outbox.resend(ids, '督查室负责人', '', at(model.clock))).toEqual(dead);
    for (const id of dead) Object.assign(model.mails[id - 1] ?? {}, { state: 'pending', time: model.clock });
  }),
);

const resolve = fc.tuple(number, fc.constantFrom('arrived' as const, 'absent' as const)).map(([id, what]) =>
  command<OutboxModel>(`mail ${id} is ${what}`, async (model, { outbox }) => {
    const mail = model.mails[id - 1];
    const doubted = mail?.state === 'in-doubt';
    expect(await outbox.resolve(id, what, null, '', at(model.clock))).toBe(doubted);
    if (doubted) Object.assign(mail, { state: what === 'arrived' ? 'sent' : 'pending', time: model.clock });
  }),
);

const wait = minutes.map((time) =>
  command<OutboxModel>(`${time} minutes go by`, async (model) => {
    model.clock += time;
  }),
);

/** Claims and their ends stand twice, being what the others are about. */
export const outboxCommands = [add, claim, claim, ends, ends, renew, lapse, resend, resolve, wait];

/** The latest rather than the first. */
function claimOf({ claims }: OutboxModel, which: number) {
  return claims.at(-1 - (which % Math.min(4, claims.length)));
}

function heldBy(model: OutboxModel, { mail, owner, attempt }: OutboxModel['claims'][number]): ModelMail | undefined {
  const held = model.mails[mail - 1];
  return held?.state === 'sending' && held.owner === owner && held.attempt === attempt ? held : undefined;
}
