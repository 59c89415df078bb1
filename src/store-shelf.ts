import type { SnapshotShelf } from './month-source.ts';
import type { Store } from './store/store.ts';

/** The store as a place for snapshots; it is opened for each question. `now` is an ISO UTC time. */
export function storeShelf(url: string, now: string): SnapshotShelf {
  const within = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const { openStore } = await import('./store/open-store.ts');
    const store = await openStore(url, { now, create: false });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  return {
    keep: (snapshot) => within((store) => store.saveSnapshot(snapshot, now)),
    like: (prefix) => within((store) => store.snapshotsLike(prefix)),
    open: (hash) => within((store) => store.snapshot(hash)),
  };
}
