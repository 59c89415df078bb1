import fc from 'fast-check';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SnapshotError } from '../../src/model/errors/snapshot-error.ts';
import { ratio } from '../../src/model/exact.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { judgeMonth, type MonthReadings, readMonth } from '../../src/month/pipeline.ts';
import { asOf, sourcesOf } from '../../src/snapshot/as-of.ts';
import { plainJson } from '../../src/snapshot/plain-json.ts';
import { original, type Snapshot } from '../../src/snapshot/snapshot.ts';
import { freeze, hashOf, thaw } from '../../src/snapshot/snapshot-file.ts';
import { sampleSources } from '../support/plan-2023.ts';
import { theme } from '../support/theme.ts';

const sources = sampleSources('2023-06');
const settings = settingsSchema.parse({});
const all = readMonth(sources);

function snapshotOf(readings: MonthReadings, issued = '2023-07-05'): Snapshot {
  const style = { texts: { 'theme.yaml': 'x' }, fonts: {} };
  return {
    layout: 1,
    inputs: { program: '0.1.0', period: '2023-06', issued, settings, readings, sources: [], style },
    edition: original,
  };
}

describe('a frozen month', () => {
  const frozen = freeze(snapshotOf(asOf(all, '2023-06')));

  it('is judged as the month that was read', () => {
    const asked = { period: '2023-06', settings, marks: theme.marks, issued: null } as const;
    const { month, diagnostics } = judgeMonth(frozen.snapshot.inputs.readings, asked);
    const read = judgeMonth(all, asked);
    expect(diagnostics).toEqual(read.diagnostics);
    expect(month).toEqual(read.month);
  });

  it('comes back from its file, and the file from it', () => {
    expect(thaw(frozen.bytes, frozen.hash)).toEqual(frozen);
    expect(freeze(frozen.snapshot)).toEqual(frozen);
    expect(hashOf(frozen.bytes)).toBe(frozen.hash);
  });

  it('has another hash as soon as one thing in it is another', () => {
    const { inputs } = frozen.snapshot;
    const others: Snapshot[] = [
      snapshotOf(inputs.readings, '2023-07-06'),
      { ...frozen.snapshot, inputs: { ...inputs, program: '0.1.1' } },
      { ...frozen.snapshot, inputs: { ...inputs, style: { texts: { 'theme.yaml': 'y' }, fonts: {} } } },
      { ...frozen.snapshot, inputs: { ...inputs, settings: settingsSchema.parse({ issuer: '市督查室' }) } },
      { ...frozen.snapshot, edition: { ...original, number: 1 } },
    ];
    expect(new Set([frozen.hash, ...others.map((one) => freeze(one).hash)]).size).toBe(1 + others.length);
  });

  it('is the same whatever came in for later months, and after earlier ones changes', () => {
    const until = (last: string) => ({
      ...sources,
      returns: sources.returns.filter(({ name }) => name <= `progress/2023-${last}.csv`),
    });
    const hash = (last: string) => freeze(snapshotOf(asOf(readMonth(until(last)), '2023-06'))).hash;
    expect(hash('06')).toBe(frozen.hash);
    // August has a return in another unit, which stops August and must not touch June.
    expect(hash('08')).toBe(frozen.hash);
    const fewer = { ...sources, returns: sources.returns.filter(({ name }) => name !== 'progress/2023-03.csv') };
    expect(freeze(snapshotOf(asOf(readMonth(fewer), '2023-06'))).hash).not.toBe(frozen.hash);
  });

  it('keeps all returns of a month that has none, for the refusal to name the others', () => {
    expect(asOf(all, '2024-01')).toEqual(all);
  });

  it('names the files that it rests on', () => {
    const files = [...sources.returns.map(({ name }) => name), sources.plan.name, 'columns.yaml'].map((path) => ({
      path,
      sha256: sha256(path),
      bytes: 1,
    }));
    expect(sourcesOf(asOf(all, '2023-06'), files).map(({ path }) => path)).toEqual([
      ...['01', '02', '03', '04', '05', '06'].map((month) => `progress/2023-${month}.csv`),
      '附件2-2023.txt',
    ]);
  });

  const repacked = (change: (text: string) => string) => gzipSync(strToU8(change(strFromU8(gunzipSync(frozen.bytes)))));

  it.each([
    ['with another figure', repacked((text) => text.replace('"value":"210"', '"value":"211"'))],
    ['with a character more', repacked((text) => `${text} `)],
    ['cut off', frozen.bytes.subarray(0, -20)],
    ['that is empty', new Uint8Array()],
    ['that is no snapshot', strToU8('快照')],
  ])('is refused %s', (_, bytes) => {
    expect(() => thaw(bytes, frozen.hash)).toThrow(SnapshotError);
    expect(() => thaw(bytes, frozen.hash)).toThrow(/已损坏或被改动过/);
  });

  it('is refused in another layout, whatever else it says', () => {
    const text = strFromU8(gunzipSync(frozen.bytes)).replace('"layout":1', '"layout":2');
    const problem = () => thaw(gzipSync(strToU8(text)), sha256(text));
    expect(problem).toThrow(/另一版本的程序/);
  });

  it('is packed as it was, and says so of a file that was only packed anew', () => {
    const again = gzipSync(strToU8(strFromU8(gunzipSync(frozen.bytes))), { level: 1 });
    expect(thaw(again, frozen.hash).snapshot).toEqual(frozen.snapshot);
  });
});

describe('plain JSON', () => {
  it('gives back what was put in, for any plain data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(!plainJsonOf(value).includes('-0'));
        expect(JSON.parse(plainJson(value))).toEqual(value);
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['an exact number', { a: [{ rate: ratio(1, 3) }] }, '.a[0].rate'],
    ['a map', { map: new Map([[1, 2]]) }, '.map'],
    ['a number that is none', [Number.NaN], '[0]'],
    ['a hole', [undefined], '[0]'],
    ['a function', { f: () => 1 }, '.f'],
    ['a date', new Date(0), 'the top'],
  ])('refuses %s, which would not come back', (_, value, path) => {
    expect(() => plainJson(value)).toThrow(new RegExp(`at ${path.replaceAll(/[[\].]/g, '\\$&')}`));
  });

  it('leaves out what is not there', () => {
    expect(plainJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});

function plainJsonOf(value: unknown): string {
  return JSON.stringify(value, (_, part) => (Object.is(part, -0) ? '-0' : part));
}
