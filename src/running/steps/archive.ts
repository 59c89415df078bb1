import { join } from 'node:path';
import { backupStore } from '../../store/backup/write-backup.ts';
import { monthArchive } from '../month-archive.ts';
import { notAllArrived } from '../reasons.ts';
import { nothingToMail, type Prepare, type StepJob } from '../step-job.ts';
import { waitFor } from './needs.ts';

/** Where archives lie, below the output folder. */
export const archiveFolder = '归档';

/** 归档: the delivered month as one zip, with what was mailed and who did what, and a backup of the store beside it. */
export const archive: Prepare = async (job) => {
  const { office, step, now } = job;
  const waits = (await waitFor(['close', 'draft', 'deliver'], job)) ?? (await undelivered(job));
  if (waits !== null) return { tasks: [], end: { state: 'waiting', reason: waits } };
  const folder = join(office.output, archiveFolder);
  const zip = join(folder, `${step.period}.zip`);
  const backup = join(folder, `${step.period}-数据库备份.jsonl.gz`);
  return {
    tasks: [
      {
        key: '月份',
        says: { 'zh-CN': `已发布的月份归入 ${zip}`, en: `the published month into ${zip}` },
        async do() {
          await monthArchive(office, step.period, zip);
          return nothingToMail;
        },
      },
      {
        key: '数据库',
        says: { 'zh-CN': `数据库备份到 ${backup}`, en: `a backup of the store into ${backup}` },
        async do() {
          await backupStore(office.database, backup, { now, force: true });
          return nothingToMail;
        },
      },
    ],
    end: { state: 'done', reason: null },
  };
};

/** Why the original is not delivered yet; null where it is, or where a person left delivering out. */
async function undelivered({ office, step, month }: StepJob) {
  const { editions, outbox, runs } = office.store.ledger;
  const edition = await editions.edition(step.period, 0);
  if (edition?.state === 'delivered') return null;
  const delivers = month.some(({ does }) => does === 'deliver');
  const skipped = (await runs.run(`${step.period}/deliver`))?.state === 'skipped';
  if (edition?.state === 'published' && (skipped || !delivers)) return null;
  return notAllArrived(await outbox.counts({ period: step.period, kind: 'packet', edition: 0 }));
}
