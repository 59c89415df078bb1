import { join } from 'node:path';
import { readBytes } from '../../disk/files.ts';
import { UsageError } from '../../model/errors/usage-error.ts';
import { printedHash } from '../../model/printed-hash.ts';
import { findSnapshot } from '../../publishing/find-snapshot.ts';
import type { Draft } from '../../signing/make-draft.ts';
import { draftFolder } from '../../signing/places.ts';
import { publishSigned } from '../../signing/publish-signed.ts';
import { signAutomatically } from '../../signing/sign-edition.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { shelfOf } from '../../sources/store-shelf.ts';
import type { Edition } from '../../store/ledger/editions.ts';
import { inputsState } from '../inputs-state.ts';
import { mailOf, mailsOf } from '../letters.ts';
import { noDraft, noOfficeAddress, signedBy, waitsForSignature } from '../reasons.ts';
import { signCommand } from '../sign-command.ts';
import { nothingToMail, type Prepare, type StepJob, type StepTask } from '../step-job.ts';
import { checkedDraft } from './draft.ts';
import { monthReturns, silent } from './month-returns.ts';
import { waitFor } from './needs.ts';
import { mediaType, verdictIn } from './packet-files.ts';

/**
 * 送审签: asks the signer, and waits until the month is signed. As long as it is not, what changes in the data makes a new draft
 * and a new letter; the signature on the old one is refused. Where the settings want no person, it is signed at once.
 */
export const ask: Prepare = async (job) => {
  const { office, step } = job;
  // A correction was drafted by a person.
  const waits = job.edition > 0 ? null : await waitFor(['close', 'draft'], job);
  if (waits !== null) return { tasks: [], end: { state: 'waiting', reason: waits } };
  const edition = await office.store.ledger.editions.edition(step.period, job.edition);
  if (edition === null) return { tasks: [], end: { state: 'waiting', reason: noDraft(step.period) } };
  if (edition.signed !== null) return { tasks: [], end: { state: 'done', reason: signedBy(edition.signed.by) } };
  if (office.config.signoff === 'automatic')
    return { tasks: [automatic(job, edition)], end: { state: 'done', reason: null } };
  const { to } = office.config.recipients.signer;
  if (to.length === 0) throw new UsageError(noOfficeAddress('signer'));
  mailOf(office);
  return {
    tasks: [await request(job, edition, to)],
    end: { state: 'waiting', reason: waitsForSignature(signCommand(office, step.period, edition.draft.snapshot)) },
  };
};

function automatic(job: StepJob, edition: Edition): StepTask {
  const { office, step, now } = job;
  const about = { period: step.period, number: edition.number, now };
  return {
    key: '按设置审签',
    says: { 'zh-CN': '按设置自动审签并发布', en: 'signs and publishes by the settings' },
    waitsOnTrouble: true,
    async do() {
      await checkedDraft(job, correctionOf(await frozenOf(job, edition)));
      await signAutomatically(office, about);
      await publishSigned(office, about);
      return nothingToMail;
    },
  };
}

/** One request for each state of the data, so that a late return has its own. The mail goes by the draft: the same draft is asked for once. */
async function request(job: StepJob, edition: Edition, to: readonly string[]): Promise<StepTask> {
  const { office, step } = job;
  const state = await inputsState(job);
  return {
    key: `送审 ${edition.draft.snapshot.slice(0, 8)}/${state.slice(0, 8)}`,
    says: { 'zh-CN': `送审稿送请 ${to.join('、')} 审签`, en: `asks ${to.join(', ')} to sign the draft` },
    waitsOnTrouble: true,
    async do() {
      const made = await checkedDraft(job, correctionOf(await frozenOf(job, edition)));
      return mailsOf(office, {
        kind: 'sign-request',
        ...(await requestLetter(job, made)),
        period: step.period,
        edition: edition.number,
        audience: '审签人',
        occasion: made.edition.draft.snapshot.slice(0, 16),
        to,
        cc: [],
      });
    },
  };
}

/** What a draft was frozen from. */
async function frozenOf({ office, now }: StepJob, edition: Edition): Promise<Snapshot> {
  const places = { folders: [draftFolder(office, edition)], shelf: shelfOf(office.store, now) };
  return (await findSnapshot(edition.draft.snapshot, places)).snapshot;
}

function correctionOf({ edition: { number, reason } }: Snapshot) {
  return number === 0 ? null : { reason };
}

async function requestLetter(job: StepJob, { folder, packets, diagnostics, edition, sample }: Draft) {
  const { office, step, month, now } = job;
  const city = packets.find(({ audience }) => audience === '全市');
  const files = (city?.files ?? []).filter(({ path }) => path.endsWith('.pdf'));
  const attachments = await Promise.all(
    files.map(async ({ path }) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      type: mediaType(path),
      bytes: await readBytes(join(folder, path)),
    })),
  );
  const { expected, owed } = await monthReturns(office, step.period);
  const snapshot = await frozenOf(job, edition);
  const corrected = snapshot.edition.corrections['全市'];
  const facts = {
    office: office.config.settings.issuer,
    now,
    sample,
    period: step.period,
    edition: edition.number,
    issued: snapshot.inputs.issued,
    verdict: city === undefined ? '' : await verdictIn(folder, city),
    packets: packets.length,
    asked: expected,
    unreported: silent(owed),
    findings: diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ message, decision }) => ({ message: message['zh-CN'], decision: decision?.because ?? null })),
    correction:
      corrected === undefined
        ? null
        : { against: corrected.against.edition, reason: snapshot.edition.reason, changes: corrected.changes },
    deliver: month.find(({ does, due }) => does === 'deliver' && due > now)?.due ?? null,
    draft: folder,
    snapshot: printedHash(edition.draft.snapshot),
    files: attachments.map(({ name }) => name),
    command: signCommand(office, step.period, edition.draft.snapshot),
  };
  return { facts, attachments };
}
