import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { importProgress } from '../../src/jobs/import-progress.ts';
import { monthOf, type Period, periodOf, periodText } from '../../src/model/period.ts';
import type { Plan, Project } from '../../src/model/plan.ts';
import { planDigest } from '../../src/plan/plan-digest.ts';
import { openStore } from '../../src/store/open-store.ts';
import { formOf, planOf, returnedForm } from '../support/forms.ts';

/**
 * Forms of 250 districts with 30 tasks each over twelve months: `make FOLDER` fills them and leaves them with a database that has
 * their plan, `read FOLDER` imports the 3,000 files and prints times and peak memory as JSON.
 */
const [work = 'read', folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))] = process.argv.slice(2);
const url = join(folder, 'data', 'jianbao.db');
const forms = join(folder, '回收');
const now = '2023-12-31T00:00:00.000Z';
const districts = 250;
const tasks = 30;

function widePlan(): Plan {
  const [first] = planOf(
    '序号\t项目名称\t量化目标\t牵头单位\t第1区\n1\t新建便民服务点500个\t500个\t甲局\t2个',
  ).projects;
  const names = Array.from({ length: districts }, (_, index) => `第${index + 1}区`);
  const allocations = Object.fromEntries(names.map((name) => [name, { value: '2', unit: '个' }]));
  const projects = Array.from({ length: tasks }, (_, index): Project => {
    const project = first as Project;
    const targets = project.targets.map((target) => ({ ...target, id: `${index + 1}.1`, allocations }));
    return {
      ...project,
      no: index + 1,
      name: `${project.name}（第${index + 1}批），并配备工作人员和必要设施`,
      targets,
    };
  });
  const columns = names.map((name) => ({ name, kind: 'district' }) as const);
  return { title: '2023年任务分解表', annex: null, year: 2023, header: [], columns, projects, notes: [] };
}

async function make(): Promise<void> {
  mkdirSync(forms, { recursive: true });
  const plan = widePlan();
  const store = await openStore(url, { now });
  const file = { name: '计划.txt', bytes: new Uint8Array([1]), diagnostics: [] };
  await store.savePlan({ plan, file, effective: '2023-01', documentNumber: null }, now);
  await store.close();
  for (const { name } of plan.columns) {
    const form = formOf(name, { plan, digest: planDigest(plan), period: '2023-01' });
    const bytes = await returnedForm(form, (open) => {
      for (const row of form.rows.keys()) {
        open.cell(row, 'cumulative').value = 1;
        open.cell(row, 'problems').value = '个别点位进场较晚，正在协调。';
        open.cell(row, 'nextSteps').value = `第${row + 1}项七月底前完成进场`;
      }
    });
    for (let month = 1; month <= 12; month += 1) {
      const period = periodOf(2023, month);
      writeFileSync(join(forms, `${name}-${period}.xlsx`), ofMonth(bytes, period));
    }
  }
}

/** The same form of another month: only its own words differ. */
function ofMonth(bytes: Uint8Array, period: Period): Uint8Array {
  const parts = unzipSync(bytes);
  const last = new Date(Date.UTC(2023, monthOf(period), 0)).getUTCDate();
  const words = strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array)
    .replaceAll('2023年1月民生', `${periodText(period)}民生`)
    .replaceAll('2023年1月31日', `${periodText(period)}${last}日`)
    .replaceAll('2023-01-31', `${period}-${last}`)
    .replaceAll('2023-01', period);
  return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(words) }, { level: 3 });
}

async function read(): Promise<void> {
  const store = await openStore(url, { now });
  const startMb = process.resourceUsage().maxRSS / 1024;
  const options = { paths: [forms], store, month: null, acceptPartial: false, now };
  let readAt = 0;
  const started = performance.now();
  const { files, saved } = await importProgress({
    ...options,
    onRead: () => {
      readAt = performance.now();
    },
  });
  const wallMs = performance.now() - started;
  await store.close();
  const wrong = files.flatMap(({ diagnostics }) => diagnostics).find(({ severity }) => severity === 'error');
  if (saved?.length !== 12 * districts) throw new Error(wrong?.message.en ?? `${saved?.length} returns`);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ files: saved.length, readMs: readAt - started, wallMs, startMb, peakMb }));
}

if (work === 'make') {
  await make();
  process.stdout.write('{}');
} else await read();
if (process.argv[3] === undefined) rmSync(folder, { recursive: true });
