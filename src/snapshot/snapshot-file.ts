import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { z } from 'zod';
import { SnapshotError } from '../model/errors/snapshot-error.ts';
import { printedHash } from '../model/printed-hash.ts';
import { sha256 } from '../model/sha256.ts';
import { plainJson } from './plain-json.ts';
import { type Snapshot, snapshotLayout } from './snapshot.ts';

/** A snapshot with the hash of what it says. */
export interface Frozen {
  readonly hash: string;
  readonly snapshot: Snapshot;
  /** As it is kept. */
  readonly bytes: Uint8Array;
}

/**
 * Freezes a snapshot. What is handed back was read from the text that was hashed, so nothing can be printed that is not in
 * it. The order of keys counts: that of the columns is a part of what is printed.
 */
export function freeze(snapshot: Snapshot): Frozen {
  const text = plainJson(snapshot);
  return {
    hash: sha256(text),
    snapshot: JSON.parse(text) as Snapshot,
    // Without time and name, so that the same snapshot makes the same file.
    bytes: gzipSync(strToU8(text), { level: 6, mtime: 0 }),
  };
}

/** What every program must find; the rest is as a program of this layout wrote it, which the hash makes certain. */
const outline = z.looseObject({ layout: z.literal(snapshotLayout) });

/** Thaws a file of a snapshot. SnapshotError where it does not have this hash, or is of another layout. */
export function thaw(bytes: Uint8Array, hash: string): Frozen {
  const text = unpacked(bytes);
  if (text === null || sha256(text) !== hash) throw changed(hash);
  const value: unknown = JSON.parse(text);
  if (!outline.safeParse(value).success) throw otherLayout(hash);
  return { hash, snapshot: value as Snapshot, bytes };
}

/** The hash that a snapshot's file has; null where it is none. */
export function hashOf(bytes: Uint8Array): string | null {
  const text = unpacked(bytes);
  return text === null ? null : sha256(text);
}

function unpacked(bytes: Uint8Array): string | null {
  try {
    return strFromU8(gunzipSync(bytes));
  } catch {
    return null;
  }
}

function changed(hash: string): SnapshotError {
  return new SnapshotError('changed', {
    'zh-CN': `快照 ${printedHash(hash)} 已损坏或被改动过，不能据以重新生成；请从备份恢复这个文件`,
    en: `the snapshot ${printedHash(hash)} is damaged or was changed; restore its file from a backup`,
  });
}

function otherLayout(hash: string): SnapshotError {
  return new SnapshotError('layout', {
    'zh-CN': `快照 ${printedHash(hash)} 由另一版本的程序制作，本版不能据以重新生成；请用当时的版本`,
    en: `the snapshot ${printedHash(hash)} is of another version of the program; use that version`,
  });
}
