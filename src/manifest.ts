import { createHash } from 'node:crypto';
import { z } from 'zod';

/** In the folder of a month, beside a folder for each audience. */
export const manifestName = 'manifest.json';
export const modelFolder = '核对';

const fileSchema = z.strictObject({ path: z.string(), sha256: z.string(), bytes: z.number() });

const packetSchema = z.strictObject({
  audience: z.string(),
  title: z.string(),
  /** Key of `inputs`: what the packet was made from. */
  madeFrom: z.string(),
  /** The document behind the files, to compare them with. */
  model: fileSchema,
  files: z.array(fileSchema),
});

const contentSchema = z.strictObject({
  month: z.string(),
  /** Digest of a set of inputs → the files in it. Packets made from other inputs are told apart by it. */
  inputs: z.record(z.string(), z.array(fileSchema)),
  packets: z.array(packetSchema),
});

/** `manifest.json`: what was made of what, provable by SHA-256. */
export const manifestSchema = contentSchema.extend({
  /** Digest of the rest: shows that somebody edited the list. It is no signature; who means to deceive can make it anew. */
  seal: z.string(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestContent = z.infer<typeof contentSchema>;
export type ManifestPacket = z.infer<typeof packetSchema>;
export type ManifestFile = z.infer<typeof fileSchema>;

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function manifestFile(path: string, bytes: Uint8Array): ManifestFile {
  return { path, sha256: sha256(bytes), bytes: bytes.length };
}

/** The inputs' entries and one digest over all of them. */
export function inputsOf(files: readonly ManifestFile[]): { digest: string; files: ManifestFile[] } {
  return { digest: sha256(JSON.stringify(files)), files: [...files] };
}

/** Packets of this run replace those of the same audience in an earlier manifest of the month; the others stay. */
export function mergeManifest(earlier: ManifestContent | null, now: ManifestContent): Manifest {
  if (earlier === null || earlier.month !== now.month) return sealed(now);
  const made = new Set(now.packets.map((packet) => packet.audience));
  const packets = [...earlier.packets.filter((packet) => !made.has(packet.audience)), ...now.packets];
  const used = new Set(packets.map((packet) => packet.madeFrom));
  const inputs = Object.entries({ ...earlier.inputs, ...now.inputs }).filter(([digest]) => used.has(digest));
  return sealed({ month: now.month, inputs: Object.fromEntries(inputs), packets });
}

function sealed({ month, inputs, packets }: ManifestContent): Manifest {
  return { month, inputs, packets, seal: sealOf({ month, inputs, packets }) };
}

/** Of the content in the order of its keys in the file. */
function sealOf({ month, inputs, packets }: ManifestContent): string {
  return sha256(JSON.stringify({ month, inputs, packets }));
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
