import { print } from '../cli/output.ts';
import { say } from '../cli/text.ts';
import { databaseAt, officeFolder } from '../sources/open-source.ts';
import type { RowCounts } from '../store/backup/backup-file.ts';
import type { Desk, Registers } from './desk.ts';

interface BackupFlags {
  from: string;
  force: boolean;
}

const place = '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)';

export const registerBackup: Registers = (program, desk) => {
  program
    .command('backup <file>')
    .description('把数据库备份成一个文件 (back the database up into one file)')
    .option('--from <place>', place, officeFolder)
    .option('--force', '覆盖已有的文件 (replace a file that is there)', false)
    .action((file: string, flags: BackupFlags) => runBackup(file, flags, desk));
  program
    .command('restore <file>')
    .description('用备份恢复数据库，原有内容保留在旁边 (restore the database, keeping what was there)')
    .option('--to <place>', place, officeFolder)
    .action((file: string, flags: { to: string }) => runRestore(file, flags, desk));
};

async function runBackup(file: string, { from, force }: BackupFlags, desk: Desk): Promise<void> {
  const { backupStore } = await import('../store/backup/write-backup.ts');
  const counts = await backupStore(await databaseAt(from, desk.databaseUrl), file, { now: desk.now(), force });
  print(say(desk.voice().language, 'backedUp', { file, ...contents(counts) }));
}

async function runRestore(file: string, { to }: { to: string }, desk: Desk): Promise<void> {
  const { language } = desk.voice();
  const { restoreStore } = await import('../store/backup/restore.ts');
  const { counts, doubtful, kept } = await restoreStore(await databaseAt(to, desk.databaseUrl), file, desk.now());
  print(say(language, 'restored', contents(counts)));
  print(say(language, 'held', { doubtful: String(doubtful) }));
  if (kept !== null) print(say(language, 'kept', { kept }));
}

function contents(counts: RowCounts) {
  const of = (table: string) => String(counts[table] ?? 0);
  return {
    plans: of('plan_version'),
    returns: of('return_revision'),
    files: of('source_document'),
    decisions: of('decision'),
  };
}
