import { join } from 'node:path';
import type { Decision } from '../model/decision.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import type { Origin } from '../model/origin.ts';
import { monthOf, type Period, periodOf, periodText, yearOf } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import { settingsSchema } from '../model/settings.ts';
import type { WithdrawnReturn } from '../model/withdrawal.ts';
import type { VersionInForce } from '../month/background.ts';
import type { MonthReadings } from '../month/pipeline.ts';
import { readConfig } from '../office/own-config.ts';
import { carriedReturns } from '../plan/carried-returns.ts';
import { manifestFile } from '../publishing/manifest.ts';
import type { Source, Store, StoredPlan, StoredReturn } from '../store/store.ts';
import type { MonthSource } from './month-source.ts';
import { storeShelf } from './store-shelf.ts';

interface StorePlace {
  /** As `openStore` takes it. */
  readonly url: string;
  /** The office's folder, with its `jianbao.yaml` and templates where it has any. */
  readonly folder: string;
  /** ISO UTC time. */
  readonly now: string;
}

/** Months out of the store, with what was found when their files were read. */
export function storeSource({ url, folder, now }: StorePlace): MonthSource {
  return {
    snapshots: storeShelf(url, now),
    async load(period) {
      // Loaded when needed: most commands have no use for a database.
      const { openStore } = await import('../store/open-store.ts');
      const own = await readConfig(folder);
      const store = await openStore(url, { now, create: false });
      try {
        const { plan, returns, diagnostics, decisions, documents } = await store.month(period);
        if (plan === null) throw noPlan(period, store.where);
        const files = documents.map(({ name, sha256, size }) => ({ path: name, sha256, bytes: size }));
        return {
          readings: {
            plan: plan.plan,
            returns: (await inIdsOf(plan, returns, store)).map(withOrigin),
            planOrigin: originOf(plan.source, plan.source.readAt),
            planDiagnostics: plan.diagnostics,
            returnDiagnostics: diagnostics,
            decisions,
            lastYear: await lastYearOf(period, store),
            planVersions: await versionsUpTo(period, returns, store),
          },
          settings: own?.config.settings ?? settingsSchema.parse({}),
          withdrawn: (await store.returns({ from: period, to: period, withdrawn: true })).flatMap(withWithdrawal),
          templates: own?.config.templates === undefined ? null : join(folder, own.config.templates),
          inputs: [
            ...files,
            ...(own === null ? [] : [manifestFile(own.file.name, own.file.bytes)]),
            ...(decisions.length === 0 ? [] : [manifestFile('decisions.json', jsonOf(decisions))]),
          ],
        };
      } finally {
        await store.close();
      }
    },
  };
}

/** Decisions have no file of their own in the store; by this the manifest tells that they were others. */
function jsonOf(decisions: readonly Decision[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(decisions));
}

function withOrigin(one: StoredReturn): Return {
  const { provenance, ...own } = one;
  return { ...own, origin: originOf(provenance.source, provenance.receivedAt) };
}

function withWithdrawal(one: StoredReturn): WithdrawnReturn[] {
  const { withdrawal } = one.provenance;
  return withdrawal === null ? [] : [{ ...withOrigin(one), withdrawal }];
}

function originOf({ sha256 }: Source, received: string): Origin {
  return { sha256, received };
}

/** The returns of months in which another version was in force, by the ids of this one. */
async function inIdsOf(
  now: StoredPlan,
  returns: readonly StoredReturn[],
  store: Pick<Store, 'plan' | 'planVersions'>,
): Promise<StoredReturn[]> {
  if ((await store.planVersions(now.year)).length < 2) return [...returns];
  const carried: StoredReturn[] = [];
  for (const [period, month] of Map.groupBy(returns, (one) => one.period)) {
    const then = await store.plan(period);
    const same = then === null || then.version === now.version;
    carried.push(...(same ? month : carriedReturns(month, then.plan, now.plan)));
  }
  return carried;
}

/** The plan in force and the returns of the year before; null where there is no such plan. */
async function lastYearOf(period: Period, store: Store): Promise<MonthReadings['lastYear']> {
  const then = periodOf(yearOf(period) - 1, monthOf(period));
  const stored = await store.plan(then);
  if (stored === null || stored.year !== yearOf(then)) return null;
  const returns = await store.returns({ from: periodOf(yearOf(then), 1), to: then });
  return { plan: stored.plan, returns: await inIdsOf(stored, returns, store) };
}

/** Each version with the returns of the months in which it was the one in force. */
async function versionsUpTo(
  period: Period,
  returns: readonly StoredReturn[],
  store: Pick<Store, 'planVersion' | 'planVersions'>,
): Promise<VersionInForce[]> {
  const versions = (await store.planVersions(yearOf(period))).filter(({ effective }) => effective <= period);
  const stored = await Promise.all(versions.map(({ year, version }) => store.planVersion(year, version)));
  const inForce = stored
    .flatMap((one) => one ?? [])
    .sort((a, b) => (a.effective === b.effective ? a.version - b.version : a.effective < b.effective ? -1 : 1));
  return inForce.map(({ plan, effective, documentNumber }, index) => {
    const next = inForce[index + 1]?.effective;
    const own = returns.filter((one) => one.period >= effective && (next === undefined || one.period < next));
    return { plan, effective, documentNumber, returns: own };
  });
}

function noPlan(period: Period, where: string): UsageError {
  return new UsageError({
    'zh-CN': `数据库 ${where} 中没有${periodText(period)}施行的任务分解表；请核对月份，或先导入任务分解表`,
    en: `the database ${where} has no plan in force in ${period}; check the month, or import the plan first`,
  });
}
