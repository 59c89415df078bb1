import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadFontSubsetter } from '../../src/house-style/font-subset.ts';
import { ownTemplates } from '../../src/house-style/house-style.ts';

interface Font {
  readonly characterSet: readonly number[];
  glyphForCodePoint(code: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } };
}
// It has no types of its own.
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): Font };
const bytes = readFileSync(join(ownTemplates, 'fonts/NotoSerifSC-Rare.ttf'));
const subset = await loadFontSubsetter();

it('keeps the asked characters, drawn as before, and nothing else', () => {
  const cut = subset(bytes, '䶮喆𫖯A');
  const font = fontkit.create(cut ?? new Uint8Array());
  expect(font.characterSet.map((code) => String.fromCodePoint(code)).sort()).toEqual(['䶮', '喆', '𫖯'].sort());
  const before = fontkit.create(bytes);
  for (const character of '䶮喆𫖯') {
    const code = character.codePointAt(0) ?? 0;
    expect(font.glyphForCodePoint(code).path.toSVG()).toBe(before.glyphForCodePoint(code).path.toSVG());
  }
});

it('gives the same bytes each time, also by another instance', async () => {
  const cut = Buffer.from(subset(bytes, '䶮喆') ?? []);
  expect(cut.length).toBeGreaterThan(500);
  subset(bytes, '㛃'.repeat(3));
  expect(Buffer.compare(cut, subset(bytes, '喆䶮') ?? new Uint8Array())).toBe(0);
  const other = await loadFontSubsetter();
  expect(Buffer.compare(cut, other(bytes, '䶮喆') ?? new Uint8Array())).toBe(0);
});

it('says so when the bytes are no font', () => {
  expect(subset(new TextEncoder().encode('no font'), '字')).toBeNull();
});
