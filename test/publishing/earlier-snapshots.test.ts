import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { findSnapshot } from '../../src/publishing/find-snapshot.ts';
import { renderAgain } from '../../src/publishing/render-again.ts';

/**
 * An original and its correction as they were frozen before editions were signed, with the digests of what was rendered then. A
 * writer that is changed on purpose changes the digests: make the fixture anew from the commit before, then look at the difference.
 */
const folder = fileURLToPath(new URL('../snapshot/fixtures/layout-1', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianbao-earlier-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

it.each([
  ['original', 'c3ea49501ef70026', 6],
  ['correction', 'a09c78659f2482c1', 6],
])('%s: its snapshot from before 审签 gives the same bytes', async (_, hash, count) => {
  const found = await findSnapshot(hash, { folders: [folder], shelf: null });
  expect(found.snapshot.edition).not.toHaveProperty('approval');
  const out = join(work, hash);
  // PDF and Excel hold the same sections; how Node deflates them is not for a fixture to hold.
  const again = await renderAgain(found, { districts: [], formats: ['html', 'docx'], templates: null, out });
  expect([again.files.length, again.unknown]).toEqual([count, []]);
});
