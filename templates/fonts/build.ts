/**
 * `npm run fonts`: cuts the fonts of this folder out of the Noto packages anew, the same bytes every time, and writes
 * down their SHA-256. The packages are large and needed only here, so they are no dependencies; see `sources`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadFontSubsetter } from '../../src/house-style/font-subset.ts';
import { isCommon } from './character-sets.ts';

const sources = {
  serif: '@expo-google-fonts/noto-serif-sc@0.4.3',
  sans: '@expo-google-fonts/noto-sans-sc@0.4.3',
} as const;

/** Which characters of which file go into which font. */
const fonts = [
  { to: 'NotoSerifSC-Regular.ttf', source: 'serif', file: '400Regular/NotoSerifSC_400Regular.ttf', takes: isCommon },
  { to: 'NotoSerifSC-Rare.ttf', source: 'serif', file: '400Regular/NotoSerifSC_400Regular.ttf', takes: isRare },
  { to: 'NotoSerifSC-Bold.ttf', source: 'serif', file: '700Bold/NotoSerifSC_700Bold.ttf', takes: isCommon },
  { to: 'NotoSansSC-Bold.ttf', source: 'sans', file: '700Bold/NotoSansSC_700Bold.ttf', takes: isCommon },
] as const;

function isRare(character: string): boolean {
  return !isCommon(character);
}

const require = createRequire(import.meta.url);
/** It has no types of its own. */
const fontkit = require('fontkit') as { create(bytes: Uint8Array): { readonly characterSet: readonly number[] } };
const folder = new URL('../../node_modules/', import.meta.url);

/** Bytes of a file of an installed package of exactly the version that the fonts are made from. */
function sourceBytes(source: keyof typeof sources, file: string): Uint8Array {
  const [, name, version] = /^(.+)@(.+)$/.exec(sources[source]) as unknown as [string, string, string];
  const packageFile = new URL(`${name}/package.json`, folder);
  const found = existsSync(packageFile) ? (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }) : null;
  if (found?.version !== version) {
    console.error(
      `${sources[source]} is not installed. First run\n  npm install --no-save ${Object.values(sources).join(' ')}`,
    );
    process.exit(1);
  }
  return readFileSync(new URL(`${name}/${file}`, folder));
}

const subset = await loadFontSubsetter();
const sums: string[] = [];
for (const { to, source, file, takes } of fonts) {
  const bytes = sourceBytes(source, file);
  const characters = fontkit
    .create(bytes)
    .characterSet.map((code) => String.fromCodePoint(code))
    .filter(takes);
  const font = subset(bytes, characters);
  if (font === null) throw new Error(`${file} cannot be cut`);
  writeFileSync(fileURLToPath(new URL(to, import.meta.url)), font);
  sums.push(`${createHash('sha256').update(font).digest('hex')}  ${to}\n`);
  process.stdout.write(`${to}: ${characters.length} characters, ${(font.length / 1e6).toFixed(2)} MB\n`);
}
writeFileSync(fileURLToPath(new URL('SHA256SUMS', import.meta.url)), sums.join(''));
