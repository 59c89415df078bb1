import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/model/mentions.ts';
import { parseQuantity } from '../../src/model/quantity.ts';

const found = (name: string, ...targets: string[]) =>
  mentionsIn(name, targets.map(parseQuantity)).map(({ text, targets }) => `${text} → ${targets.join('+')}`);

describe('the figures of a name', () => {
  it.each([
    ['新增学位6.1万个、学校72所', ['72所', '61000个'], ['6.1万个 → 1', '72所 → 0']],
    ['新增托位1,000个，培训1，200人次', ['1000个', '1200人次'], ['1,000个 → 0', '1，200人次 → 1']],
    ['线路90条，停靠50条', ['30条', '20条', '40条', '50条'], ['90条 → 0+1+2', '50条 → 3']],
    ['5G基站3个，3个示范点', ['3个', '3个'], ['3个 → 0', '3个 → 1']],
    ['建桥9座', ['3座'], ['9座 → ']],
    ['12345热线', ['3座'], []],
  ])('of %s', (name, targets, expected) => expect(found(name, ...targets)).toEqual(expected));

  it('are found in time in a project of thousands of targets', () => {
    const name = Array.from({ length: 500 }, (_, i) => `建桥${i + 3}座`).join('，');
    const started = performance.now();
    expect(found(name, ...Array.from({ length: 5000 }, (_, i) => `${i % 40}座`))).toHaveLength(500);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
