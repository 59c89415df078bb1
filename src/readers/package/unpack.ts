import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import type { Damage } from './problems.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Packed bytes given at once: deflate makes at most 1,032 times as many of them. */
const step = 16 * 1024;

/** Entries up to this size are unpacked at once, which takes a fifth of the time; what is larger passes piece by piece. */
const atOnce = 1024 * 1024;

/** An entry does not hold what its directory says. */
export class UnpackError extends Error {
  override readonly name = 'UnpackError';
  readonly damage: Damage;

  constructor(damage: Damage, options?: ErrorOptions) {
    super(damage, options);
    this.damage = damage;
  }
}

/**
 * Unpacks an entry, a large one piece by piece. Throws UnpackError as soon as it is larger than its directory says, and at the
 * end when it is smaller or its checksum differs, so that never more than a step's worth of a lying entry is unpacked. What
 * `take` throws passes through.
 */
export function unpack(entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  let size = 0;
  let checksum = 0;
  let taking = false;
  const receive = (piece: Uint8Array) => {
    size += piece.length;
    if (size > entry.size) throw new UnpackError('entry-size');
    checksum = crc32(piece, checksum);
    taking = true;
    if (piece.length > 0) take(piece);
    taking = false;
  };
  if (entry.deflated && entry.size <= atOnce) receive(inflated(entry));
  else if (entry.deflated) {
    const inflate = new Inflate(receive);
    const { packed } = entry;
    try {
      for (let from = 0; from === 0 || from < packed.length; from += step)
        inflate.push(packed.subarray(from, from + step), from + step >= packed.length);
    } catch (error) {
      if (taking || error instanceof UnpackError) throw error;
      throw new UnpackError('entry-packed', { cause: error });
    }
  } else receive(entry.packed);
  if (size !== entry.size) throw new UnpackError('entry-size');
  if (checksum !== entry.crc) throw new UnpackError('checksum');
}

function inflated({ packed, size }: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const larger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnpackError(larger ? 'entry-size' : 'entry-packed', { cause: error });
  }
}
