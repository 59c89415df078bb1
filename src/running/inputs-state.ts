import { periodOf, yearOf } from '../model/period.ts';
import { sha256 } from '../model/sha256.ts';
import type { StepJob } from './step-job.ts';

/** Equal where a month would be made from the same plan, returns, decisions and settings. Cheap: reads no figures. */
export async function inputsState({ office, step: { period } }: Pick<StepJob, 'office' | 'step'>): Promise<string> {
  const { store, config } = office;
  const from = periodOf(yearOf(period) - 1, 1);
  const [returns, versions, decisions] = await Promise.all([
    store.revisions({ from, to: period }),
    store.planVersions(yearOf(period)),
    store.decisions(),
  ]);
  const parts = [
    returns.map((one) => [one.period, one.reporter, one.revision, one.content]),
    versions.map((one) => [one.version, one.sha256, one.effective, one.documentNumber]),
    decisions,
    config,
  ];
  return sha256(JSON.stringify(parts));
}
