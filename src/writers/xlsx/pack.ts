import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { repackZip } from '../zip.ts';
import { addCharts } from './chart-parts.ts';
import { addNotes } from './note-parts.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { unitFont } from './text-size.ts';

/** What the library's file still lacks of a sheet. */
export interface PackedSheet extends Pick<SheetPlan, 'charts' | 'boxes' | 'heights'> {
  readonly columns: Pick<SheetPlan['columns'], 'starts' | 'widths'>;
}

/**
 * Packs the library's file for good, with what it has no way to say: the charts of its sheets, remarks on
 * cells without an author and in boxes of their own size, page breaks between columns, the font that column widths are counted in, and that words like 「2.1」 or 「2023」 are meant as words, without which every
 * such cell carries a green triangle.
 */
export function packWorkbook(bytes: Uint8Array, sheets: readonly PackedSheet[]): Uint8Array {
  const parts = unzipSync(bytes);
  const change = (name: string, edit: (xml: string) => string) => {
    parts[name] = strToU8(edit(strFromU8(parts[name] as Uint8Array)));
  };
  for (const [index, { columns }] of sheets.entries())
    change(`xl/worksheets/sheet${index + 1}.xml`, (xml) => withHints(xml, columns.starts.slice(1)));
  change('xl/styles.xml', withUnitFont);
  addCharts(
    parts,
    sheets.map(({ charts }) => charts),
  );
  addNotes(parts, sheets);
  return repackZip(zipSync(parts, { level: 0 }));
}

/** The first font of the list is that of the normal style. */
function withUnitFont(xml: string): string {
  const font = `<font><sz val="${unitFont.size}"/><name val="${unitFont.name}"/><family val="2"/></font>`;
  return xml.replace(/<font>.*?<\/font>/s, font);
}

/** Column breaks and `ignoredErrors` have their places behind row breaks and before the extension list (ISO/IEC 29500-1, 18.3.1.99). */
function withHints(xml: string, breaks: readonly number[]): string {
  const area = /<dimension ref="([^"]+)"/.exec(xml)?.[1];
  const ignored =
    area === undefined ? '' : `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`;
  // Named by its use: the rules of conditional formatting carry extension lists of their own further up.
  const extensions = xml.lastIndexOf('<extLst><ext uri="{78C0D931');
  const at = extensions === -1 ? xml.lastIndexOf('</worksheet>') : extensions;
  const body = xml.slice(0, at).replaceAll(' max="16838" man="1"', ` max="${lastColumn}" man="1"`);
  return `${body}${columnBreaksXml(breaks)}${ignored}${xml.slice(at)}`;
}

/** Excel's last row and column, up to which breaks reach; the library writes a column that there is not. */
const lastRow = 1_048_575;
const lastColumn = 16_383;

function columnBreaksXml(breaks: readonly number[]): string {
  if (breaks.length === 0) return '';
  const all = breaks.map((column) => `<brk id="${column}" max="${lastRow}" man="1"/>`);
  return `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${all.join('')}</colBreaks>`;
}
