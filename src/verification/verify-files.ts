import { basename, dirname, join } from 'node:path';
import { formatOf, kindOf, listTree, readBytes } from '../disk/files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { sha256 } from '../model/sha256.ts';
import { manifestName } from '../publishing/manifest.ts';
import { canVerify, inspectFile } from '../verify/index.ts';
import {
  type Archive,
  type ArchiveEntry,
  archiveAround,
  entryAt,
  entryLike,
  openArchive,
  pathIn,
  placeOf,
} from './archive.ts';
import { checkSnapshots } from './check-snapshots.ts';
import { FoundProblems } from './found-problems.ts';
import { fileMissing, fileUnlisted, formatUnverified, noManifest, notInManifest } from './problems.ts';
import type { VerifiedFile } from './verdict.ts';
import { type EntryCheck, EntryVerifier } from './verify-entry.ts';

export interface VerifyOptions {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Output folder of the month that files from elsewhere are compared with; null for the one that each lies in. */
  readonly against: string | null;
  /** Another look at each file that an archive knows; null for none. */
  readonly alsoCheck?: EntryCheck;
  /** Called once with (0, total), then after each file. */
  readonly onProgress?: (done: number, total: number, path: string | null) => void;
}

export interface Verification {
  readonly files: readonly VerifiedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

type Job = () => Promise<VerifiedFile>;

/** Compares finished files with what their manifest says they are. UsageError for a path that leads nowhere. */
export async function verifyFiles({
  paths,
  against,
  alsoCheck,
  onProgress = () => {},
}: VerifyOptions): Promise<Verification> {
  const problems = new FoundProblems();
  const run: Run = { problems, entries: new EntryVerifier(problems, alsoCheck), against: null };
  if (against !== null) run.against = await namedArchive(against, run);
  const jobs: Job[] = [];
  for (const path of paths) jobs.push(...(await jobsOf(path, run)));
  const files: VerifiedFile[] = [];
  onProgress(0, jobs.length, null);
  for (const job of jobs) {
    const file = await job();
    files.push(file);
    onProgress(files.length, jobs.length, file.path);
  }
  return { files, diagnostics: problems.list };
}

/** What is known and found during one call. */
interface Run {
  readonly problems: FoundProblems;
  readonly entries: EntryVerifier;
  /** Null to take the archive that a file lies in. */
  against: Archive | null;
}

async function namedArchive(path: string, run: Run): Promise<Archive> {
  const root = basename(path) === manifestName ? dirname(path) : path;
  const archive = opened(await openArchive(root), run);
  if (archive === null)
    throw new UsageError({
      'zh-CN': `${path} 中没有可用的 ${manifestName}；--against 请指明一个月的输出文件夹`,
      en: `there is no usable ${manifestName} in ${path}; --against names the output folder of a month`,
    });
  return archive;
}

/** An archive, its own problems told once. */
function opened(archive: Archive | Diagnostic | null, { problems }: Run): Archive | null {
  if (archive === null) return null;
  const found = 'severity' in archive ? [archive] : archive.diagnostics;
  for (const diagnostic of found) problems.addOnce(diagnostic);
  return 'severity' in archive ? null : archive;
}

async function jobsOf(path: string, run: Run): Promise<Job[]> {
  const kind = await kindOf(path);
  if (kind === null)
    throw new UsageError({ 'zh-CN': `没有文件或文件夹 ${path}`, en: `there is no file or folder ${path}` });
  const isManifest = basename(path) === manifestName;
  if (kind === 'file' && !isManifest) return [() => verifyOne(path, run)];
  const folder = isManifest ? dirname(path) : path;
  const paths = (await listTree(folder)).map((name) => join(folder, name));
  const archive = run.against === null ? opened(await archiveAround(folder), run) : null;
  if (archive !== null) {
    if (pathIn(archive, folder) === '') run.problems.add(...(await checkSnapshots(archive)));
    return archiveJobs(folder, paths, archive, run);
  }
  return paths.filter((one) => canVerify(formatOf(one))).map((one) => () => verifyOne(one, run));
}

/** All that the manifest has in a folder, and what lies there besides. */
function archiveJobs(folder: string, paths: readonly string[], archive: Archive, { problems, entries }: Run): Job[] {
  const { packets, snapshots } = archive.manifest;
  const listed = [...packets.map(({ model }) => model.path), ...snapshots.map(({ file }) => file.path)];
  const own = new Set([manifestName, ...listed.map((path) => path.normalize())]);
  const there = new Map(paths.map((path) => [path, entryAt(archive, path)]));
  const found = new Set(there.values());
  const inFolder = ({ file }: ArchiveEntry) =>
    !pathIn({ ...archive, root: folder }, join(archive.root, file.path)).startsWith('..');
  const missing = archive.entries.filter((entry) => !found.has(entry) && inFolder(entry));
  return [
    ...[...there].flatMap(([path, entry]): Job[] => {
      if (entry !== null) return [() => entries.verify(path, entry, archive)];
      return own.has(pathIn(archive, path)) ? [] : [async () => unlisted(path, problems)];
    }),
    ...missing.map(({ packet, file }): Job => {
      const path = join(archive.root, file.path);
      return async () => {
        problems.add(fileMissing({}, placeOf(path)));
        return { path, verdict: 'missing', sha256: null, audience: packet.audience, month: archive.manifest.month };
      };
    }),
  ];
}

/** A single file: with the archive that was named, or with the one it lies in. */
async function verifyOne(path: string, run: Run): Promise<VerifiedFile> {
  const { problems, entries, against } = run;
  const archive = against ?? opened(await archiveAround(path), run);
  const bytes = await readBytes(path);
  if (archive === null) await tellUnknown(path, bytes, problems);
  else {
    const entry = against === null ? entryAt(archive, path) : entryLike(archive, bytes, path);
    if (entry !== null) return entries.verify(path, entry, archive);
    if (against === null) return unlisted(path, problems);
    problems.add(notInManifest({ manifest: archive.manifestPath }, placeOf(path)));
  }
  return { path, verdict: 'unknown', sha256: sha256(bytes), audience: null, month: null };
}

/** Without a manifest a file can only be opened. */
async function tellUnknown(path: string, bytes: Uint8Array, problems: FoundProblems): Promise<void> {
  const format = formatOf(path);
  if (!canVerify(format)) {
    problems.add(formatUnverified({}, placeOf(path)));
    return;
  }
  const { tables, cells, diagnostics } = await inspectFile({ bytes, format, name: path });
  const data = { tables: String(tables), cells: String(cells) };
  problems.add(noManifest(data, placeOf(path)), ...diagnostics);
}

function unlisted(path: string, problems: FoundProblems): VerifiedFile {
  problems.add(fileUnlisted({}, placeOf(path)));
  return { path, verdict: 'unlisted', sha256: null, audience: null, month: null };
}
