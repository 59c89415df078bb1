import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Month } from '../../src/briefings/month.ts';
import type { Period } from '../../src/model/period.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { loadMonth, type MonthSources } from '../../src/month/pipeline.ts';
import { theme } from './theme.ts';

export const seedsFolder = fileURLToPath(new URL('../../seeds/2023', import.meta.url));
export const planFile = { name: '附件2-2023.txt', bytes: readFileSync(`${seedsFolder}/附件2-2023.txt`) };

/** A copy of the sample year with the returns of some months, since every command reads all that are there. */
export function copySeeds(folder: string, months: readonly Period[]): void {
  const wanted = (path: string) => !path.endsWith('.csv') || (months as string[]).includes(basename(path, '.csv'));
  cpSync(seedsFolder, folder, { recursive: true, filter: wanted });
}

/** The sources of a month of the sample year. */
export function sampleSources(period: Period): MonthSources {
  const names = readdirSync(`${seedsFolder}/progress`).sort();
  return {
    plan: planFile,
    returns: names.map((name) => ({
      name: `progress/${name}`,
      bytes: readFileSync(`${seedsFolder}/progress/${name}`),
    })),
    period,
    settings: settingsSchema.parse({}),
    marks: theme.marks,
    issued: null,
  };
}

const read = new Map<Period, Month>();

/** A month of the sample year, read once. */
export function sampleMonth(period: Period): Month {
  const month = read.get(period) ?? freshMonth(period);
  read.set(period, month);
  return month;
}

/** A month of the sample year, read now; throws where it cannot be published. */
export function freshMonth(period: Period): Month {
  const { month, diagnostics } = loadMonth(sampleSources(period));
  if (month === null) throw new Error(diagnostics.map((d) => d.message['zh-CN']).join('\n'));
  return month;
}
