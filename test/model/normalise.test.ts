import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseText } from '../../src/model/normalise.ts';

it.each([
  [
    '新增公共场所 AED (自动体外除颤仪) 1000 台, 新(改)建综合性急救站 12 个',
    '新增公共场所AED（自动体外除颤仪）1000台，新（改）建综合性急救站12个',
  ],
  ['附件 2', '附件2'],
  ['富 阳 区', '富阳区'],
  ['５％以内', '5%以内'],
  ['2023-06-30', '2023-06-30'],
  ['a  b', 'a b'],
])('spells %j one way', (text, expected) => expect(normaliseText(text)).toBe(expected));

it('changes nothing a second time, and never a digit or a word', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123 .,()（），、：AB区县张 　“”%％１'), maxLength: 30 });
  fc.assert(
    fc.property(text, (raw) => {
      const once = normaliseText(raw);
      expect(normaliseText(once)).toBe(once);
      const words = (s: string) => s.replaceAll('１', '1').replace(/[^\dA-Z区县张]/g, '');
      expect(words(once)).toBe(words(raw));
    }),
  );
});
