import { StoreError, type StoreFault } from '../model/errors/store-error.ts';
import type { Message } from '../model/language.ts';

/** What a failure of the database means to the person at the desk, and what to do. */
const messages: Readonly<Record<DatabaseFault, (d: { where: string; reason: string }) => Message>> = {
  missing: ({ where }) => ({
    'zh-CN': `数据库 ${where} 不存在；请核对位置，或先导入任务分解表`,
    en: `there is no database ${where}; check the place, or import a plan first`,
  }),
  busy: ({ where }) => ({
    'zh-CN': `数据库 ${where} 一直被其他程序占用，本次没有存入任何内容；请稍后重试，或关闭占用它的程序`,
    en: `the database ${where} is held by another program; nothing was stored. Try again later, or close that program`,
  }),
  full: ({ where }) => ({
    'zh-CN': `磁盘已满，数据库 ${where} 无法写入；本次没有存入任何内容，已有内容完好。请腾出空间后重试`,
    en: `the disk is full, the database ${where} cannot be written; nothing was stored, nothing was lost. Free some space and try again`,
  }),
  'read-only': ({ where }) => ({
    'zh-CN': `数据库 ${where} 不能写入；请给运行本程序的用户加上该文件及其所在文件夹的写权限`,
    en: `the database ${where} cannot be written; give the user who runs the program write permission on the file and its folder`,
  }),
  'no-access': ({ where, reason }) => ({
    'zh-CN': `数据库 ${where} 无法打开（${reason}）；请核对位置、用户和权限`,
    en: `the database ${where} cannot be opened (${reason}); check place, user and permissions`,
  }),
  broken: ({ where, reason }) => ({
    'zh-CN': `数据库 ${where} 已损坏（${reason}）；请用 jianbao restore 恢复最近的备份，损坏的文件会保留在旁边`,
    en: `the database ${where} is damaged (${reason}); restore the latest backup with jianbao restore, which keeps the damaged file beside it`,
  }),
  unreachable: ({ where, reason }) => ({
    'zh-CN': `无法连接数据库 ${where}（${reason}）；请核对 DATABASE_URL，并确认数据库服务已经启动`,
    en: `cannot reach the database ${where} (${reason}); check DATABASE_URL and that the server is running`,
  }),
  disk: ({ where, reason }) => ({
    'zh-CN': `读写数据库 ${where} 时磁盘出错（${reason}）；请检查磁盘和配额，数据库须放在本机磁盘上`,
    en: `the disk failed while using the database ${where} (${reason}); check disk and quota. The database must be on a local disk`,
  }),
};

type DatabaseFault = Exclude<StoreFault, 'newer' | 'backup-broken' | 'backup-newer' | 'file-exists'>;

export function storeError(fault: DatabaseFault, where: string, error?: unknown): StoreError {
  // A name that resolves to several addresses fails with one error for all of them, which has a code but no message.
  const reason = error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : '';
  return new StoreError(fault, messages[fault]({ where, reason }), { cause: error });
}

/** The named error for what a database driver threw; anything else is handed back as it is. */
export function asStoreError(error: unknown, where: string): unknown {
  const fault = faultOf(error);
  return fault === null ? error : storeError(fault, where, error);
}

/** SQLite's primary result codes. */
const sqliteFaults: Readonly<Record<number, DatabaseFault>> = {
  3: 'no-access',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'disk',
  11: 'broken',
  13: 'full',
  14: 'no-access',
  23: 'no-access',
  26: 'broken',
};

/** SQLITE_IOERR_SHMSIZE: there was no room for the index of the write-ahead log. */
const noRoomForIndex = 4874;

/** PostgreSQL's SQLSTATE codes and classes, and the codes of a connection that fails. */
const postgresFaults: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  [/^XX00[12]$/, 'broken'],
  [/^(55P03|40P01|40001|25P0[34])$/, 'busy'],
  [/^(42501|28...|3D000|3F000)$/, 'no-access'],
  [/^(08...|57P0.|53300)$/, 'unreachable'],
  [/^58...$/, 'disk'],
  [/^(ECONN|ERR_INVALID_URL|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_|ENOENT|EPIPE|SELF_SIGNED|DEPTH_ZERO)/, 'unreachable'],
];

function faultOf(error: unknown): DatabaseFault | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error) {
    const code = Number(error.errcode);
    return code === noRoomForIndex ? 'full' : (sqliteFaults[code & 0xff] ?? null);
  }
  const code = 'code' in error ? String(error.code) : '';
  const known = postgresFaults.find(([form]) => form.test(code));
  // The driver gives these no code.
  if (
    known === undefined &&
    /connection (terminated|timeout)|timeout exceeded when trying to connect|is not queryable/i.test(error.message)
  )
    return 'unreachable';
  return known?.[1] ?? null;
}
