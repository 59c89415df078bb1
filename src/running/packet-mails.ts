import type { Carriage } from '../letters/packet.ts';
import type { ReaderKind } from '../letters/reader-words.ts';
import { DataError } from '../model/errors/data-error.ts';
import type { Plan } from '../model/plan.ts';
import { printedHash } from '../model/printed-hash.ts';
import { linkTo } from '../packing/link.ts';
import { pack } from '../packing/pack.ts';
import type { ManifestPacket } from '../publishing/manifest.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { mailOf, mailsOf } from './letters.ts';
import type { StepJob, TaskResult } from './step-job.ts';
import { filesOf, verdictIn } from './steps/packet-files.ts';

export interface PacketToSend {
  readonly packet: ManifestPacket;
  readonly snapshot: Snapshot;
  /** Of the published month. */
  readonly folder: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

/** The mails that bring a packet to its readers, several to each where it is too large for one. DataError where a file is. */
export async function packetMails(job: StepJob, asked: PacketToSend): Promise<TaskResult> {
  const { packet, folder } = asked;
  const settings = mailOf(job.office);
  const { period } = job.step;
  const link = settings.tooLarge === 'link' && settings.link !== undefined ? settings.link : null;
  const { mails, problems } = pack(await filesOf(folder, packet), {
    form: settings.packet,
    name: packet.title,
    limit: settings.sizeLimit * 1_000_000,
    link: link === null ? null : linkTo(link, { month: period, ...packet }),
  });
  if (problems.length > 0) throw new DataError(problems);
  const facts = await factsOf(job, asked);
  const results = mails.map(({ carriage, attachments }) =>
    mailsOf(job.office, {
      kind: 'packet',
      facts: { ...facts, carriage },
      period,
      edition: facts.edition,
      audience: packet.audience,
      occasion: `${facts.edition}${partOf(carriage)}`,
      to: asked.to,
      cc: asked.cc,
      attachments,
    }),
  );
  const made = await Promise.all(results);
  return {
    mails: made.flatMap((one) => one.mails),
    documents: made.flatMap((one) => one.documents),
    held: made[0]?.held ?? null,
  };
}

async function factsOf({ office, step, now }: StepJob, { packet, snapshot, folder }: PacketToSend) {
  const { inputs, edition } = snapshot;
  const correction = edition.corrections[packet.audience];
  return {
    office: office.config.settings.issuer,
    now,
    sample: inputs.readings.returns.some((one) => one.period === step.period && one.sample),
    audience: packet.audience,
    audienceKind: kindOfReader(packet.audience, inputs.readings.plan),
    period: step.period,
    edition: edition.number,
    title: packet.title,
    issued: inputs.issued,
    verdict: (await verdictIn(folder, packet)) || null,
    correction:
      correction === undefined
        ? null
        : { against: correction.against.edition, reason: edition.reason, changes: correction.changes },
    snapshot: printedHash(packet.snapshot),
  };
}

/** Parts of one packet are mails of their own: `/2` for the second. */
function partOf(carriage: Carriage): string {
  return carriage.kind === 'link' || carriage.part.of === 1 ? '' : `/${carriage.part.number}`;
}

function kindOfReader(audience: string, plan: Plan | null): ReaderKind {
  const column = plan?.columns.find(({ name }) => name === audience);
  if (column !== undefined) return column.kind === 'city' ? 'city' : 'district';
  return audience === '全市' ? 'city' : 'lead-unit';
}
