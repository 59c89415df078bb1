import { z } from 'zod';
import { sha256 } from '../model/sha256.ts';

/** In the folder of a month, beside a folder for each audience. */
export const manifestName = 'manifest.json';
export const modelFolder = '核对';
export const snapshotFolder = `${modelFolder}/快照`;

const fileSchema = z.strictObject({ path: z.string(), sha256: z.string(), bytes: z.number() });

const packetSchema = z.strictObject({
  audience: z.string(),
  title: z.string(),
  /** Key of `inputs`: what the packet was made from. */
  madeFrom: z.string(),
  /** 0 for the original, n for 更正版n. */
  edition: z.number().int(),
  /** Hash of the snapshot that the files were rendered from. */
  snapshot: z.string(),
  /** The document behind the files, to compare them with. */
  model: fileSchema,
  files: z.array(fileSchema),
});

/** A file that was rendered from a snapshot, whether it is still there or was replaced by a later one. */
const madeSchema = fileSchema.extend({ audience: z.string() });

/** The frozen inputs of one edition, and everything that was ever rendered from them here. */
const snapshotSchema = z.strictObject({
  hash: z.string(),
  edition: z.number().int(),
  /** Version of the program that froze it. */
  program: z.string(),
  /** 审签, where the edition went by it; `at` is ISO UTC. */
  signed: z.strictObject({ by: z.string(), at: z.string() }).optional(),
  file: fileSchema,
  made: z.array(madeSchema),
});

const contentSchema = z.strictObject({
  month: z.string(),
  /** Digest of a set of inputs → the files in it. Packets made from other inputs are told apart by it. */
  inputs: z.record(z.string(), z.array(fileSchema)),
  packets: z.array(packetSchema),
  /** Oldest first; none is ever taken out. */
  snapshots: z.array(snapshotSchema),
});

/** `manifest.json`: what was made of what, provable by SHA-256. */
export const manifestSchema = contentSchema.extend({
  /** Digest of the rest: shows that somebody edited the list. It is no signature; who means to deceive can make it anew. */
  seal: z.string(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestContent = z.infer<typeof contentSchema>;
export type ManifestPacket = z.infer<typeof packetSchema>;
export type ManifestSnapshot = z.infer<typeof snapshotSchema>;
export type MadeFile = z.infer<typeof madeSchema>;
export type ManifestFile = z.infer<typeof fileSchema>;

export function manifestFile(path: string, bytes: Uint8Array): ManifestFile {
  return { path, sha256: sha256(bytes), bytes: bytes.length };
}

/** The inputs' entries and one digest over all of them. */
export function inputsOf(files: readonly ManifestFile[]): { digest: string; files: ManifestFile[] } {
  return { digest: sha256(JSON.stringify(files)), files: [...files] };
}

/**
 * Packets of this run replace those of the same audience and edition in an earlier manifest of the month; the others stay, and
 * so do all snapshots.
 */
export function mergeManifest(earlier: ManifestContent | null, now: ManifestContent): Manifest {
  if (earlier === null || earlier.month !== now.month) return sealed(now);
  const packets = new Map(earlier.packets.map((packet) => [keyOf(packet), packet]));
  for (const packet of now.packets) packets.set(keyOf(packet), withFormats(packet, packets.get(keyOf(packet))));
  const used = new Set([...packets.values()].map((packet) => packet.madeFrom));
  const inputs = Object.entries({ ...earlier.inputs, ...now.inputs }).filter(([digest]) => used.has(digest));
  const snapshots = mergeSnapshots(earlier.snapshots, now.snapshots);
  return sealed({ month: now.month, inputs: Object.fromEntries(inputs), packets: [...packets.values()], snapshots });
}

function keyOf({ audience, edition }: ManifestPacket): string {
  return `${edition} ${audience}`;
}

/** Files of the same snapshot in other formats are as good as those made now. */
function withFormats(packet: ManifestPacket, before: ManifestPacket | undefined): ManifestPacket {
  return before?.snapshot === packet.snapshot ? { ...packet, files: merged(before.files, packet.files) } : packet;
}

function mergeSnapshots(earlier: readonly ManifestSnapshot[], now: readonly ManifestSnapshot[]): ManifestSnapshot[] {
  const known = new Map(earlier.map((one) => [one.hash, one]));
  for (const one of now) known.set(one.hash, { ...one, made: merged(known.get(one.hash)?.made ?? [], one.made) });
  return [...known.values()];
}

/** What is made again takes the place that it had. */
function merged<F extends ManifestFile>(earlier: readonly F[], now: readonly F[]): F[] {
  return [...new Map([...earlier, ...now].map((file) => [file.path, file])).values()];
}

function sealed({ month, inputs, packets, snapshots }: ManifestContent): Manifest {
  const content = { month, inputs, packets, snapshots };
  return { ...content, seal: sealOf(content) };
}

/** Of the content in the order of its keys in the file. */
function sealOf({ month, inputs, packets, snapshots }: ManifestContent): string {
  return sha256(JSON.stringify({ month, inputs, packets, snapshots }));
}

/** Whether a manifest is as it was written. */
export function isSealed(manifest: Manifest): boolean {
  return sealOf(manifest) === manifest.seal;
}

/** A manifest; null where the text is none, so that a damaged one is made anew. */
export function parseManifest(text: string | null): Manifest | null {
  if (text === null) return null;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function manifestBytes(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
