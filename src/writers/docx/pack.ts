import { Packer, type Document as WordDocument } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import { packZip, repackZip } from '../zip.ts';
import type { EmbeddedFont } from './embedded-fonts.ts';

/** A part of the file that is written here instead of by the library. */
export interface Part {
  readonly path: string;
  readonly data: string;
}

/** What the library cannot make. */
export interface OwnParts {
  readonly fonts: readonly EmbeddedFont[];
  /** The parts of the line charts in the order of the document, which take the places of the library's. */
  readonly lineCharts: readonly string[];
}

/**
 * The bytes of a Word file, the same for the same document on any day: the library gives parts random relationship
 * ids, and its zip and the workbooks inside charts carry the current time.
 */
export function packWord(file: WordDocument, parts: readonly Part[], { fonts, lineCharts }: OwnParts): Uint8Array {
  const entries = compiled(file, parts);
  for (const [path, bytes] of Object.entries(entries)) {
    if (path.endsWith('.rels')) stabiliseIds(entries, path);
    else if (path.endsWith('.xlsx')) entries[path] = repackZip(bytes);
  }
  const next = lineCharts.values();
  for (const path of chartPaths(entries))
    rewrite(entries, path, (xml) =>
      xml.includes('<c:lineChart>') ? (next.next().value as string) : chineseChart(xml),
    );
  for (const { path, bytes } of fonts) entries[`word/${path}`] = bytes;
  if (fonts.length > 0) rewrite(entries, 'word/settings.xml', carryingFonts);
  return packZip(entries);
}

/** The parts as the library makes them. Its own way out would compress them, only to be opened and compressed once more. */
function compiled(file: WordDocument, parts: readonly Part[]): Record<string, Uint8Array> {
  const made: Map<string, string | Uint8Array> = Packer['compiler'].compile(file, undefined, parts);
  return Object.fromEntries([...made].map(([path, data]) => [path, typeof data === 'string' ? strToU8(data) : data]));
}

/** Tells Word to load the fonts of the file, and to keep subsets when it saves. */
function carryingFonts(settings: string): string {
  return settings.replace('<w:defaultTabStop', '<w:embedTrueTypeFonts/><w:saveSubsetFonts/><w:defaultTabStop');
}

/** The charts in the order of the document, in which the library numbers them. */
function chartPaths(entries: Record<string, Uint8Array>): string[] {
  const numbered = Object.keys(entries).map((path) => ({
    path,
    number: /^word\/charts\/chart(\d+)\.xml$/.exec(path)?.[1],
  }));
  return numbered
    .filter(({ number }) => number !== undefined)
    .sort((a, b) => Number(a.number) - Number(b.number))
    .map(({ path }) => path);
}

/**
 * The library names the chart's font for Latin text only, takes all text for English, and lets figures beside bars wrap,
 * which LibreOffice then does in small charts.
 */
function chineseChart(xml: string): string {
  return xml
    .replaceAll(
      /<a:latin typeface="([^"]*)"\/><a:ea typeface="[^"]*"\/>/g,
      '<a:latin typeface="$1"/><a:ea typeface="$1"/>',
    )
    .replaceAll('wrap="square" lIns=', 'wrap="none" lIns=')
    .replaceAll('"en-US"', '"zh-CN"');
}

/** Numbers the random ids of one relationships part, `rId` and 21 characters, here and in the part that uses them. */
function stabiliseIds(entries: Record<string, Uint8Array>, path: string): void {
  const owner = path.replace('_rels/', '').replace(/\.rels$/, '');
  const random = /(?<=")rId[a-z0-9_-]{21}(?=")/g;
  const ids = strFromU8(entries[path] as Uint8Array).match(random) ?? [];
  if (ids.length === 0) return;
  const stable = new Map(ids.map((id, index) => [id, `rIdPart${index + 1}`]));
  for (const part of [path, owner])
    rewrite(entries, part, (xml) => xml.replaceAll(random, (id) => stable.get(id) ?? id));
}

function rewrite(entries: Record<string, Uint8Array>, path: string, change: (xml: string) => string): void {
  entries[path] = strToU8(change(strFromU8(entries[path] as Uint8Array)));
}
