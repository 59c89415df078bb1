import { kindName } from '../delivery/mail-name.ts';
import type { TroubleItem } from '../letters/trouble.ts';
import { fromKept, type Message } from '../model/language.ts';
import type { Period } from '../model/period.ts';
import { stepKinds } from '../model/schedule-settings.ts';
import { sha256 } from '../model/sha256.ts';
import type { Office } from '../office/office.ts';
import { stepNames } from '../schedule/step-names.ts';
import type { MailSummary } from '../store/ledger/outbox.ts';
import { everyStep, type Run } from '../store/ledger/runs.ts';
import { nextTry } from './due-jobs.ts';
import { mailsOf } from './letters.ts';
import { resumeCommand } from './reasons.ts';

/**
 * Mails the city office, once each, about steps that are left to a person and mails that did not arrive or may not have. Nothing
 * where it has no address. A mail about trouble that is in trouble itself is not told again.
 */
export async function tellTroubles(office: Office, now: string): Promise<void> {
  const { recipients, mail } = office.config;
  if (mail === undefined || recipients.office.to.length === 0) return;
  const { runs, outbox } = office.store.ledger;
  const failed = await runs.list({ states: ['failed'] });
  for (const run of failed) if ((await nextTry(office.store, run)) === null) await tell(office, stepItem(run), now);
  for (const state of ['dead', 'in-doubt'] as const) {
    const mails = (await outbox.list({ states: [state] })).filter(({ kind }) => kind !== 'trouble');
    const [first] = mails;
    if (first !== undefined) await tell(office, mailsItem(state, mails, first.period), now);
  }
}

/** The city office learns at once that a step waits for a person to mend data, settings or templates; the same reason is told once. */
export async function tellWaiting(office: Office, run: Run, reason: Run['reason'], now: string): Promise<void> {
  const { recipients, mail } = office.config;
  if (mail === undefined || recipients.office.to.length === 0) return;
  await tell(office, stepItem({ ...run, reason, endedAt: now }), now);
}

/** The city office learns that the schedule was paused because of the clock. */
export async function tellClock(
  office: Office,
  { period, reason, now }: { readonly period: Period; readonly reason: Message; readonly now: string },
): Promise<void> {
  const { recipients, mail } = office.config;
  if (mail === undefined || recipients.office.to.length === 0) return;
  const item: TroubleItem = {
    kind: 'step',
    period,
    step: everyStep,
    does: '按月自动办理（已全部暂停）',
    at: now,
    reason: reason['zh-CN'],
    command: resumeCommand(everyStep),
  };
  await tell(office, { item, period, occasion: `clock ${now}` }, now);
}

interface Told {
  readonly item: TroubleItem;
  readonly period: Period;
  /** The same occasion is told once. */
  readonly occasion: string;
}

function stepItem({ id, period, step, attempt, state, reason, endedAt, startedAt }: Run): Told {
  // Only reminders have names of their own.
  const kind = stepKinds.find((one) => step.startsWith(one));
  const told = reason?.['zh-CN'] ?? '';
  return {
    item: {
      kind: 'step',
      period,
      step,
      does: stepNames[kind ?? 'remind']['zh-CN'],
      at: endedAt ?? startedAt,
      reason: told,
      command: `jianbao schedule run ${step} --month ${period}`,
    },
    period,
    occasion: `${id} ${state === 'failed' ? attempt : sha256(told).slice(0, 12)}`,
  };
}

function mailsItem(
  state: 'dead' | 'in-doubt',
  mails: readonly Pick<MailSummary, 'id' | 'audience' | 'kind' | 'response' | 'attempt'>[],
  period: Period,
): Told {
  return {
    item: {
      kind: 'mails',
      state,
      mails: mails.map(({ id, audience, kind, response }) => ({
        id,
        audience,
        what: kindName(kind),
        response: response && fromKept(response, 'zh-CN'),
      })),
      command: `jianbao outbox list --state ${state}`,
    },
    period,
    occasion: `mails ${sha256(mails.map(({ id, attempt }) => `${id}/${attempt}`).join()).slice(0, 16)}`,
  };
}

async function tell(office: Office, { item, period, occasion }: Told, now: string): Promise<void> {
  const { to, cc } = office.config.recipients.office;
  const letter = await mailsOf(office, {
    kind: 'trouble',
    facts: { office: office.config.settings.issuer, now, sample: false, items: [item] },
    period,
    edition: null,
    audience: '全市',
    occasion,
    to,
    cc,
    attachments: [],
  });
  await office.store.ledger.outbox.add(letter.mails, now);
}
