import { describe, expect, it } from 'vitest';
import { run } from '../../../src/model/text.ts';
import { cellPadding, textHeight, textWidth } from '../../../src/writers/xlsx/text-size.ts';

/** A column that holds five characters of 10.5 pt on a line. */
const fiveCharacters = 5 * 2 + cellPadding;

/** Lines that the height has room for; their distance is that of two heights. */
function lines(text: string, size = 10.5, width = fiveCharacters): number {
  const one = textHeight([run('一')], size, 100);
  const step = (textHeight([run('一\n'.repeat(100))], size, 100) - one) / 100;
  return Math.round((textHeight([run(text)], size, width) - one) / step) + 1;
}

describe('text in cells', () => {
  it('counts a Chinese character of 10.5 pt as two units and grows with the size', () => {
    expect(textWidth('民生实事', 10.5)).toBe(8);
    expect(textWidth('民生实事', 21)).toBe(16);
    expect(textWidth('民生\n实事项目', 10.5)).toBe(8);
    expect(textWidth('1234', 10.5)).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['', 1],
    ['一二三四五', 1],
    ['一二三四五六', 2],
    ['一\n\n二', 3],
    // The comma may not begin the second line and takes a character along.
    ['一二三四五，六七八九', 3],
    // The bracket may not end the first line.
    ['一二三四（五六七）八', 3],
    // A word goes down whole, a longer one is broken.
    ['一二三1000个', 2],
    ['abcdefghijklmnopqrstuvwxyz', 3],
  ])('breaks %j into %i lines of five characters', (text, expected) => {
    expect(lines(text)).toBe(expected);
  });

  it('needs fewer lines at a smaller size', () => {
    expect(lines('一二三四五六七八九十', 5.25)).toBe(1);
  });

  it('gives a line at least the height that fallback fonts take', () => {
    expect(textHeight([run('一')], 16, 100)).toBeGreaterThanOrEqual(16 * 1.448);
  });
});
