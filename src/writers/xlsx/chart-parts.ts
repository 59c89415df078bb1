import { strFromU8, strToU8 } from 'fflate';
import { element as e, xmlPart } from '../xml.ts';

/** A native chart over some rows and the first columns of a sheet, which are 0-based. */
export interface SheetChart {
  readonly name: string;
  readonly title: string;
  /** What it shows in words. */
  readonly alt: string;
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
  /** The chart part. */
  readonly xml: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawingML = 'http://schemas.openxmlformats.org/drawingml/2006';
const mediaTypes = 'application/vnd.openxmlformats-officedocument';

type Parts = Record<string, Uint8Array>;

/** Adds the charts of each sheet, in the order of the sheets, to the parts of a workbook: the library has none. */
export function addCharts(parts: Parts, sheets: readonly (readonly SheetChart[])[]): void {
  const types: string[] = [];
  const add = (path: string, xml: string, type: string) => {
    parts[path] = strToU8(xml);
    types.push(e('Override', { PartName: `/${path}`, ContentType: `${mediaTypes}.${type}+xml` }));
  };
  let count = 0;
  for (const [index, charts] of sheets.entries()) {
    if (charts.length === 0) continue;
    const number = index + 1;
    const paths = charts.map(({ xml }) => {
      count += 1;
      add(`xl/charts/chart${count}.xml`, xml, 'drawingml.chart');
      return `../charts/chart${count}.xml`;
    });
    add(`xl/drawings/drawing${number}.xml`, drawingXml(charts), 'drawing');
    parts[`xl/drawings/_rels/drawing${number}.xml.rels`] = relationships('chart', paths);
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relationships('drawing', [
      `../drawings/drawing${number}.xml`,
    ]);
    // Behind the ignored errors, as ISO/IEC 29500-1, 18.3.1.99 has it.
    change(
      parts,
      `xl/worksheets/sheet${number}.xml`,
      '</ignoredErrors>',
      (end) => end + e('drawing', { 'r:id': 'rId1' }),
    );
  }
  if (types.length > 0) change(parts, '[Content_Types].xml', '</Types>', (end) => types.join('') + end);
}

function change(parts: Parts, path: string, mark: string, by: (mark: string) => string): void {
  const xml = strFromU8(parts[path] as Uint8Array);
  if (!xml.includes(mark)) throw new Error(`${path} has no ${mark}`);
  parts[path] = strToU8(xml.replace(mark, by));
}

function relationships(type: string, targets: readonly string[]): Uint8Array {
  const entries = targets.map((Target, i) =>
    e('Relationship', { Id: `rId${i + 1}`, Type: `${office}/${type}`, Target }),
  );
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return strToU8(xmlPart(e('Relationships', { xmlns }, ...entries)));
}

function drawingXml(charts: readonly SheetChart[]): string {
  const namespaces = { 'xmlns:xdr': `${drawingML}/spreadsheetDrawing`, 'xmlns:a': `${drawingML}/main` };
  return xmlPart(e('xdr:wsDr', namespaces, ...charts.map(anchor)));
}

/** The frame moves with its cells but keeps its size when somebody changes them. */
function anchor({ name, title, alt, row, rows, columns }: SheetChart, index: number): string {
  const corner = (tag: string, column: number, line: number) =>
    e(
      tag,
      {},
      e('xdr:col', {}, String(column)),
      e('xdr:colOff', {}, '0'),
      e('xdr:row', {}, String(line)),
      e('xdr:rowOff', {}, '0'),
    );
  const properties = e('xdr:cNvPr', { id: index + 2, name, descr: alt, title });
  const nowhere = e('xdr:xfrm', {}, e('a:off', { x: 0, y: 0 }), e('a:ext', { cx: 0, cy: 0 }));
  const chart = e('c:chart', { 'xmlns:c': `${drawingML}/chart`, 'xmlns:r': office, 'r:id': `rId${index + 1}` });
  return e(
    'xdr:twoCellAnchor',
    { editAs: 'oneCell' },
    corner('xdr:from', 0, row),
    corner('xdr:to', columns, row + rows),
    e(
      'xdr:graphicFrame',
      { macro: '' },
      e('xdr:nvGraphicFramePr', {}, properties, e('xdr:cNvGraphicFramePr')),
      nowhere,
      e('a:graphic', {}, e('a:graphicData', { uri: `${drawingML}/chart` }, chart)),
    ),
    e('xdr:clientData'),
  );
}
