import type { Decision, NewDecision, Revocation } from '../model/decision.ts';
import { placeOf, type Surroundings } from '../sources/open-source.ts';
import type { Store } from '../store/store.ts';
import { decisionsIn, recordInFolder, refuseRevoking, revokeInFolder } from './decisions-file.ts';

/** Where an office's decisions are kept: the `decisions.yaml` of a folder of files, or the store. */
export interface DecisionKeeper {
  /** Whether a return keeps its figures whatever becomes of its file, so that one that was not let in can be filled in. */
  readonly keepsReturns: boolean;
  /** Oldest first. */
  all(): Promise<readonly Decision[]>;
  /** Returns the decision with its number. */
  record(decision: NewDecision): Promise<Decision>;
  /** UsageError where there is no such decision, or it is revoked already. */
  revoke(id: string, revocation: Revocation): Promise<void>;
}

/** The keeper at the place that `--from` names. */
export async function openKeeper(from: string, surroundings: Surroundings): Promise<DecisionKeeper> {
  const place = await placeOf(from, surroundings);
  if (place.kind === 'files') {
    const { folder } = place;
    return {
      keepsReturns: false,
      all: async () => (await decisionsIn(folder))?.decisions ?? [],
      record: (decision) => recordInFolder(folder, decision),
      revoke: (id, revocation) => revokeInFolder(folder, id, revocation),
    };
  }
  const { now } = surroundings;
  const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    // Loaded when needed: most commands have no use for a database.
    const { openStore } = await import('../store/open-store.ts');
    const store = await openStore(place.url, { now, create: false });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  return {
    keepsReturns: true,
    all: () => inStore((store) => store.decisions()),
    record: (decision) => inStore((store) => store.saveDecision(decision, now)),
    revoke: (id, revocation) =>
      inStore(async (store) => {
        refuseRevoking(await store.decisions(), id);
        await store.revokeDecision(id, revocation, now);
      }),
  };
}
