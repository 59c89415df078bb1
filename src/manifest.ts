import { createHash } from 'node:crypto';
import { z } from 'zod';

const fileSchema = z.strictObject({ path: z.string(), sha256: z.string(), bytes: z.number() });

const packetSchema = z.strictObject({
  audience: z.string(),
  title: z.string(),
  /** Key of `inputs`: what the packet was made from. */
  madeFrom: z.string(),
  files: z.array(fileSchema),
});

/** `manifest.json`: what was made of what, provable by SHA-256. */
export const manifestSchema = z.strictObject({
  month: z.string(),
  /** Digest of a set of inputs → the files in it. Packets made from other inputs are told apart by it. */
  inputs: z.record(z.string(), z.array(fileSchema)),
  packets: z.array(packetSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestPacket = z.infer<typeof packetSchema>;
export type ManifestFile = z.infer<typeof fileSchema>;

export function manifestFile(path: string, bytes: Uint8Array): ManifestFile {
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

/** The inputs' entries and one digest over all of them. */
export function inputsOf(files: readonly ManifestFile[]): { digest: string; files: ManifestFile[] } {
  const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  return { digest, files: [...files] };
}

/** Packets of this run replace those of the same audience in an earlier manifest of the month; the others stay. */
export function mergeManifest(earlier: Manifest | null, now: Manifest): Manifest {
  if (earlier === null || earlier.month !== now.month) return now;
  const made = new Set(now.packets.map((packet) => packet.audience));
  const packets = [...earlier.packets.filter((packet) => !made.has(packet.audience)), ...now.packets];
  const used = new Set(packets.map((packet) => packet.madeFrom));
  const inputs = Object.entries({ ...earlier.inputs, ...now.inputs }).filter(([digest]) => used.has(digest));
  return { month: now.month, inputs: Object.fromEntries(inputs), packets };
}

/** An earlier manifest; null where the text is none, so that a damaged one is made anew. */
export function parseManifest(text: string | null): Manifest | null {
  if (text === null) return null;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
