import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { kindOf, readBytes, readTextIfThere } from '../disk/files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document, Place } from '../model/document.ts';
import { sha256 } from '../model/sha256.ts';
import {
  isSealed,
  type Manifest,
  type ManifestFile,
  type ManifestPacket,
  manifestName,
  parseManifest,
} from '../publishing/manifest.ts';
import { parseModel } from '../verify/model-file.ts';
import { manifestChanged, manifestUnreadable, modelChanged, modelMissing, modelOfOtherVersion } from './problems.ts';

/** A file of a month as its manifest names it. */
export interface ArchiveEntry {
  readonly packet: ManifestPacket;
  readonly file: ManifestFile;
}

/** The output folder of a month with its manifest: what its files should be. */
export interface Archive {
  readonly root: string;
  /** Path of the manifest as messages name it. */
  readonly manifestPath: string;
  readonly manifest: Manifest;
  readonly entries: readonly ArchiveEntry[];
  /** What is wrong with the manifest itself. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How far up from a file its manifest may lie: beside the folder of its packet. */
const mostLevels = 3;

/** The archive that a file or folder lies in; a diagnostic where its manifest cannot be read, null where there is none. */
export async function archiveAround(path: string): Promise<Archive | Diagnostic | null> {
  let folder = (await kindOf(path)) === 'folder' ? path : dirname(path);
  for (let level = 0; level < mostLevels; level += 1) {
    if ((await kindOf(join(folder, manifestName))) === 'file') return openArchive(folder);
    const above = dirname(resolve(folder));
    if (above === resolve(folder)) return null;
    folder = join(folder, '..');
  }
  return null;
}

/** The archive of a folder that holds a manifest. */
export async function openArchive(root: string): Promise<Archive | Diagnostic | null> {
  const manifestPath = join(root, manifestName);
  const text = await readTextIfThere(manifestPath);
  if (text === null) return null;
  const manifest = parseManifest(text);
  if (manifest === null) return manifestUnreadable({}, placeOf(manifestPath));
  const entries = manifest.packets.flatMap((packet) => packet.files.map((file) => ({ packet, file })));
  const diagnostics = isSealed(manifest) ? [] : [manifestChanged({}, placeOf(manifestPath))];
  return { root, manifestPath, manifest, entries, diagnostics };
}

/** The document behind a packet, or why it cannot be had. */
export async function modelOf({ root }: Archive, { model }: ManifestPacket): Promise<Document | Diagnostic> {
  const path = join(root, model.path);
  if ((await kindOf(path)) !== 'file') return modelMissing({}, placeOf(path));
  const bytes = await readBytes(path);
  if (sha256(bytes) !== model.sha256) return modelChanged({}, placeOf(path));
  return parseModel(bytes) ?? modelOfOtherVersion({}, placeOf(path));
}

/** The entry of a file by its place in the archive. */
export function entryAt(archive: Archive, path: string): ArchiveEntry | null {
  const below = pathIn(archive, path);
  return archive.entries.find(({ file }) => file.path.normalize() === below) ?? null;
}

/** A path as the manifest would write it. */
export function pathIn({ root }: Archive, path: string): string {
  return relative(resolve(root), resolve(path)).split(sep).join('/').normalize();
}

/** What programs add to the name of a file that is there already: `简报 (1).pdf`, `简报 - 副本.pdf`. */
const copyMark = /(?:[\s_-]*(?:[(（]\d+[)）]|副本|copy))+(?=\.[^.]+$)/iu;

/** The entry that a file from elsewhere was, by its content or else by its name. */
export function entryLike({ entries }: Archive, bytes: Uint8Array, path: string): ArchiveEntry | null {
  const hash = sha256(bytes);
  const name = basename(path).normalize();
  const plain = name.replace(copyMark, '');
  const named = (wanted: string) => entries.find(({ file }) => basename(file.path).normalize() === wanted);
  return entries.find(({ file }) => file.sha256 === hash) ?? named(name) ?? named(plain) ?? null;
}

/** A whole file. */
export function placeOf(source: string): Place {
  return { source, part: null, row: null, column: null };
}
