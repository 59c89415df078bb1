import { type Findings, sampleOf } from '../findings.ts';
import { limits } from '../package/limits.ts';
import type { OfficePackage } from '../package/office-package.ts';
import type { XmlHandler } from '../package/walk-xml.ts';
import { onlyPictures, shapeText } from './problems.ts';
import type { CellContext } from './sheet-cells.ts';

/** Tells of words that stand in shapes over a sheet, at the cell where the shape begins, and of a sheet of pictures alone. */
export function reportDrawings(
  pack: OfficePackage,
  sheetPart: string,
  empty: boolean,
  context: CellContext,
  findings: Findings,
): void {
  const drawing = pack.relations(sheetPart).find(({ type, external }) => type === 'drawing' && !external)?.target;
  if (drawing === undefined || !pack.has(drawing)) return;
  const path: string[] = [];
  const from = { row: 0, col: 0 };
  let pictures = 0;
  let words = '';
  const handler: XmlHandler = {
    open(name) {
      path.push(name);
      if (name === 'pic') pictures += 1;
      if (name === 'p' && words !== '') words += '\n';
    },
    text(text) {
      const [around, name] = path.slice(-2);
      if (around === 'from' && (name === 'row' || name === 'col')) from[name] = Number(text) || 0;
      if (name === 't') words += text;
    },
    close(name) {
      path.pop();
      if (name !== 'sp') return;
      if (words.trim() !== '') findings.add(shapeText, { text: sampleOf(words) }, context.place(from.row, from.col));
      words = '';
    },
  };
  pack.read(drawing, handler, limits.listBytes);
  if (empty && pictures > 0) findings.add(onlyPictures, { count: String(pictures) }, context.place(null, null));
}
