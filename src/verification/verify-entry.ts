import { join } from 'node:path';
import { formatOf, readBytes } from '../disk/files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { sha256 } from '../model/sha256.ts';
import { canVerify, verifyFile } from '../verify/index.ts';
import { type Archive, type ArchiveEntry, modelOf, placeOf } from './archive.ts';
import type { FoundProblems } from './found-problems.ts';
import { fileChanged, fileSavedAgain, formatUnverified, otherFile } from './problems.ts';
import type { Verdict, VerifiedFile } from './verdict.ts';

/** Another look at a file that an archive knows. */
export type EntryCheck = (
  file: { readonly path: string; readonly bytes: Uint8Array },
  entry: ArchiveEntry,
  archive: Archive,
) => Promise<readonly Diagnostic[]>;

/** Compares files with the entries of archives; each document is read once. */
export class EntryVerifier {
  readonly #problems: FoundProblems;
  readonly #alsoCheck: EntryCheck | null;
  readonly #models = new Map<string, Promise<Document | Diagnostic>>();

  constructor(problems: FoundProblems, alsoCheck: EntryCheck | null = null) {
    this.#problems = problems;
    this.#alsoCheck = alsoCheck;
  }

  /** A file that should be an entry: by its digest, then cell by cell, and by the other check if there is one. */
  async verify(path: string, entry: ArchiveEntry, archive: Archive): Promise<VerifiedFile> {
    const bytes = await readBytes(path);
    const file = await this.#verify(path, bytes, entry, archive);
    if (this.#alsoCheck !== null)
      for (const diagnostic of await this.#alsoCheck({ path, bytes }, entry, archive))
        this.#problems.addOnce(diagnostic);
    return file;
  }

  async #verify(path: string, bytes: Uint8Array, entry: ArchiveEntry, archive: Archive): Promise<VerifiedFile> {
    const { packet, file } = entry;
    const { month } = archive.manifest;
    const hash = sha256(bytes);
    const verified = (verdict: Verdict) => ({ path, verdict, sha256: hash, audience: packet.audience, month });
    const other = archive.entries.find((one) => one.file.sha256 === hash);
    if (hash !== file.sha256 && other !== undefined) {
      const data = { audience: other.packet.audience, path: other.file.path };
      this.#problems.add(otherFile(data, placeOf(path)));
      return verified('other');
    }
    const differences = await this.#differences(path, bytes, entry, archive);
    const same = differences !== null && differences.length === 0;
    if (hash !== file.sha256) {
      const data = { audience: packet.audience, month };
      this.#problems.add((same ? fileSavedAgain : fileChanged)(data, placeOf(path)));
    }
    this.#problems.add(...(differences ?? []));
    if (hash !== file.sha256) return verified('changed');
    return verified(same || differences === null ? 'same' : 'differs');
  }

  /** The differences of a file from its document; null where they cannot be told. */
  async #differences(
    path: string,
    bytes: Uint8Array,
    { packet }: ArchiveEntry,
    archive: Archive,
  ): Promise<readonly Diagnostic[] | null> {
    const format = formatOf(path);
    if (!canVerify(format)) {
      this.#problems.add(formatUnverified({}, placeOf(path)));
      return null;
    }
    const key = join(archive.root, packet.model.path);
    const model = this.#models.get(key) ?? modelOf(archive, packet);
    this.#models.set(key, model);
    const document = await model;
    if ('severity' in document) {
      this.#problems.addOnce(document);
      return null;
    }
    return verifyFile({ bytes, format, name: path }, document);
  }
}
