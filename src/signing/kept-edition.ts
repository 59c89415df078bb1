import { manifestFile } from '../publishing/manifest.ts';
import type { RenderedPacket } from '../publishing/render.ts';
import type { Frozen } from '../snapshot/snapshot-file.ts';
import type { KeptSnapshot } from '../sources/month-source.ts';

/** A snapshot as the store keeps it, with the digests of what was rendered from it. */
export function keptEdition({ hash, bytes, snapshot }: Frozen, packets: readonly RenderedPacket[]): KeptSnapshot {
  const { inputs, edition } = snapshot;
  const made = packets.flatMap(({ audience, files }) =>
    files.map((file) => ({ ...manifestFile(file.path, file.bytes), audience })),
  );
  return { hash, period: inputs.period, edition: edition.number, program: inputs.program, bytes, made };
}
