import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { listTree, publishFile, readBytes } from '../disk/files.ts';
import { FileError } from '../model/errors/file-error.ts';
import type { Period } from '../model/period.ts';
import { sha256 } from '../model/sha256.ts';
import type { Office } from '../office/office.ts';
import { monthFolder } from '../signing/places.ts';

/** Within what a zip can date; the same month makes the same bytes on any day. */
const zipDate = '1980-01-01T00:00:00';

/**
 * Everything of a month in one zip: its published folder with manifest and snapshots, `发送清单.json` of its mails, and `办理记录.json`,
 * the lines of the audit log about it. It gets its name once it was read back and every file in it is as it was put in. FileError.
 */
export async function monthArchive(office: Office, period: Period, path: string): Promise<void> {
  const folder = monthFolder(office, period);
  const files: Record<string, Uint8Array> = {};
  for (const name of await listTree(folder)) files[`${period}/${name}`] = await readBytes(join(folder, name));
  const { audit, outbox } = office.store.ledger;
  const mails = await outbox.list({ period });
  const lines = await audit.list({});
  const ids = new Set(mails.map(({ id }) => String(id)));
  const about = lines.filter(
    ({ subject }) => subject.startsWith(`${period}/`) || subject === period || ids.has(subject),
  );
  files['发送清单.json'] = jsonOf(mails.map(({ owner, leaseUntil, nextAt, ...mail }) => mail));
  files['办理记录.json'] = jsonOf(about);
  const digests = new Map(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  // Finished files are compressed already.
  const zipped = zipSync(files, { level: 1, mtime: zipDate });
  const pieces = async function* () {
    yield zipped;
  };
  await publishFile(path, pieces(), async (staged) => {
    const found = Object.entries(unzipSync(await readBytes(staged)));
    const whole = found.length === digests.size && found.every(([name, bytes]) => digests.get(name) === sha256(bytes));
    if (!whole) throw notWhole(path);
  });
}

function jsonOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

function notWhole(path: string): FileError {
  return new FileError({
    'zh-CN': `归档文件 ${path} 写出后核对不符，没有保留；请检查磁盘`,
    en: `the archive ${path} was not read back as it was written, and not kept; check the disk`,
  });
}
