import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { repackZip } from '../zip.ts';
import { addCharts, type SheetChart } from './chart-parts.ts';

/**
 * Packs the library's file for good, adds the charts of each sheet, and tells Excel that words like 「2.1」 or 「2023」 are meant as words: without it every
 * such cell carries a green triangle, and the library has no way to say so.
 */
export function packWorkbook(bytes: Uint8Array, charts: readonly (readonly SheetChart[])[]): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) parts[name] = strToU8(ignoreNumberWords(strFromU8(part)));
  addCharts(parts, charts);
  return repackZip(zipSync(parts, { level: 0 }));
}

/** `ignoredErrors` has its place behind headers, footers and page breaks and before the extension list (ISO/IEC 29500-1, 18.3.1.99). */
function ignoreNumberWords(xml: string): string {
  const area = /<dimension ref="([^"]+)"/.exec(xml)?.[1];
  if (area === undefined) return xml;
  const hint = `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`;
  // Named by its use: the rules of conditional formatting carry extension lists of their own further up.
  const extensions = xml.lastIndexOf('<extLst><ext uri="{78C0D931');
  const at = extensions === -1 ? xml.lastIndexOf('</worksheet>') : extensions;
  return `${xml.slice(0, at)}${hint}${xml.slice(at)}`;
}
