import { UsageError } from '../model/errors/usage-error.ts';
import type { Plan } from '../model/plan.ts';
import { diffPlans, type PlanChange } from '../plan/diff-plans.ts';
import type { Store, StoredPlan } from '../store/store.ts';
import { openPlan } from './export-plan.ts';

/** One of two plans: a version of the store, `2023/1`, or a file. */
export interface ComparedPlan {
  readonly named: string;
  readonly plan: Plan;
  /** Null for a file. */
  readonly version: Omit<StoredPlan, 'plan' | 'diagnostics'> | null;
}

export interface PlanComparison {
  readonly before: ComparedPlan;
  readonly after: ComparedPlan;
  readonly changes: readonly PlanChange[];
}

/** What changed between two plans. The store is opened only where one of them is in it. UsageError where there is no such version. */
export async function comparePlans(
  names: readonly [string, string],
  openStore: () => Promise<Store>,
): Promise<PlanComparison> {
  const store = names.some((name) => versionForm.test(name)) ? await openStore() : null;
  try {
    const [before, after] = [await find(names[0], store), await find(names[1], store)];
    return { before, after, changes: diffPlans(before.plan, after.plan) };
  } finally {
    await store?.close();
  }
}

const versionForm = /^(\d{4})\/(\d{1,4})$/;

async function find(named: string, store: Store | null): Promise<ComparedPlan> {
  const [, year, number] = versionForm.exec(named) ?? [];
  if (store === null || year === undefined || number === undefined)
    return { named, plan: (await openPlan(named)).plan, version: null };
  const stored = await store.planVersion(Number(year), Number(number));
  if (stored) {
    const { plan, diagnostics: _, ...version } = stored;
    return { named, plan, version };
  }
  const known = (await store.planVersions(Number(year))).map(({ version }) => `${year}/${version}`).join('、');
  throw new UsageError({
    'zh-CN': `数据库 ${store.where} 中没有任务分解表 ${named}；${known === '' ? `${year}年还没有导入任务分解表` : `可选：${known}`}`,
    en: `the database ${store.where} has no plan ${named}; ${known === '' ? `there is none of ${year}` : `known: ${known}`}`,
  });
}
