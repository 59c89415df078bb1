import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { share } from './share.ts';

/** One way of spoiling a file; numbers between 0 and 1 say where. No `part` is the largest, in which the table stands. */
export type Spoiling =
  | { readonly kind: 'byte'; readonly at: number; readonly value: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop-part'; readonly at: number }
  | { readonly kind: 'attribute'; readonly part: number | null; readonly at: number; readonly value: string }
  | { readonly kind: 'text'; readonly part: number | null; readonly at: number; readonly value: string }
  | {
      readonly kind: 'drop-element' | 'double-element' | 'rename-element';
      readonly part: number | null;
      readonly at: number;
    };

/** Every second change of the XML is one of the table. */
const part = fc.option(share, { freq: 1 });

/** What stands in attributes and texts of broken and of malicious files. */
const values = fc.constantFrom(
  '',
  '0',
  '-1',
  '1',
  '7',
  '999999999',
  '1e308',
  'NaN',
  'A1:XFD1048576',
  'B2:A1',
  'XFD1048576',
  'rId1',
  'restart',
  'continue',
  's',
  'e',
  'str',
  'inlineStr',
  'shared',
  '../../x',
  '&#1;',
  '&lt;',
  '&b;',
  '_x0000_',
  '字'.repeat(40_000),
  '=HYPERLINK("http://x")',
  '3户',
  '5%以内',
);

export const spoilings: fc.Arbitrary<Spoiling[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('byte' as const), at: share, value: fc.nat(255) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: share }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop-part' as const), at: share }) },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('attribute' as const), part, at: share, value: values }),
    },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('text' as const), part, at: share, value: values }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('drop-element' as const, 'double-element' as const, 'rename-element' as const),
        part,
        at: share,
      }),
    },
  ),
  { minLength: 1, maxLength: 4 },
);

/** A copy of an Office file with some damage; damage to the XML leaves the zip around it whole. */
export function spoil(file: Uint8Array, list: readonly Spoiling[]): Uint8Array {
  const parts = unzipSync(file);
  for (const each of list) {
    if (each.kind === 'drop-part') delete parts[pick(Object.keys(parts), each.at) ?? ''];
    else if ('part' in each) {
      const names = Object.keys(parts).filter((part) => /\.(?:xml|rels)$/.test(part));
      const size = (part: string) => parts[part]?.length ?? 0;
      const name = each.part === null ? names.toSorted((a, b) => size(b) - size(a))[0] : pick(names, each.part);
      if (name !== undefined) parts[name] = strToU8(spoilXml(strFromU8(parts[name] as Uint8Array), each));
    }
  }
  let bytes = zipSync(parts, { level: 1, mtime: new Date(1980, 0, 1) });
  for (const each of list) {
    if (each.kind === 'byte') bytes[Math.floor(each.at * bytes.length)] = each.value;
    if (each.kind === 'cut') bytes = bytes.slice(0, Math.floor(each.at * bytes.length));
  }
  return bytes;
}

function spoilXml(xml: string, change: Extract<Spoiling, { part: number | null }>): string {
  const find = (pattern: RegExp) => pick([...xml.matchAll(pattern)], change.at);
  const replaced = (match: RegExpExecArray | undefined, by: (text: string) => string) =>
    match ? xml.slice(0, match.index) + by(match[0]) + xml.slice(match.index + match[0].length) : xml;
  switch (change.kind) {
    case 'attribute':
      return replaced(find(/="[^"]*"/g), () => `="${change.value.replaceAll('"', '&quot;')}"`);
    case 'text':
      return replaced(find(/>[^<]+</g), () => `>${change.value}<`);
    case 'drop-element':
      return replaced(find(/<([\w:]+)[^<>]*\/>|<([\w:]+)(?: [^<>]*)?>[^<]*<\/\2>/g), () => '');
    case 'double-element':
      return replaced(find(/<([\w:]+)[^<>]*\/>|<(w:tc|w:tr|c|row)(?: [^<>]*)?>.*?<\/\2>/g), (text) => text + text);
    case 'rename-element':
      return replaced(find(/<(\/?)[\w:]+/g), (text) => text.replace(/[\w:]+/, 'w:tbl'));
  }
}

function pick<T>(list: readonly T[], share: number): T | undefined {
  return list[Math.floor(share * list.length)];
}
