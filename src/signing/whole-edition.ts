import { join } from 'node:path';
import { kindOf, readBytes } from '../disk/files.ts';
import { sha256 } from '../model/sha256.ts';
import { isSealed, type Manifest, type ManifestFile, type ManifestPacket } from '../publishing/manifest.ts';
import { readManifest } from '../publishing/publish-edition.ts';

/** The packets of one snapshot as they lie in a folder; null where a file of it is missing or is another. FileError. */
export async function wholeEdition(folder: string, snapshot: string): Promise<ManifestPacket[] | null> {
  const manifest = await readManifest(folder);
  if (manifest === null || !isSealed(manifest)) return null;
  const packets = packetsOf(manifest, snapshot);
  const kept = manifest.snapshots.find(({ hash }) => hash === snapshot);
  if (kept === undefined || packets.length === 0) return null;
  const files = [kept.file, ...packets.flatMap(({ model, files: own }) => [model, ...own])];
  for (const file of files) if (!(await isThere(folder, file))) return null;
  return packets;
}

export function packetsOf({ packets }: Manifest, snapshot: string): ManifestPacket[] {
  return packets.filter((packet) => packet.snapshot === snapshot);
}

async function isThere(folder: string, { path, sha256: hash }: ManifestFile): Promise<boolean> {
  const place = join(folder, path);
  return (await kindOf(place)) === 'file' && sha256(await readBytes(place)) === hash;
}
