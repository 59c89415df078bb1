import { strFromU8, strToU8 } from 'fflate';
import { cellAddress } from '../cell-address.ts';
import { element as e, escapeXml, xmlPart } from '../xml.ts';
import { type NotedSheet, noteShapes, noteSize } from './note-shapes.ts';
import type { Box } from './sheet-plan.ts';
import { checkText, escapeText } from './text-check.ts';
import { unitFont } from './text-size.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheetML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

type Parts = Record<string, Uint8Array>;

/**
 * Adds the remarks on the cells of each sheet, in the order of the sheets, to the parts of a workbook that has its
 * charts: the library's own name a made-up author, have one size for all and leave no room for charts.
 */
export function addNotes(parts: Parts, sheets: readonly NotedSheet[]): void {
  const types: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const noted = sheet.boxes.filter(({ note }) => note !== undefined && note !== '');
    if (noted.length === 0) continue;
    const number = index + 1;
    const comments = `xl/comments${number}.xml`;
    parts[comments] = strToU8(commentsXml(noted));
    parts[`xl/drawings/vmlDrawing${number}.vml`] = strToU8(noteShapes(noted, sheet));
    types.push(e('Override', { PartName: `/${comments}`, ContentType: commentsType }));
    addRelations(parts, number);
    // Behind the drawing, or the ignored errors where there is none, as ISO/IEC 29500-1, 18.3.1.99 has it.
    change(parts, `xl/worksheets/sheet${number}.xml`, /<drawing [^>]*\/>|<\/ignoredErrors>(?!<drawing)/, (end) =>
      end.concat(e('legacyDrawing', { 'r:id': shapesId })),
    );
  }
  if (types.length === 0) return;
  types.push(e('Default', { Extension: 'vml', ContentType: shapesType }));
  change(parts, '[Content_Types].xml', /<\/Types>/, (end) => types.join('') + end);
}

const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const shapesType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const shapesId = 'rIdNoteShapes';

function addRelations(parts: Parts, number: number): void {
  const path = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  parts[path] ??= strToU8(xmlPart(e('Relationships', { xmlns: packageRelations }, '')));
  const entry = (Id: string, type: string, Target: string) =>
    e('Relationship', { Id, Type: `${office}/${type}`, Target });
  const added =
    entry(shapesId, 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`) +
    entry('rIdNotes', 'comments', `../comments${number}.xml`);
  change(parts, path, /<\/Relationships>/, (end) => added + end);
}

function change(parts: Parts, path: string, mark: RegExp, by: (mark: string) => string): void {
  const xml = strFromU8(parts[path] as Uint8Array);
  if (!mark.test(xml)) throw new Error(`${path} has no ${mark}`);
  parts[path] = strToU8(xml.replace(mark, by));
}

/** ISO/IEC 29500-1, 18.7: each comment needs an author; one without a name shows none. */
function commentsXml(noted: readonly Box[]): string {
  const look = e('rPr', {}, e('sz', { val: noteSize }), e('rFont', { val: unitFont.name }));
  const list = noted.map(({ row, column, note = '', where }) => {
    checkText(note, where);
    const text = e('t', { 'xml:space': 'preserve' }, escapeXml(escapeText(note)));
    return e('comment', { ref: cellAddress(row, column), authorId: 0 }, e('text', {}, e('r', {}, look, text)));
  });
  const authors = e('authors', {}, e('author'));
  return xmlPart(e('comments', { xmlns: spreadsheetML }, authors, e('commentList', {}, ...list)));
}
