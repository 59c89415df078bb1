import type { Store } from '../store/store.ts';
import type { SnapshotShelf } from './month-source.ts';

/** The store as a place for snapshots; it is opened for each question. `now` is an ISO UTC time. */
export function storeShelf(url: string, now: string): SnapshotShelf {
  const within = async <T>(work: (shelf: SnapshotShelf) => Promise<T>): Promise<T> => {
    const { openStore } = await import('../store/open-store.ts');
    const store = await openStore(url, { now, create: false });
    try {
      return await work(shelfOf(store, now));
    } finally {
      await store.close();
    }
  };
  return {
    keep: (snapshot) => within((shelf) => shelf.keep(snapshot)),
    like: (prefix) => within((shelf) => shelf.like(prefix)),
    open: (hash) => within((shelf) => shelf.open(hash)),
  };
}

/** The same in a store that is open. */
export function shelfOf(store: Store, now: string): SnapshotShelf {
  return {
    keep: (snapshot) => store.saveSnapshot(snapshot, now),
    like: (prefix) => store.snapshotsLike(prefix),
    open: (hash) => store.snapshot(hash),
  };
}
