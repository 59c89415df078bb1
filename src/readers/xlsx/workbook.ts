import { unwritable } from '../../model/text.ts';
import { limits } from '../package/limits.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { missingPart, unsafeEntry } from '../package/problems.ts';
import { Refusal } from '../package/refusal.ts';
import { attribute, type XmlHandler } from '../package/walk-xml.ts';

const allUnwritable = new RegExp(unwritable.source, 'gu');

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
  /** 0-based rows that repeat on each page; null for none. */
  readonly printTitles: { readonly first: number; readonly last: number } | null;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Days count from 1904 instead of 1900. */
  readonly since1904: boolean;
}

/** Reads the list of sheets; null where the part is no workbook. Throws Refusal. */
export function readWorkbook(pack: OfficePackage, main: string): Workbook | null {
  const targets = new Map(pack.relations(main).map((relation) => [relation.id, relation]));
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  const titles = new Map<number, SheetEntry['printTitles']>();
  const path: string[] = [];
  let root: string | null = null;
  let since1904 = false;
  let titleSheet: number | null = null;
  const handler: XmlHandler = {
    open(name, attributes) {
      root ??= name;
      path.push(name);
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (name === 'sheet' && path.at(-2) === 'sheets')
        sheets.push({
          name: (attribute(attributes, 'name') ?? '').replace(allUnwritable, '\uFFFD'),
          // The only other identifier is `sheetId`.
          id: attribute(attributes, 'id') ?? '',
          hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        });
      const isTitle = name === 'definedName' && attribute(attributes, 'name') === '_xlnm.Print_Titles';
      titleSheet = isTitle ? Number(attribute(attributes, 'localSheetId')) : null;
    },
    text(text) {
      if (titleSheet === null) return;
      const [, first, last] = /\$(\d{1,7}):\$(\d{1,7})$/.exec(text) ?? [];
      if (first !== undefined && last !== undefined)
        titles.set(titleSheet, { first: Number(first) - 1, last: Number(last) - 1 });
    },
    close() {
      path.pop();
      titleSheet = null;
    },
  };
  pack.read(main, handler, limits.listBytes);
  if (root !== 'workbook') return null;
  const at = { source: pack.file, part: null, row: null, column: null };
  const seen = new Set<string>();
  return {
    since1904,
    sheets: sheets.flatMap(({ name, id, hidden }, index) => {
      const target = targets.get(id);
      if (target === undefined) throw new Refusal(missingPart({ file: pack.file, part: name }, at));
      // A sheet that is one chart, or a dialog of long ago, has no cells.
      if (target.type !== 'worksheet' || target.external) return [];
      const part = target.target;
      if (seen.has(part.toLowerCase())) throw new Refusal(unsafeEntry({ entry: part, distrust: 'listed-twice' }, at));
      seen.add(part.toLowerCase());
      return [{ name, part, hidden, printTitles: titles.get(index) ?? null }];
    }),
  };
}
