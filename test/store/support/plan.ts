import type { Plan } from '../../../src/model/plan.ts';
import { readPlanFile } from '../../../src/month/pipeline.ts';
import { bridges } from '../../support/months.ts';
import { bytesOf } from './samples.ts';

/** 建桥10座 with three columns; another title makes another plan. */
export function planOf(title = ''): Plan {
  const { plan } = readPlanFile({ name: '计划.txt', bytes: bytesOf(`${title}\n${bridges}`) });
  if (plan === null) throw new Error('the sample plan cannot be read');
  return plan;
}
