import { type Gates, openGates } from '../../gates/pass-gates.ts';
import { hasErrors } from '../../model/diagnostic.ts';
import { DataError } from '../../model/errors/data-error.ts';
import { SnapshotError } from '../../model/errors/snapshot-error.ts';
import type { Message } from '../../model/language.ts';
import { findSnapshot } from '../../publishing/find-snapshot.ts';
import { draftFolder } from '../../signing/places.ts';
import { type Published, publishSigned } from '../../signing/publish-signed.ts';
import { wholeEdition } from '../../signing/whole-edition.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { shelfOf } from '../../sources/store-shelf.ts';
import type { Edition } from '../../store/ledger/editions.ts';
import { mailOf } from '../letters.ts';
import { packetMails } from '../packet-mails.ts';
import { nobodyHasAddress, noDraft, waitsFor, waitsForSignature, withoutAddress } from '../reasons.ts';
import { signCommand } from '../sign-command.ts';
import type { Prepare, StepJob, StepTask } from '../step-job.ts';
import { waitFor } from './needs.ts';

/**
 * 分发: every reader of a signed edition gets its packet by mail, after the gates: those of a 更正版 are the ones for whom something
 * changed. Readers without an address are named.
 */
export const deliver: Prepare = async (job) => {
  const { office, step, edition: number } = job;
  mailOf(office);
  const edition = await office.store.ledger.editions.edition(step.period, number);
  const waits = (await before(job, edition)) ?? (edition === null ? noDraft(step.period) : unsigned(edition, job));
  if (edition === null || waits !== null) return { tasks: [], end: { state: 'waiting', reason: waits } };
  const audiences = await audiencesOf(job, edition);
  const addressed = audiences.filter((audience) => readersOf(job, audience).to.length > 0);
  const others = audiences.filter((audience) => !addressed.includes(audience));
  if (addressed.length === 0) return { tasks: [], end: { state: 'failed', reason: nobodyHasAddress(others) } };
  const month = openMonth(job);
  return {
    tasks: addressed.map((audience) => packetTask(job, audience, month)),
    end: { state: 'done', reason: others.length === 0 ? null : withoutAddress(others) },
  };
};

/** What keeps it from being signed, and for a 更正版 the original's own delivery. */
async function before(job: StepJob, edition: Edition | null): Promise<Message | null> {
  if (job.edition === 0) return edition?.signed ? null : waitFor(['close', 'draft'], job);
  const run = await job.office.store.ledger.runs.run(`${job.step.period}/deliver`);
  return run?.state === 'done' || run?.state === 'skipped' ? null : waitsFor('deliver', run?.reason ?? null);
}

function unsigned({ signed, draft }: Edition, { office, step }: StepJob) {
  return signed === null ? waitsForSignature(signCommand(office, step.period, draft.snapshot)) : null;
}

function readersOf({ office }: StepJob, audience: string) {
  return office.config.recipients.readers[audience] ?? { to: [], cc: [] };
}

/** Whom the edition is for, as its draft says. */
async function audiencesOf({ office, now }: StepJob, edition: Edition): Promise<string[]> {
  const folder = draftFolder(office, edition);
  const packets = await wholeEdition(folder, edition.draft.snapshot);
  if (packets !== null) return packets.map(({ audience }) => audience);
  const { made } = await findSnapshot(edition.draft.snapshot, { folders: [folder], shelf: shelfOf(office.store, now) });
  return [...new Set(made.map(({ audience }) => audience))];
}

/** A published month, its gates and what it was frozen from: opened when the first packet is to leave. */
interface OpenMonth {
  readonly published: Published;
  readonly gates: Gates;
  readonly snapshot: Snapshot;
}

function openMonth({ office, step, edition: number, now }: StepJob): () => Promise<OpenMonth> {
  let month: Promise<OpenMonth> | null = null;
  const open = async (): Promise<OpenMonth> => {
    // Completes what a program that went away had begun to publish; changes nothing otherwise.
    const published = await publishSigned(office, { period: step.period, number, now });
    const places = { folders: [published.folder], shelf: shelfOf(office.store, now) };
    const { snapshot } = await findSnapshot(published.edition.published?.snapshot ?? '', places);
    return { published, gates: await openGates(published.folder), snapshot };
  };
  return () => {
    month ??= open();
    return month;
  };
}

function packetTask(job: StepJob, audience: string, month: () => Promise<OpenMonth>): StepTask {
  const { to, cc } = readersOf(job, audience);
  const everybody = [...to, ...cc].join('、');
  return {
    key: audience,
    says: { 'zh-CN': `简报发给 ${everybody}`, en: `packet to ${everybody}` },
    async do() {
      const { published, gates, snapshot } = await month();
      const packet = published.packets.find((one) => one.audience === audience);
      if (packet === undefined) throw gone(audience);
      const found = await gates.pass({ audience, edition: job.edition });
      if (hasErrors(found)) throw new DataError(found);
      return packetMails(job, { packet, snapshot, folder: published.folder, to, cc });
    },
  };
}

function gone(audience: string): SnapshotError {
  return new SnapshotError('differs', {
    'zh-CN': `已发布的月份中没有${audience}的简报；请用 jianbao verify 核对输出文件夹`,
    en: `the published month has no packet for ${audience}; check the output folder with jianbao verify`,
  });
}
