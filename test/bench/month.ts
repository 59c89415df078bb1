import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from '../../src/jobs/report.ts';
import { seedsFolder } from '../support/plan-2023.ts';

/** One whole month in a process of its own; prints wall time from process start and peak memory as JSON. */
const out = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
const { files } = await report({
  from: seedsFolder,
  period: '2023-06',
  districts: [],
  formats: ['pdf', 'docx', 'xlsx'],
  out,
  issued: null,
});
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const result = {
  files: files.length,
  wallMs: performance.now(),
  cpuMs: (userCPUTime + systemCPUTime) / 1000,
  peakMb: maxRSS / 1024,
};
process.stdout.write(JSON.stringify(result));
rmSync(out, { recursive: true, force: true });
