import { beforeEach, describe, expect, it } from 'vitest';
import { badFigure } from '../../src/returns/problems.ts';
import { connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { onEachDatabase } from './support/databases.ts';
import { planOf } from './support/plan.ts';
import { bytesOf, entryOf, fileOf, now, placeOf, returnOf, returnsIn } from './support/samples.ts';

onEachDatabase('the store', (fresh) => {
  let url: string;
  let store: Store;
  beforeEach(async () => {
    url = await fresh();
    store = await openStore(url, { now });
    return () => store.close();
  });

  const january = {
    plan: planOf('2023年计划'),
    file: fileOf('附件2.txt'),
    effective: '2023-01',
    documentNumber: null,
  } as const;
  const july = {
    plan: planOf('2023年计划（调整）'),
    file: fileOf('调整.txt'),
    effective: '2023-07',
    documentNumber: '杭政办〔2023〕8号',
  } as const;

  describe('plans', () => {
    it('of which the one that became effective last is in force', async () => {
      expect(await store.savePlan(january, now)).toEqual({ outcome: 'stored', year: 2023, version: 1 });
      expect(await store.savePlan(july, now)).toEqual({ outcome: 'stored', year: 2023, version: 2 });
      const corrected = { ...january, plan: planOf('2023年计划（勘误）'), file: fileOf('勘误.txt') };
      expect(await store.savePlan(corrected, now)).toEqual({ outcome: 'stored', year: 2023, version: 3 });
      const inForce = async (period: `${number}-${number}`) => (await store.plan(period))?.version ?? null;
      expect(await inForce('2022-12')).toBeNull();
      expect(await inForce('2023-01')).toBe(3);
      expect(await inForce('2023-06')).toBe(3);
      expect(await inForce('2023-07')).toBe(2);
      expect(await inForce('2023-12')).toBe(2);
      expect(await inForce('2024-01')).toBeNull();
    });

    it('once, and again where they differ from what holds', async () => {
      await store.savePlan(january, now);
      expect(await store.savePlan({ ...january, file: fileOf('又一份.txt') }, now)).toEqual({
        outcome: 'unchanged',
        year: 2023,
        version: 1,
      });
      await store.savePlan({ ...january, plan: july.plan }, now);
      expect(await store.savePlan(january, now)).toEqual({ outcome: 'stored', year: 2023, version: 3 });
    });

    it('with everything that is known about them', async () => {
      const found = badFigure({ text: '约3', target: '1.1' }, { source: '附件2.txt', part: '表1', row: 3, column: 5 });
      await store.savePlan({ ...july, file: fileOf('调整.txt', '内容', [found]) }, now);
      const stored = await store.plan('2023-08');
      expect(stored?.plan).toEqual(july.plan);
      expect(stored?.diagnostics).toEqual([found]);
      expect(stored).toMatchObject({ effective: '2023-07', documentNumber: july.documentNumber, version: 1 });
      expect(await store.document(stored?.source.sha256 ?? '')).toEqual(bytesOf('内容'));
      expect(
        (await store.planVersions(2023)).map(({ version, source }) => [version, source.name, source.readAt]),
      ).toEqual([[1, '调整.txt', now]]);
      expect((await store.planVersion(2023, 1))?.plan).toEqual(july.plan);
      expect(await store.planVersion(2023, 2)).toBeNull();
      expect(await store.document('0'.repeat(64))).toBeNull();
    });

    it('of one year only from a month of that year', async () => {
      await expect(store.savePlan({ ...january, effective: '2024-01' }, now)).rejects.toThrow('任务分解表是2023年的');
      expect(await store.planVersions(2024)).toEqual([]);
    });
  });

  describe('returns', () => {
    it('with each figure, mark and blank as it was, and its place', async () => {
      const entries = [
        entryOf('1.1', '4.50', { remark: '说明，“引号”\n换行' }),
        entryOf('1.2', '0'),
        ...['无任务', '未报送', '—', ''].map((mark) => entryOf('1.3', null, { mark })),
        entryOf('2.1', '3', { column: '乙县', fallReason: '核减', problems: '', nextSteps: '加快𠀀' }),
        entryOf('2.2', null, { mark: '全部开工', at: { source: '表.xlsx', part: '甲区', row: 7, column: null } }),
      ];
      const given = returnOf('甲区', null, { entries, sample: true });
      const file = {
        ...returnsIn('甲区.xlsx', given),
        receivedAt: '2023-07-02T00:00:00.000Z',
        formVersion: '1',
        formPlan: 'ab',
      };
      await store.saveReturns([file], now);
      const [stored] = await store.returns({});
      const { provenance, ...kept } = stored ?? {};
      expect(kept).toEqual(given);
      expect(provenance).toMatchObject({
        receivedAt: '2023-07-02T00:00:00.000Z',
        formVersion: '1',
        formPlan: 'ab',
        source: { name: '甲区.xlsx', readAt: now },
      });
    });

    it('once: the same file again changes nothing', async () => {
      const files = [returnsIn('六月.csv', returnOf('甲区', '3'), returnOf('乙县', '4'))];
      expect((await store.saveReturns(files, now)).map((saved) => saved.outcome)).toEqual(['stored', 'stored']);
      const before = await store.returns({});
      expect(await store.saveReturns(files, '2023-08-01T00:00:00.000Z')).toEqual([
        { outcome: 'unchanged', period: '2023-06', reporter: '甲区', revision: 1, counts: 1 },
        { outcome: 'unchanged', period: '2023-06', reporter: '乙县', revision: 1, counts: 1 },
      ]);
      expect(await store.returns({})).toEqual(before);
    });

    it('that say something else as the next revision, and only those', async () => {
      await store.saveReturns([returnsIn('一.csv', returnOf('甲区', '3'), returnOf('乙县', '4'))], now);
      const again = [returnsIn('二.csv', returnOf('甲区', '5'), returnOf('乙县', '4'))];
      expect(await store.saveReturns(again, now)).toEqual([
        { outcome: 'revised', period: '2023-06', reporter: '甲区', revision: 2, counts: 2 },
        { outcome: 'unchanged', period: '2023-06', reporter: '乙县', revision: 1, counts: 1 },
      ]);
      const history = await store.revisions({ reporter: '甲区' });
      expect(history.map(({ revision, source }) => [revision, source.name])).toEqual([
        [1, '一.csv'],
        [2, '二.csv'],
      ]);
      expect((await store.revisions({ reporter: '乙县' })).map(({ source }) => source.name)).toEqual(['一.csv']);
    });

    it.each([
      ['the next number where none is named', [null, null], ['3', '4'], [1, 2]],
      ['nothing new where one without a number repeats the last', [null, null], ['3', '3'], [1, 1]],
      ['the number that is named, in whatever order they come', [2, 1], ['4', '3'], [2, 1]],
      ['a named number that repeats the figures before', [1, 2, 3], ['3', '4', '3'], [1, 2, 3]],
      ['the next number where the named one has other figures', [1, 2, 1], ['3', '4', '5'], [1, 2, 3]],
      ['nothing new where a named number has these figures', [1, 2, 1], ['3', '4', '3'], [1, 2, 1]],
    ])('under %s', async (_, numbers, values, expected) => {
      const got: number[] = [];
      for (const [index, revision] of numbers.entries()) {
        const file = returnsIn(`${index}.csv`, returnOf('甲区', values[index] as string, { revision }));
        for (const saved of await store.saveReturns([file], now)) got.push(saved.revision);
      }
      expect(got).toEqual(expected);
      const stored = await store.returns({ reporter: '甲区' });
      expect(new Map(stored.map((one) => [one.revision, one.entries[0]?.cumulative?.value]))).toEqual(
        new Map(expected.map((revision, index) => [revision, values[index]])),
      );
    });

    const june = { period: '2023-06', reporter: '甲区' } as const;
    const slip = { by: '督查室联络员', because: '误报', withdrawn: '2023-07-03' };
    const take = async (name: string, value: string, more = {}, readmitted = false) => {
      const file = { ...returnsIn(name, returnOf('甲区', value, { revision: null, ...more })), readmitted };
      const [saved] = await store.saveReturns([file], now);
      return [saved?.outcome, saved?.revision, saved?.counts];
    };

    it('that are withdrawn: they stay, and the one before counts, or none', async () => {
      await take('一.csv', '3');
      await take('二.csv', '4');
      const before = await store.returns({});
      expect(await store.withdrawReturn({ ...june, revision: 3 }, slip, now)).toBe(false);
      expect(await store.withdrawReturn({ ...june, revision: 2 }, slip, now)).toBe(true);
      expect(await store.withdrawReturn({ ...june, revision: 2 }, { ...slip, because: '又' }, now)).toBe(false);
      expect(await store.returns({})).toEqual([before[0]]);
      expect((await store.month('2023-06')).returns).toEqual([before[0]]);
      const [second] = await store.returns({ withdrawn: true });
      expect(second).toEqual({ ...before[1], provenance: { ...before[1]?.provenance, withdrawal: slip } });
      await store.withdrawReturn({ ...june, revision: 1 }, slip, now);
      expect([await store.revisions({}), (await store.month('2023-06')).documents]).toEqual([[], []]);
      expect(await store.ledger.audit.list({})).toMatchObject(
        [2, 1].map((revision) => {
          const subject = `2023-06/甲区/${revision}`;
          return { by: slip.by, action: 'return.withdrawn', subject, detail: { because: '误报' } };
        }),
      );
      await expect(store.withdrawReturn({ ...june, revision: 1 }, { ...slip, by: '\0' }, now)).rejects.toMatchObject({
        name: 'DataError',
      });
    });

    it('that were withdrawn, again only on purpose, as a new revision', async () => {
      await take('一.csv', '3');
      await take('二.csv', '4');
      await store.withdrawReturn({ ...june, revision: 2 }, slip, now);
      // The same file, and another that says the same: a longer list, or a form that was saved anew.
      for (const name of ['二.csv', '三.csv']) expect(await take(name, '4')).toEqual(['withdrawn', 2, 1]);
      expect(await take('一.csv', '3')).toEqual(['unchanged', 1, 1]);
      expect(await take('三.csv', '4', { revision: 3 })).toEqual(['revised', 3, 3]);
      await store.withdrawReturn({ ...june, revision: 3 }, slip, now);
      await store.withdrawReturn({ ...june, revision: 1 }, slip, now);
      expect(await take('二.csv', '4')).toEqual(['withdrawn', 3, null]);
      expect(await take('二.csv', '4', {}, true)).toEqual(['stored', 4, 4]);
      expect(await take('四.csv', '5')).toEqual(['revised', 5, 5]);
      expect(await take('二.csv', '4')).toEqual(['unchanged', 4, 5]);
      // Wanted or not: what was not withdrawn is taken as ever.
      expect(await take('四.csv', '5', {}, true)).toEqual(['unchanged', 5, 5]);
    });

    it('in another order of rows as the same return', async () => {
      const entries = [entryOf('1.1', '3'), entryOf('1.2', '4')];
      await store.saveReturns([returnsIn('一.csv', returnOf('甲区', null, { entries }))], now);
      const turned = returnOf('甲区', null, { entries: entries.toReversed() });
      expect((await store.saveReturns([returnsIn('二.csv', turned)], now))[0]?.outcome).toBe('unchanged');
    });

    it('all or none', async () => {
      const impossible = returnOf('乙县', '3', { entries: [entryOf('1.1', '3', { mark: '无任务' })] });
      const files = [returnsIn('一.csv', returnOf('甲区', '3')), returnsIn('二.csv', impossible)];
      await expect(store.saveReturns(files, now)).rejects.toThrow(/figure_or_mark/);
      expect(await store.returns({})).toEqual([]);
      expect((await store.saveReturns([files[0] as (typeof files)[0]], now))[0]?.outcome).toBe('stored');
    });

    it.each(['尾\ud800', '\0'])('unless a text cannot be stored: %j', async (remark) => {
      const bad = returnOf('甲区', '3', { entries: [entryOf('1.1', '3', { remark })] });
      await expect(store.saveReturns([returnsIn('一.csv', bad)], now)).rejects.toMatchObject({
        name: 'DataError',
        diagnostics: [{ code: 'text-not-storable', at: { source: '月报.csv', row: 2 } }],
      });
      expect(await store.returns({})).toEqual([]);
    });

    it('that are listed by month and reporter, in the order of storing', async () => {
      const of = (period: `${number}-${number}`, reporter: string) => returnOf(reporter, '3', { period });
      await store.saveReturns([returnsIn('一.csv', of('2023-06', '甲区'), of('2023-05', '乙县'))], now);
      await store.saveReturns([returnsIn('二.csv', of('2023-04', '甲区'), of('2023-12', '甲区'))], now);
      const list = async (which: Parameters<Store['revisions']>[0]) =>
        (await store.revisions(which)).map(({ period, reporter }) => `${period} ${reporter}`);
      expect(await list({})).toEqual(['2023-06 甲区', '2023-05 乙县', '2023-04 甲区', '2023-12 甲区']);
      expect(await list({ from: '2023-05', to: '2023-06' })).toEqual(['2023-06 甲区', '2023-05 乙县']);
      expect(await list({ reporter: '甲区', to: '2023-06' })).toEqual(['2023-06 甲区', '2023-04 甲区']);
    });
  });

  describe('a month', () => {
    const found = (row: number) =>
      badFigure({ text: '约3', target: '1.1' }, { source: '月报', part: null, row, column: 6 }, { period: '2023-06' });
    const of = (name: string, rows: number[], ...returns: ReturnType<typeof returnOf>[]) => ({
      file: fileOf(name, name, rows.map(found)),
      returns,
    });

    it('with what was found in the files that count, each file once', async () => {
      await store.savePlan(january, now);
      const may = { period: '2023-05' } as const;
      const files = [
        of('五月.csv', [1], returnOf('甲区', '1', may), returnOf('乙县', '1', may)),
        of('六月.csv', [2], returnOf('甲区', '2'), returnOf('乙县', '2')),
        of('更正.csv', [3], returnOf('甲区', '3', { revision: 2 })),
        of('七月.csv', [4], returnOf('甲区', '4', { period: '2023-07' })),
      ];
      await store.saveReturns(files, now);
      const month = await store.month('2023-06');
      expect(month.plan?.version).toBe(1);
      expect(month.returns.map((one) => one.period)).toEqual([
        '2023-05',
        '2023-05',
        '2023-06',
        '2023-06',
        '2023-06',
        '2023-07',
      ]);
      expect(month.diagnostics).toEqual([found(1), found(2), found(3)]);
      expect(month.documents.map(({ name, size }) => [name, size])).toEqual([
        ['附件2.txt', 11],
        ['五月.csv', 10],
        ['六月.csv', 10],
        ['更正.csv', 10],
      ]);
      await store.saveReturns(
        [of('更正二.csv', [], returnOf('甲区', '3', { revision: 3 }), returnOf('乙县', '5', { revision: 2 }))],
        now,
      );
      expect((await store.month('2023-06')).diagnostics).toEqual([found(1)]);
    });

    it('without what was wrong with a figure that was given anew', async () => {
      const wrong = (column: string, target: string) =>
        badFigure({ text: '约3', target }, placeOf('六月', 2), { period: '2023-06', column, target });
      const diagnostics = [wrong('甲区', '1.1'), wrong('甲区', '1.2'), wrong('乙县', '1.1')];
      const june = {
        file: fileOf('六月.csv', '六月', diagnostics),
        returns: ['甲区', '乙县'].map((one) => returnOf(one, null)),
      };
      await store.saveReturns([june], now);
      expect((await store.month('2023-06')).diagnostics).toEqual(diagnostics);
      await store.saveReturns([returnsIn('更正.csv', returnOf('甲区', '3', { revision: 2 }))], now);
      expect((await store.month('2023-06')).diagnostics).toEqual(diagnostics.slice(1));
    });

    it('without what was found in a withdrawn return of a file whose others count', async () => {
      const wrong = (column: string) =>
        badFigure({ text: '约3', target: '1.2' }, placeOf('六月', 2), { period: '2023-06', column, target: '1.2' });
      const file = fileOf('六月.csv', '六月', ['甲区', '乙县'].map(wrong));
      await store.saveReturns([{ file, returns: [returnOf('甲区', '3'), returnOf('乙县', '4')] }], now);
      const slip = { by: '督查室联络员', because: '误报', withdrawn: '2023-07-03' };
      await store.withdrawReturn({ period: '2023-06', reporter: '甲区', revision: 1 }, slip, now);
      expect((await store.month('2023-06')).diagnostics).toEqual([wrong('乙县')]);
    });

    it('that is empty', async () => {
      expect(await store.month('2023-06')).toEqual({
        plan: null,
        returns: [],
        decisions: [],
        diagnostics: [],
        documents: [],
      });
    });
  });

  it('all of it when it is opened again', async () => {
    await store.savePlan(january, now);
    await store.saveReturns([returnsIn('一.csv', returnOf('甲区', '3'))], now);
    const before = await store.month('2023-06');
    const other = await openStore(url, { now });
    expect(await other.month('2023-06')).toEqual(before);
    await other.close();
  });

  it('what can be opened and read while another writes', async () => {
    await store.saveReturns([returnsIn('一.csv', returnOf('甲区', '3'))], now);
    const writer = await connect(url, false);
    await writer.write(async (db) => {
      await db.deleteFrom('figure').execute();
      const reader = await openStore(url, { now });
      expect((await reader.returns({}))[0]?.entries).toHaveLength(1);
      await reader.close();
    });
    expect((await store.returns({}))[0]?.entries).toHaveLength(0);
    await writer.close();
  });

  it('one writer at a time, in one program too', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, () => openStore(url, { now })));
    const files = Array.from({ length: 12 }, (_, i) =>
      returnsIn(`${i}.csv`, returnOf(`${i % 3}区`, String(i), { revision: null })),
    );
    const saved = await Promise.all(files.map((file, i) => (others[i % 4] as Store).saveReturns([file], now)));
    const revisions = saved.flat().map(({ reporter, revision }) => `${reporter}${revision}`);
    expect(new Set(revisions).size).toBe(12);
    expect(await store.returns({})).toHaveLength(12);
    await Promise.all(others.map((other) => other.close()));
  });
});
