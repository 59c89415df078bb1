import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownTemplates } from '../../src/house-style/house-style.ts';
import { gb2312, gbk, isCommon } from '../../templates/fonts/character-sets.ts';

const folder = join(ownTemplates, 'fonts');
const bytesOf = (name: string) => readFileSync(join(folder, name));

interface Font {
  readonly characterSet: readonly number[];
  readonly 'OS/2': { readonly fsType: Readonly<Record<string, boolean>> };
  readonly directory: { readonly tables: Readonly<Record<string, { readonly length: number }>> };
  getName(key: string): string | null;
}
// It has no types of its own.
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): Font };
const fonts = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => [name, fontkit.create(bytesOf(name))]),
);
const charactersOf = (name: string) =>
  new Set((fonts.get(name)?.characterSet ?? []).map((code) => String.fromCodePoint(code)));
const lacking = (has: ReadonlySet<string>, wanted: Iterable<string>) => [...wanted].filter((c) => !has.has(c));
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

const weights = ['NotoSerifSC-Regular.ttf', 'NotoSerifSC-Bold.ttf', 'NotoSansSC-Bold.ttf'];

describe('the fonts that come with the program', () => {
  it('are the ones that the script made', () => {
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const found = [...fonts.keys()].map(
      (name) => `${createHash('sha256').update(bytesOf(name)).digest('hex')}  ${name}`,
    );
    expect(found.sort()).toEqual([...sums].sort());
    expect([...fonts.keys()].sort()).toEqual([...weights, 'NotoSerifSC-Rare.ttf'].sort());
  });

  it.each(weights)('%s has GB 2312, Latin-1, Greek, full-width forms and every mark that we print', (name) => {
    expect(gb2312.size).toBeGreaterThan(7_400);
    const has = charactersOf(name);
    expect(lacking(has, gb2312)).toEqual([]);
    expect(lacking(has, [...range(0x20, 0x7e), ...range(0xa1, 0xff), ...range(0xff01, 0xff5e)])).toEqual([]);
    const greek = [...range(0x391, 0x3a1), ...range(0x3a3, 0x3a9), ...range(0x3b1, 0x3c9)];
    const marks = '●◎○△▲■□★☆→—–…·•“”‘’《》（）①②⑩⑳㎡℃‰±×÷≤≥≠≈√№ⅠⅫⅰⅻ㈠㈩々〇￥';
    expect(lacking(has, [...greek, ...marks])).toEqual([]);
    expect([...has].filter((character) => !isCommon(character))).toEqual([]);
  });

  it('have every ideograph of the URO and of extension A, and those beyond that the source has', () => {
    const rare = charactersOf('NotoSerifSC-Rare.ttf');
    expect([...rare].filter(isCommon)).toEqual([]);
    const both = new Set([...charactersOf('NotoSerifSC-Regular.ttf'), ...rare]);
    expect(lacking(both, [...range(0x4e00, 0x9fff), ...range(0x3400, 0x4dbf), ...'䶮㛃喆𫖯𬭩𫟹'])).toEqual([]);
    expect([...rare].filter((character) => (character.codePointAt(0) ?? 0) > 0xffff).length).toBeGreaterThan(200);
    // The one character of GBK that Noto does not have.
    expect(lacking(both, gbk)).toEqual(['≒']);
  });

  it.each([...weights, 'NotoSerifSC-Rare.ttf'])('%s may be embedded and cut, and names its licence', (name) => {
    const font = fonts.get(name);
    expect(Object.values(font?.['OS/2'].fsType ?? { none: true })).not.toContain(true);
    expect(font?.getName('license')).toContain('SIL Open Font License');
    expect(font?.getName('copyright')).toContain('Adobe');
    expect(readFileSync(join(folder, 'OFL.txt'), 'utf8')).toContain(font?.getName('copyright'));
    expect(Object.keys(font?.directory.tables ?? {}).sort()).toEqual(
      ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'].sort(),
    );
  });
});
