import { join } from 'node:path';
import { exclusively } from '../disk/file-lock.ts';
import { kindOf } from '../disk/files.ts';
import { moveFolder } from '../disk/folders.ts';
import { printedHash } from '../model/printed-hash.ts';
import type { Manifest } from '../publishing/manifest.ts';
import { readManifest } from '../publishing/publish-edition.ts';
import { asideFolder, type EditionName, monthFolder, type SigningOffice } from './places.ts';
import { correctedOnDemand, signedUnknown } from './refusals.ts';

/**
 * Makes room for a signed edition where `report` made the month on demand: what lies there may have been issued, so the whole folder is
 * moved, with its manifest, and can be verified there. Where it went; null where nothing was in the way.
 */
export async function setAside(office: SigningOffice, edition: EditionName, snapshot: string): Promise<string | null> {
  const folder = monthFolder(office, edition.period);
  if (inTheWay(await readManifest(folder), edition, snapshot) === null) return null;
  // Looked at once more when nobody else can move it.
  return exclusively(folder, async () => {
    const hash = inTheWay(await readManifest(folder), edition, snapshot);
    if (hash === null) return null;
    const to = await freePlace(join(asideFolder(office), `${edition.period}-${printedHash(hash)}`));
    await moveFolder(folder, to);
    return to;
  });
}

/** The snapshot of an original that was made on demand; null where there is none. */
function inTheWay(manifest: Manifest | null, { number }: EditionName, snapshot: string): string | null {
  if (number > 0) return null;
  return manifest?.snapshots.findLast(({ signed, hash }) => signed === undefined && hash !== snapshot)?.hash ?? null;
}

/**
 * UsageError where the folder has an edition of the same number or a later one that this one must not take the place of: a signed one
 * that the ledger does not know, or a 更正版 that `report` made, which was issued and has to be corrected in its turn.
 */
export async function refuseIssued(folder: string, { period, number }: EditionName, snapshot: string): Promise<void> {
  const others = (await readManifest(folder))?.snapshots.filter(({ hash }) => hash !== snapshot) ?? [];
  const issued = others.find(({ edition, signed }) => edition >= number && (signed !== undefined || edition > 0));
  if (issued?.signed !== undefined) throw signedUnknown({ period, number: issued.edition }, issued.signed.by);
  if (issued !== undefined) throw correctedOnDemand(period, issued.edition);
}

async function freePlace(wanted: string): Promise<string> {
  let place = wanted;
  for (let n = 2; (await kindOf(place)) !== null; n += 1) place = `${wanted}-${n}`;
  return place;
}
