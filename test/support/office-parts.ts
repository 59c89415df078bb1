import { strToU8, zipSync } from 'fflate';

/** Small Office files made of XML by hand: what no office program would write, and what all of them do. */

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const sheetNamespace =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export type Parts = Record<string, string | Uint8Array>;

/** A zip of parts, given as text or bytes. */
export function zipOf(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime: new Date(1980, 0, 1), level: 1 },
  );
}

/** Relations by id: their type's last word and their target. */
export function relationsOf(targets: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const list = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

/** The parts of a Word file with this body. */
export function wordParts(body: string, more: Parts = {}): Parts {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationsOf({ r1: ['officeDocument', 'word/document.xml'] }),
    'word/document.xml': `<?xml version="1.0"?><w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
}

export function wordFile(body: string, more: Parts = {}): Uint8Array {
  return zipOf(wordParts(body, more));
}

/** A `w:p` of one run. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A `w:tc` of one paragraph, or of the XML given. */
export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

/** A `w:tr` of cells, or of words. */
export function tr(cells: readonly string[], properties = ''): string {
  const row = cells.map((cell) => (cell.startsWith('<w:tc') || cell.startsWith('<w:sdt') ? cell : tc(cell)));
  return `<w:tr><w:trPr>${properties}</w:trPr>${row.join('')}</w:tr>`;
}

export function tbl(rows: readonly string[], widths: readonly number[] = []): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export interface SheetXml {
  readonly name?: string;
  readonly state?: string;
  /** Children of `sheetData`. */
  readonly rows: string;
  /** What stands before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
}

export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  /** Inner XML of each shared string. */
  readonly strings?: readonly string[];
  /** Number formats of the cell styles 1, 2, … */
  readonly formats?: readonly string[];
  /** Children of `workbook` before the sheets. */
  readonly workbook?: string;
  readonly more?: Parts;
  readonly relations?: Readonly<Record<string, readonly [type: string, target: string]>>;
}

/** The parts of a workbook. */
export function workbookParts({ sheets, strings, formats = [], workbook = '', more, relations }: WorkbookXml): Parts {
  const entries = sheets.map(
    ({ name = `表${1}`, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join('');
  const xfs = formats.map((_, i) => `<xf numFmtId="${164 + i}" borderId="0"/>`).join('');
  const parts: Parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationsOf({ r1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook ${sheetNamespace}>${workbook}<sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf({
      ...Object.fromEntries(
        sheets.map((_, i) => [`s${i + 1}`, ['worksheet', `worksheets/sheet${i + 1}.xml`] as const]),
      ),
      ...(strings ? { strings: ['sharedStrings', 'sharedStrings.xml'] as const } : {}),
      styles: ['styles', 'styles.xml'],
      ...relations,
    }),
    'xl/styles.xml': `<styleSheet ${sheetNamespace}><numFmts>${numFmts}</numFmts><borders><border/></borders><cellXfs><xf numFmtId="0" borderId="0"/>${xfs}</cellXfs></styleSheet>`,
  };
  if (strings)
    parts['xl/sharedStrings.xml'] = `<sst ${sheetNamespace}>${strings.map((s) => `<si>${s}</si>`).join('')}</sst>`;
  for (const [i, { rows, before = '', after = '' }] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet ${sheetNamespace}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  return { ...parts, ...more };
}

export function workbookFile(workbook: WorkbookXml): Uint8Array {
  return zipOf(workbookParts(workbook));
}

/** A workbook of one sheet. */
export function sheetFile(rows: string, more: Partial<SheetXml> & Omit<WorkbookXml, 'sheets'> = {}): Uint8Array {
  const { name, state, before, after, ...workbook } = more;
  const sheet = { rows, name, state, before, after } as SheetXml;
  return workbookFile({ ...workbook, sheets: [sheet] });
}

/** A `row` of words, numbers or ready cells; blanks are left out. */
export function row(number: number, cells: readonly (string | number)[], attributes = ''): string {
  const written = cells.map((cell, i) => {
    const r = `${String.fromCharCode(65 + i)}${number}`;
    if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
    if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${r}"`);
    return cell === '' ? '' : `<c r="${r}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}" ${attributes}>${written.join('')}</row>`;
}
