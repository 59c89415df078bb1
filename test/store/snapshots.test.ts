import { expect, it } from 'vitest';
import { DataError } from '../../src/model/errors/data-error.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { SnapshotToSave } from '../../src/store/store.ts';
import { onEachDatabase } from './support/databases.ts';
import { now } from './support/samples.ts';

const later = '2023-08-01T00:00:00.000Z';

function snapshotOf(hash: string, more: Partial<SnapshotToSave> = {}): SnapshotToSave {
  const made = [{ path: '甲区/甲区.pdf', audience: '甲区', sha256: '1', bytes: 3 }];
  const bytes = Uint8Array.of(0, 31, 139, 255);
  return { hash, period: '2023-06', edition: 1, program: '0.1.0', bytes, made, ...more };
}

onEachDatabase('snapshots', (fresh) => {
  it('are found by their hash and how it begins, with what was made of them', async () => {
    const store = await openStore(await fresh(), { now });
    for (const hash of ['ab34', 'ab12', 'ac00', 'ffff']) await store.saveSnapshot(snapshotOf(hash), now);
    expect(await store.snapshotsLike('ab')).toEqual(['ab12', 'ab34']);
    expect(await store.snapshotsLike('ffff')).toEqual(['ffff']);
    expect(await store.snapshotsLike('')).toEqual(['ab12', 'ab34', 'ac00', 'ffff']);
    expect(await store.snapshotsLike('b')).toEqual([]);
    expect(await store.snapshot('ab12')).toEqual({ ...snapshotOf('ab12'), keptAt: now });
    expect(await store.snapshot('ab')).toBeNull();
    await store.close();
  });

  it('are never changed; what is made of them later is added', async () => {
    const store = await openStore(await fresh(), { now });
    await store.saveSnapshot(snapshotOf('ab', { made: [] }), now);
    expect((await store.snapshot('ab'))?.made).toEqual([]);
    await store.saveSnapshot(snapshotOf('ab', { bytes: Uint8Array.of(9), program: '9' }), later);
    const word = { path: '甲区/甲区.docx', audience: '甲区', sha256: '2', bytes: 4 };
    const other = { path: '甲区/甲区.pdf', audience: '甲区', sha256: 'other', bytes: 5 };
    await store.saveSnapshot(snapshotOf('ab', { made: [word, other] }), later);
    expect(await store.snapshot('ab')).toEqual({
      ...snapshotOf('ab'),
      made: [word, ...snapshotOf('ab').made],
      keptAt: now,
    });
    await store.close();
  });

  it('are stored whole or not at all', async () => {
    const store = await openStore(await fresh(), { now });
    const made = [{ path: '甲\0区.pdf', audience: '甲区', sha256: '1', bytes: 3 }];
    await expect(store.saveSnapshot(snapshotOf('ab', { made }), now)).rejects.toBeInstanceOf(DataError);
    expect(await store.snapshotsLike('')).toEqual([]);
    await store.close();
  });
});
