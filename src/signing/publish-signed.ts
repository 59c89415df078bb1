import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { programVersion } from '../program-version.ts';
import { findSnapshot } from '../publishing/find-snapshot.ts';
import type { ManifestPacket } from '../publishing/manifest.ts';
import { publishEdition } from '../publishing/publish-edition.ts';
import type { OnProgress } from '../publishing/render.ts';
import { formatsMade } from '../publishing/render-again.ts';
import { refuseOthers } from '../publishing/safe-output.ts';
import { type Frozen, freeze } from '../snapshot/snapshot-file.ts';
import { shelfOf } from '../sources/store-shelf.ts';
import type { Edition } from '../store/ledger/editions.ts';
import type { Press } from '../writing/press.ts';
import { keptEdition } from './kept-edition.ts';
import { draftFolder, type EditionName, monthFolder, type SigningOffice } from './places.ts';
import { noEdition, notSigned, ofOtherProgram, signatureChanged } from './refusals.ts';
import { refuseIssued, setAside } from './set-aside.ts';
import { refuseTouched } from './untouched.ts';
import { packetsOf, wholeEdition } from './whole-edition.ts';
import { renderEdition } from './write-draft.ts';

export interface PublishOptions extends EditionName {
  /** ISO UTC time. */
  readonly now: string;
  readonly onProgress?: OnProgress | undefined;
  /** The caller's own for the formats of the draft; left out for one that is opened and closed. */
  readonly press?: Press | undefined;
}

export interface Published {
  readonly edition: Edition;
  /** Folder of the month, and the packets of this edition in it. */
  readonly folder: string;
  readonly packets: readonly ManifestPacket[];
  /** Where the month went that had been made on demand in this place; null where there was none. */
  readonly aside: string | null;
}

/**
 * Publishes a signed edition: the draft's own inputs, with the signature. The ledger says so before the first file appears, so
 * that no signature can be taken back afterwards; whoever calls it again completes what was begun and changes nothing that is whole.
 * UsageError where nobody signed, SnapshotError where other bytes come out than were rendered once or a file was touched since; the
 * errors of rendering.
 */
export async function publishSigned(office: SigningOffice, options: PublishOptions): Promise<Published> {
  const { now, onProgress, press } = options;
  const about = { period: options.period, number: options.number };
  const { editions } = office.store.ledger;
  const known = await editions.edition(about.period, about.number);
  if (known === null) throw noEdition(about);
  if (known.signed === null) throw notSigned(known);
  const folder = monthFolder(office, about.period);
  const shelf = shelfOf(office.store, now);
  const { frozen, formats, audiences } = await signedOf(office, known, known.signed, now);
  if (known.published !== null) {
    const there = await wholeEdition(folder, known.published.snapshot);
    if (there !== null) return { edition: known, folder, packets: there, aside: null };
    if (known.published.snapshot !== frozen.hash) throw otherHash(known.published.snapshot);
  } else if (frozen.snapshot.inputs.program !== programVersion)
    throw ofOtherProgram(about, frozen.snapshot.inputs.program);
  await refuseIssued(folder, about, frozen.hash);
  const { packets } = await renderEdition(office, frozen, { audiences, formats, onProgress, press });
  // What was rendered first is what is published, by whatever program it is completed.
  await shelf.keep(keptEdition(frozen, packets));
  const then = (await shelf.open(frozen.hash))?.made ?? [];
  const files = packets.flatMap((packet) => packet.files);
  refuseOthers(frozen, files, new Map(then.map((file) => [file.path, file.sha256])));
  const edition =
    known.published !== null
      ? known
      : await editions.publish({ ...about, snapshot: known.draft.snapshot, signature: known.signed }, frozen.hash, now);
  if (edition === null) return publishedByOther(office, options, frozen.hash);
  const aside = await setAside(office, about, frozen.hash);
  await refuseTouched(folder, files);
  const manifest = await publishEdition(folder, frozen, packets, frozen.snapshot.inputs.sources);
  return { edition, folder, packets: packetsOf(manifest, frozen.hash), aside };
}

/** The signed edition: what was frozen for the draft, with the signature in it; and what the draft was rendered for. */
async function signedOf(
  office: SigningOffice,
  { period, number, draft }: Edition,
  { by, at, automatic }: NonNullable<Edition['signed']>,
  now: string,
) {
  const folders = [draftFolder(office, { period, number })];
  const { snapshot, made } = await findSnapshot(draft.snapshot, { folders, shelf: shelfOf(office.store, now) });
  const approval = { kind: 'signed', by, at, of: draft.snapshot, automatic } as const;
  const frozen: Frozen = freeze({ ...snapshot, edition: { ...snapshot.edition, approval } });
  const audiences = [...new Set(made.map(({ audience }) => audience))];
  return { frozen, audiences, formats: formatsMade(made) };
}

/** Another program was faster, or the signature was taken back. */
async function publishedByOther(office: SigningOffice, options: PublishOptions, hash: string): Promise<Published> {
  const edition = await office.store.ledger.editions.edition(options.period, options.number);
  if (edition?.published?.snapshot !== hash) throw signatureChanged(options);
  return publishSigned(office, options);
}

function otherHash(hash: string): SnapshotError {
  return new SnapshotError('differs', {
    'zh-CN': `已发布的版本（数据快照 ${printedHash(hash)}）文件不全，而送审稿的快照与之不符，没有写出任何文件；请从备份恢复，或用 jianbao report --snapshot ${printedHash(hash)} 重新生成`,
    en: `files of the published edition (snapshot ${printedHash(hash)}) are missing, and its draft is another; nothing was written. Restore them from a backup, or with jianbao report --snapshot ${printedHash(hash)}`,
  });
}
