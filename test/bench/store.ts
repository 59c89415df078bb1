import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReturnEntry } from '../../src/model/return.ts';
import { backupStore } from '../../src/store/backup/write-backup.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { ReturnsToSave } from '../../src/store/store.ts';

/**
 * One month of 3,000 returned forms of 40 figures and 20 KB each, stored, stored again, loaded and backed up, in a
 * process of its own; the first argument may name another database. Prints times and peak memory as JSON.
 */
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const url = process.argv[2] ?? join(folder, 'jianbao.db');
const now = '2023-07-03T00:00:00.000Z';
const at = { source: '月报.xlsx', part: '月报', row: 5, column: 6 };

const files = Array.from({ length: 3000 }, (_, form): ReturnsToSave => {
  const entries = Array.from({ length: 40 }, (_, row): ReturnEntry => {
    const said = { problems: '个别点位进场较晚', nextSteps: '七月底前完成进场' };
    return {
      target: `${row + 1}.1`,
      cumulative: { value: `${form + row}`, unit: '个' },
      mark: null,
      remark: '',
      ...said,
      at,
    };
  });
  const bytes = new Uint8Array(20_000).map((_, index) => (form * 31 + index * 7) % 251);
  new DataView(bytes.buffer).setUint32(0, form);
  const head = {
    reporter: `第${form}单位`,
    period: '2023-06',
    revision: null,
    cutoff: '2023-06-30',
    sample: false,
  } as const;
  return { file: { name: `${form}.xlsx`, bytes, diagnostics: [] }, returns: [{ ...head, entries, at }] };
});

const times: Record<string, number> = {};
async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  times[name] = performance.now() - started;
}

const store = await openStore(url, { now });
await timed('store', () => store.saveReturns(files, now));
await timed('again', () => store.saveReturns(files, now));
await timed('load', () => store.month('2023-06'));
await store.close();
await timed('backup', () => backupStore(url, join(folder, 'backup.gz'), { now, force: false }));
const megabytes = statSync(join(folder, 'backup.gz')).size / 1e6;
process.stdout.write(JSON.stringify({ ...times, megabytes, peakMb: process.resourceUsage().maxRSS / 1024 }));
rmSync(folder, { recursive: true, force: true });
