import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProgress } from '../../src/jobs/import-progress.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { graded } from '../../src/month/check-catalogue.ts';
import { planDigest } from '../../src/plan/plan-digest.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { onEachDatabase } from '../store/support/databases.ts';
import { formOf, returnedForm, smallPlan } from '../support/forms.ts';
import { runs } from '../support/runs.ts';

const now = '2023-07-03T01:02:03.000Z';
const digest = planDigest(smallPlan);
const work = mkdtempSync(join(tmpdir(), 'jianbao-intake-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Forms by name: 甲区 three times with other figures, 乙县, and a lead unit. */
const files: Record<string, Uint8Array> = {};
beforeAll(async () => {
  for (const [name, reporter, first] of [
    ['甲1', '甲区', 1],
    ['甲2', '甲区', 2],
    ['甲3', '甲区', 3],
    ['乙', '乙县', 1],
    ['局', '甲局', 1],
  ] as const) {
    const form = formOf(reporter, { digest });
    files[name] = await returnedForm(form, (open) => {
      for (const row of form.rows.keys()) open.cell(row, 'cumulative').value = row === 0 ? first : 1;
    });
    writeFileSync(join(work, `${name}.xlsx`), files[name]);
  }
});

async function withPlan(url: string): Promise<Store> {
  const store = await openStore(url, { now });
  const file = { name: '计划.txt', bytes: new Uint8Array([1]), diagnostics: [] };
  await store.savePlan({ plan: smallPlan, file, effective: '2023-01', documentNumber: null }, now);
  return store;
}

const take = (store: Store, names: readonly string[], more = {}) =>
  importProgress({
    paths: names.map((name) => join(work, name)),
    store,
    month: null,
    acceptPartial: false,
    now,
    ...more,
  });

/** What the store says, without what every reading has of its own. */
async function contents(store: Store) {
  const all = await store.returns({});
  return all.map(({ provenance, ...one }) => ({ ...one, form: provenance.formPlan, sha256: provenance.source.sha256 }));
}

onEachDatabase('importing returned forms', (fresh) => {
  it('stores each figure with file, sheet, cell, reporter and digest, and changes nothing the second time', async () => {
    const store = await withPlan(await fresh());
    const { saved } = await take(store, ['甲1.xlsx', '乙.xlsx', '局.xlsx']);
    expect(saved?.map(({ outcome, reporter, revision }) => [outcome, reporter, revision])).toEqual([
      ['stored', '甲区', 1],
      ['stored', '乙县', 1],
      ['stored', '甲局', 1],
    ]);
    const before = await contents(store);
    const [first] = await store.returns({ reporter: '甲区' });
    expect(first?.entries[0]?.at).toEqual({ source: '甲1.xlsx', part: '月报表', row: 6, column: 9 });
    expect(first?.provenance).toMatchObject({ formVersion: '1', formPlan: digest, source: { name: '甲1.xlsx' } });
    expect(await store.document(first?.provenance.source.sha256 ?? '')).toEqual(files['甲1']);
    const again = await take(store, ['局.xlsx', '甲1.xlsx', '乙.xlsx']);
    expect(again.saved?.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await contents(store)).toEqual(before);
    await store.close();
  });

  it('makes revisions in the order in which different files first came, however often they come again', async () => {
    const store = await withPlan(await fresh());
    await store.close();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('甲1', '甲2', '甲3'), { minLength: 1, maxLength: 7 }),
        async (order) => {
          const own = await withPlan(await fresh());
          for (const name of order) await take(own, [`${name}.xlsx`]);
          const arrived = [...new Set(order)];
          const revisions = await own.revisions({ reporter: '甲区' });
          expect(revisions.map(({ revision, source }) => [revision, source.name])).toEqual(
            arrived.map((name, index) => [index + 1, `${name}.xlsx`]),
          );
          await own.close();
        },
      ),
      { numRuns: runs(6) },
    );
  });

  it('refuses rivals that come together, and takes them one after the other', async () => {
    const store = await withPlan(await fresh());
    for (const pair of [
      ['甲1.xlsx', '甲2.xlsx'],
      ['甲2.xlsx', '甲1.xlsx'],
    ]) {
      const { files: found, saved } = await take(store, pair);
      expect(saved).toBeNull();
      expect(found.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
        ['return-competing'],
        ['return-competing'],
      ]);
    }
    expect(await contents(store)).toEqual([]);
    await take(store, ['甲2.xlsx']);
    const { saved } = await take(store, ['甲1.xlsx']);
    expect(saved?.map(({ outcome, revision }) => [outcome, revision])).toEqual([['revised', 2]]);
    await store.close();
  });

  it('keeps with a return what is said of its printed rates, which are not stored', async () => {
    const store = await withPlan(await fresh());
    const text = '月份,填报单位,目标编号,累计完成,单位,完成率\n2023-06,甲区,1.1,3,座,75%\n2023-06,甲区,2.1,50,个,20%';
    writeFileSync(join(work, '率.csv'), text);
    await take(store, ['率.csv']);
    const { returns, diagnostics } = await store.month('2023-06');
    expect(returns[0]?.entries.map(({ printedRate }) => printedRate)).toEqual([undefined, undefined]);
    expect(diagnostics.map((d) => [d.code, d.severity, d.about.target, d.about.period])).toEqual([
      ['printed-rate', 'warning', '2.1', '2023-06'],
    ]);
    await store.close();
  });

  it('weighs what it finds by the settings, and lets what was accepted so into the month', async () => {
    const store = await withPlan(await fresh());
    writeFileSync(
      join(work, '超.csv'),
      '月份,填报单位,目标编号,累计完成,单位\n2023-06,甲区,1.1,5,座\n2023-06,甲区,2.1,50,个',
    );
    const checks = { 'above-task': 'error' } as const;
    const settings = settingsSchema.parse({ checks });
    const refused = await take(store, ['超.csv'], { settings });
    expect(refused.saved).toBeNull();
    expect(refused.files[0]?.diagnostics.map(({ code }) => code)).toEqual(['above-task']);
    const accepted = await take(store, ['超.csv'], { settings, acceptPartial: true });
    expect(accepted.files[0]?.returns[0]?.entries.map(({ target }) => target)).toEqual(['2.1']);
    const { diagnostics } = await store.month('2023-06');
    expect(graded(diagnostics, checks).map(({ code, severity }) => [code, severity])).toEqual([
      ['above-task', 'warning'],
    ]);
    await store.close();
  });

  it('stores nothing where anything is wrong, until the good entries alone are asked for', async () => {
    const store = await withPlan(await fresh());
    const form = formOf('甲区', { digest });
    const bytes = await returnedForm(form, (open) => {
      for (const row of form.rows.keys()) open.cell(row, 'cumulative').value = row === 1 ? '约3' : 2;
    });
    writeFileSync(join(work, '错.xlsx'), bytes);
    writeFileSync(join(work, '坏.xlsx'), 'PK');
    const names = ['错.xlsx', '坏.xlsx', '乙.xlsx'];
    const refused = await take(store, names);
    expect(refused.saved).toBeNull();
    expect(refused.files.map(({ returns }) => returns.map(({ entries }) => entries.length))).toEqual([[3], [], [4]]);
    expect(await contents(store)).toEqual([]);
    const accepted = await take(store, names, { acceptPartial: true });
    expect(accepted.saved?.map(({ reporter, outcome }) => [reporter, outcome])).toEqual([
      ['甲区', 'stored'],
      ['乙县', 'stored'],
    ]);
    const { returns, diagnostics } = await store.month('2023-06');
    expect(returns.map(({ entries }) => entries.map(({ target }) => target))).toEqual([
      ['1.1', '2.1', '3.1'],
      ['1.1', '1.2', '2.1', '3.1'],
    ]);
    // What was left out is told with the month, but does not stop it.
    expect(diagnostics.map(({ code, severity, at }) => [code, severity, at?.row])).toEqual([
      ['return-figure-unreadable', 'warning', 7],
    ]);
    expect(diagnostics[0]?.hint['zh-CN']).toContain('没有采用');
    await store.close();
  });
});

