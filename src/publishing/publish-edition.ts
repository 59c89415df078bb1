import { join } from 'node:path';
import { type NewFile, publish, readTextIfThere } from '../disk/files.ts';
import type { Frozen } from '../snapshot/snapshot-file.ts';
import {
  inputsOf,
  type Manifest,
  type ManifestContent,
  type ManifestFile,
  manifestBytes,
  manifestFile,
  manifestName,
  mergeManifest,
  parseManifest,
  snapshotFolder,
} from './manifest.ts';
import type { RenderedPacket } from './render.ts';

/** The manifest in an output folder; null where there is none, or a damaged one. */
export async function readManifest(out: string): Promise<Manifest | null> {
  return parseManifest(await readTextIfThere(join(out, manifestName)));
}

/** Writes the packets of an edition with their snapshot, and notes them in the folder's manifest. FileError leaves it as it was. */
export async function publishEdition(
  out: string,
  frozen: Frozen,
  packets: readonly RenderedPacket[],
  origins: readonly ManifestFile[],
): Promise<Manifest> {
  const { manifest, files } = editionFiles(frozen, packets, origins, await readManifest(out));
  await publish(out, files);
  return manifest;
}

/** Everything that makes up an edition, for a folder that has this manifest already. */
export function editionFiles(
  frozen: Frozen,
  packets: readonly RenderedPacket[],
  origins: readonly ManifestFile[],
  earlier: Manifest | null,
): { manifest: Manifest; files: NewFile[] } {
  const snapshot = { path: `${snapshotFolder}/${frozen.hash}.json.gz`, bytes: frozen.bytes };
  const manifest = mergeManifest(earlier, contentOf(frozen, packets, origins));
  const made = packets.flatMap((packet) => packet.files);
  const models = packets.map(({ model }) => model);
  // The manifest comes last: until it is there, what it names is not what it names.
  return { manifest, files: [...made, ...models, snapshot, { path: manifestName, bytes: manifestBytes(manifest) }] };
}

/** What the manifest says of an edition's packets. */
function contentOf(
  { hash, snapshot, bytes }: Frozen,
  packets: readonly RenderedPacket[],
  origins: readonly ManifestFile[],
): ManifestContent {
  const { inputs, edition } = snapshot;
  const { approval } = edition;
  const { digest, files } = inputsOf(origins);
  const listed = packets.map(({ audience, title, files: own, model }) => ({
    audience,
    title,
    madeFrom: digest,
    edition: edition.number,
    snapshot: hash,
    model: manifestFile(model.path, model.bytes),
    files: own.map((file) => manifestFile(file.path, file.bytes)),
  }));
  return {
    month: inputs.period,
    inputs: { [digest]: files },
    packets: listed,
    snapshots: [
      {
        hash,
        edition: edition.number,
        program: inputs.program,
        ...(approval?.kind === 'signed' ? { signed: { by: approval.by, at: approval.at } } : {}),
        file: manifestFile(`${snapshotFolder}/${hash}.json.gz`, bytes),
        made: listed.flatMap(({ audience, files: own }) => own.map((file) => ({ ...file, audience }))),
      },
    ],
  };
}
