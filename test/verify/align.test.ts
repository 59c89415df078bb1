import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/verify/align.ts';
import { misread } from '../../src/verify/fragments.ts';

const never = () => 0;

describe('align', () => {
  it('finds what is left of a list of different rows, whatever is missing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), fc.func(fc.boolean()), (rows, keep) => {
        const left = rows.filter(keep);
        expect(align(rows, left, never)).toEqual(left.map((row, found) => [rows.indexOf(row), found]));
      }),
    );
  });

  it('pairs changed rows by their likeness between those that hold the lists together', () => {
    const likeness = (i: number, j: number) => (i === j ? 0.6 : 0.1);
    expect(align(['a', 'b', 'c', 'd'], ['a', 'B', 'C', 'd'], likeness)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(align(['a', 'b', 'd'], ['a', 'x', 'd'], never)).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  it('pairs each row once and in order, in long lists too', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), fc.array(fc.nat(5)), (one, other) => {
        const pairs = align(one.map(String), other.map(String), (i, j) => (one[i] === other[j] ? 1 : 0));
        expect(pairs.every(([i, j]) => one[i] === other[j])).toBe(true);
        for (const side of [0, 1] as const) {
          const indices = pairs.map((pair) => pair[side]);
          expect(indices).toEqual([...new Set(indices)].sort((a, b) => a - b));
        }
      }),
    );
    const many = Array.from({ length: 20_000 }, (_, i) => `row ${i}`);
    expect(align(many, many.toSpliced(10_000, 5), never)).toHaveLength(19_995);
  });
});

describe('the parts of a cell', () => {
  it.each([
    ['the whole text', ['市民政局']],
    ['the text, and again with its mark', ['市民政局', '市民政局（续）', '市民政局（续）']],
    ['the text line by line', ['市民', '政局']],
    ['nothing of an empty cell', ['', '']],
  ])('are read: %s', (_, parts) => {
    expect(misread(parts.includes('') ? '' : '市民政局', parts, false)).toBeNull();
  });

  it.each([
    ['another text', ['市教育局'], { index: 0, expected: '市民政局' }],
    ['the text again without its mark', ['市民政局', '市民政局'], { index: 1, expected: '市民政局（续）' }],
    ['a line lost', ['市民', '局'], { index: 1, expected: '政局' }],
    ['the rest missing', ['市民'], { index: 0, expected: '市民政局' }],
    ['a blank where it goes on', ['市民政局', ''], { index: 1, expected: '市民政局（续）' }],
  ])('are not read: %s', (_, parts, wrong) => {
    expect(misread('市民政局', parts, false)).toEqual(wrong);
  });

  it('takes the end of a text longer than a page, with its mark, for the text again', () => {
    const text = '服务站'.repeat(200);
    const parts = [text.slice(0, 300), text.slice(300)];
    expect(misread(text, [...parts, '务站服务站（续）'], false)).toBeNull();
    // Without its mark, or with other words, it is no repetition.
    for (const wrong of ['务站服务站', '服务站', '务站服务局（续）'])
      expect(misread(text, [...parts, wrong], false)).toEqual({ index: 2, expected: `${text}（续）` });
  });

  it('may be blank in a sheet, where there is no room, but not all of them', () => {
    expect(misread('市民政局', ['', '市民政局', ''], true)).toBeNull();
    expect(misread('市民政局', ['', ''], true)).toEqual({ index: 1, expected: '市民政局' });
  });
});