describe('folders and archives', () => {
  it('are read with all that is in them, names in GBK too, except what programs leave behind', async () => {
    const store = await withPlan(join(work, 'folders', 'jianbao.db'));
    const folder = join(work, '回收');
    mkdirSync(join(folder, '区县'), { recursive: true });
    writeFileSync(join(folder, '区县', '甲区.xlsx'), files['甲1'] as Uint8Array);
    writeFileSync(join(folder, '区县', '~$甲区.xlsx'), 'lock');
    writeFileSync(join(folder, 'Thumbs.db'), 'x');
    writeFileSync(join(folder, '其他.zip'), gbkZip('乙县.xlsx', files['乙'] as Uint8Array));
    const { files: found, saved } = await take(store, ['回收']);
    expect(found.map(({ name, diagnostics }) => [name, diagnostics.length])).toEqual([
      ['其他.zip/乙县.xlsx', 0],
      ['区县/甲区.xlsx', 0],
    ]);
    expect(saved?.map(({ reporter }) => reporter)).toEqual(['乙县', '甲区']);
    expect((await store.returns({ reporter: '乙县' }))[0]?.entries[0]?.at.source).toBe('其他.zip/乙县.xlsx');
    await store.close();
  });

  it('that cannot be trusted are refused, and so is what is packed twice', async () => {
    const store = await withPlan(join(work, 'bombs', 'jianbao.db'));
    const bomb = zipSync({ '甲.xlsx': new Uint8Array(64 * 1024 * 1024) });
    const inner = zipSync({ '甲.xlsx': files['甲1'] as Uint8Array });
    for (const [name, bytes, code] of [
      ['炸弹.zip', bomb, 'file-too-large'],
      ['空.zip', zipSync({}), 'archive-empty'],
      ['出界.zip', zipSync({ '../甲.xlsx': inner }), 'file-unsafe'],
      ['两层.zip', zipSync({ '内.zip': inner }), 'file-kind'],
      ['损坏.zip', inner.subarray(0, inner.length - 30), 'file-damaged'],
    ] as const) {
      writeFileSync(join(work, name), bytes);
      const { files: found, saved } = await take(store, [name]);
      expect([name, saved, ...found.flatMap(({ diagnostics }) => diagnostics.map((d) => d.code))]).toEqual([
        name,
        null,
        code,
      ]);
    }
    expect(await contents(store)).toEqual([]);
    await store.close();
  });
});

/** A zip as Chinese Windows packs it: the name in GBK, without a word about it. */
function gbkZip(name: string, bytes: Uint8Array): Uint8Array {
  const gbk: Readonly<Record<string, readonly number[]>> = { 乙: [0xd2, 0xd2], 县: [0xcf, 0xd8] };
  const inGbk = [...name].flatMap((character) => gbk[character] ?? [character.charCodeAt(0)]);
  const plain = 'x'.repeat(inGbk.length);
  const zip = zipSync({ [plain]: bytes });
  const from = Buffer.from(plain);
  for (let at = Buffer.from(zip).indexOf(from); at >= 0; at = Buffer.from(zip).indexOf(from, at + 1))
    zip.set(inGbk, at);
  return zip;
}
