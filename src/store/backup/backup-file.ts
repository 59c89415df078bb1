import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { readPieces } from '../../disk/files.ts';
import { FileError } from '../../model/errors/file-error.ts';
import { StoreError } from '../../model/errors/store-error.ts';

/**
 * A backup is one gzip file of JSON lines that either kind of database can be restored from: a header, a line for each
 * row (`["figure",{"return_id":…}]`, bytes as `{"base64":…}`), and an end with row counts and the SHA-256 of all lines
 * before it, without which the file is not whole.
 */
const headerSchema = z.strictObject({
  format: z.literal('jianbao-backup'),
  layout: z.literal(1),
  /** Version of the database's schema. */
  schema: z.number().int().positive(),
  /** ISO UTC time. */
  taken: z.string(),
});

const rowSchema = z.tuple([
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })])),
]);
const endSchema = z.strictObject({ rows: z.record(z.string(), z.number().int()), sha256: z.string() });

export type BackupHeader = z.infer<typeof headerSchema>;
/** Table → how many rows of it. */
export type RowCounts = Readonly<Record<string, number>>;
/** Column → value, as the database has it. */
export type BackupRow = Readonly<Record<string, string | number | null | Uint8Array>>;

/** The lines of a backup of these rows, each with its line feed. */
export async function* backupLines(
  header: BackupHeader,
  rows: AsyncIterable<readonly [table: string, row: BackupRow]>,
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const counts: Record<string, number> = {};
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    return text;
  };
  yield line(header);
  for await (const [table, row] of rows) {
    counts[table] = (counts[table] ?? 0) + 1;
    yield line([table, Object.fromEntries(Object.entries(row).map(([column, value]) => [column, written(value)]))]);
  }
  yield line({ rows: counts, sha256: digest.copy().digest('hex') });
}

function written(value: BackupRow[string]): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

export interface BackupReader {
  header(header: BackupHeader): Promise<void>;
  row(table: string, row: BackupRow): Promise<void>;
}

/** Hands header and rows over one by one and counts them; StoreError where the file is not whole. Other errors pass. */
export async function readBackup(path: string, reader: BackupReader): Promise<RowCounts> {
  const digest = createHash('sha256');
  const counts: Record<string, number> = {};
  let header: BackupHeader | null = null;
  let end: z.infer<typeof endSchema> | null = null;
  for await (const line of linesOf(path)) {
    const value = broken(path, () => JSON.parse(line) as unknown);
    if (end !== null) throw brokenBackup(path, 'text after the end');
    if (header === null) {
      header = broken(path, () => headerSchema.parse(value));
      await reader.header(header);
    } else if (Array.isArray(value)) {
      const [table, row] = broken(path, () => rowSchema.parse(value));
      counts[table] = (counts[table] ?? 0) + 1;
      await reader.row(table, Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, read(cell)])));
    } else {
      end = broken(path, () => endSchema.parse(value));
      if (end.sha256 !== digest.copy().digest('hex')) throw brokenBackup(path, 'checksum');
    }
    digest.update(`${line}\n`);
  }
  if (end === null) throw brokenBackup(path, 'no end');
  if (!sameCounts(counts, end.rows)) throw brokenBackup(path, 'row counts');
  return counts;
}

export function sameCounts(a: RowCounts, b: RowCounts): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((table) => (a[table] ?? 0) === (b[table] ?? 0));
}

function read(cell: z.infer<typeof rowSchema>[1][string]): BackupRow[string] {
  return cell !== null && typeof cell === 'object' ? new Uint8Array(Buffer.from(cell.base64, 'base64')) : cell;
}

/** Splits at line feeds only: JSON may hold the other characters that end a line. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // A source file is one long line: its pieces are joined once, when it is complete.
  let pieces: string[] = [];
  try {
    // What ends the pipeline early comes out of the loop; the callback only marks it as seen.
    for await (const chunk of pipeline(readPieces(path), createGunzip({ chunkSize: 65_536 }), () => {})) {
      const [first = '', ...more] = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n');
      pieces.push(first);
      for (const next of more) {
        yield pieces.join('');
        pieces = [next];
      }
    }
  } catch (error) {
    throw error instanceof FileError ? error : brokenBackup(path, error);
  }
  if (pieces.some((piece) => piece !== '')) yield pieces.join('');
}

function broken<T>(path: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw brokenBackup(path, error);
  }
}

export function brokenBackup(path: string, reason: unknown): StoreError {
  const why = reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason);
  return new StoreError(
    'backup-broken',
    {
      'zh-CN': `${path} 不是完整的备份（${why}）；数据库没有改动，请换用另一份备份`,
      en: `${path} is no whole backup (${why}); the database was not touched, use another backup`,
    },
    { cause: reason },
  );
}
