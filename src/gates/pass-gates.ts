import { join } from 'node:path';
import { kindOf } from '../disk/files.ts';
import { editionName } from '../model/correction.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Archive, openArchive, placeOf } from '../verification/archive.ts';
import { FoundProblems } from '../verification/found-problems.ts';
import { fileMissing } from '../verification/problems.ts';
import { EntryVerifier } from '../verification/verify-entry.ts';
import { leakGate } from './leak-gate.ts';
import { noMonth, noPacket } from './problems.ts';

/** A packet before it is mailed. */
export interface PacketToMail {
  readonly audience: string;
  /** 0 for the original, n for 更正版n. */
  readonly edition: number;
}

/** The gates of a month's folder, published or draft; what packets share is read and judged once. */
export interface Gates {
  /**
   * Gate 1: every file of the packet is byte for byte what the sealed manifest says, and says cell by cell what its document says. Gate 2: it holds only
   * what its audience may see. Empty where it may be mailed. FileError.
   */
  pass(packet: PacketToMail): Promise<Diagnostic[]>;
}

export async function openGates(folder: string): Promise<Gates> {
  const archive = await openArchive(folder);
  if (archive === null) return closed(noMonth({}, placeOf(folder)));
  if ('severity' in archive) return closed(archive);
  const leaks = leakGate();
  return { pass: (packet) => passOne(archive, packet, leaks) };
}

function closed(problem: Diagnostic): Gates {
  return { pass: async () => [problem] };
}

async function passOne(
  archive: Archive,
  { audience, edition }: PacketToMail,
  leaks: ReturnType<typeof leakGate>,
): Promise<Diagnostic[]> {
  const problems = new FoundProblems();
  problems.add(...archive.diagnostics);
  const own = archive.entries.filter(({ packet }) => packet.audience === audience && packet.edition === edition);
  if (own.length === 0)
    problems.add(noPacket({ audience, edition: editionName(edition) }, placeOf(archive.manifestPath)));
  const verifier = new EntryVerifier(problems, leaks);
  for (const entry of own) {
    const path = join(archive.root, entry.file.path);
    if ((await kindOf(path)) === 'file') await verifier.verify(path, entry, archive);
    else problems.add(fileMissing({}, placeOf(path)));
  }
  return problems.list;
}

/** The gates for one packet alone. */
export async function passGates({
  folder,
  ...packet
}: PacketToMail & { readonly folder: string }): Promise<Diagnostic[]> {
  return (await openGates(folder)).pass(packet);
}
