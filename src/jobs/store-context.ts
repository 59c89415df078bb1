import { correct } from '../decisions/correct.ts';
import type { IntakeContext, IntakeSettings } from '../intake/context.ts';
import type { KnownPlan, PlansOfMonth } from '../intake/plans.ts';
import type { Decision } from '../model/decision.ts';
import { type Period, previousPeriod, yearOf } from '../model/period.ts';
import type { Return } from '../model/return.ts';
import { carriedReturns } from '../plan/carried-returns.ts';
import { planDigest } from '../plan/plan-digest.ts';
import type { PlanVersion, Store, StoredPlan } from '../store/store.ts';

/** What the store knows of the months that were prepared. */
export interface StoreContext extends IntakeContext {
  /** Fetches what is known of a month; must be done before it is asked about. */
  prepare(period: Period): Promise<void>;
}

export function storeContext(store: Store, month: Period | null, settings: IntakeSettings): StoreContext {
  const years = new Map<number, readonly KnownPlan[]>();
  const months = new Map<Period, PlansOfMonth>();
  let decisions: readonly Decision[] | null = null;
  const returns = new Map<Period, readonly Return[]>();

  const versionsOf = async (year: number): Promise<readonly KnownPlan[]> => {
    const known = years.get(year);
    if (known) return known;
    const versions: KnownPlan[] = [];
    for (const { version } of await store.planVersions(year)) {
      const stored = await store.planVersion(year, version);
      if (stored) versions.push(knownPlan(stored));
    }
    years.set(year, versions);
    return versions;
  };

  return {
    month,
    settings,
    plans: (period) => months.get(period) ?? { inForce: null, versions: [] },
    storedBefore: (period) => returns.get(period) ?? [],
    async prepare(period) {
      if (months.has(period)) return;
      const versions = await versionsOf(yearOf(period));
      const inForce = await store.plan(period);
      const known = versions.find(({ version }) => version?.number === inForce?.version) ?? null;
      months.set(period, { inForce: known, versions });
      const from = previousPeriod(period);
      const before = await store.returns({ from, to: from });
      const then = yearOf(from) === yearOf(period) ? await store.plan(from) : null;
      const carried = then && known ? carriedReturns(before, then.plan, known.plan) : before;
      decisions ??= await store.decisions();
      const ofYear = decisions.filter(({ year }) => year === yearOf(period));
      returns.set(period, known ? correct(known.plan, carried, ofYear).returns : carried);
    },
  };
}

function knownPlan({ plan, ...version }: StoredPlan): KnownPlan {
  return { plan, digest: planDigest(plan), version: versionName(version) };
}

export function versionName({ version, effective, documentNumber }: PlanVersion): NonNullable<KnownPlan['version']> {
  return { number: version, effective, documentNumber };
}
