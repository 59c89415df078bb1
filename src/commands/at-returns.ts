import { both } from '../cli/text.ts';
import { UsageError } from '../model/errors/usage-error.ts';
import { returnsFolder } from '../sources/data-folder.ts';
import { placeOf } from '../sources/open-source.ts';
import type { Store } from '../store/store.ts';
import type { Desk } from './desk.ts';

/** Opens the store whose returns are meant, works in it, and closes it again. UsageError where they are files in a folder. */
export async function atReturns<T>(from: string, desk: Desk, work: (store: Store) => Promise<T>): Promise<T> {
  const place = await placeOf(from, desk);
  if (place.kind === 'files')
    throw new UsageError(both('returnsInFiles', { place: from, folder: await returnsFolder(place.folder) }));
  const { openStore } = await import('../store/open-store.ts');
  const store = await openStore(place.url, { now: desk.now(), create: false });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
