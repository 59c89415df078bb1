import { run } from '../../model/text.ts';
import { officeRuler } from '../office-ruler.ts';
import { breakLines } from '../paged/break-lines.ts';
import { prepareText } from '../paged/prepared-text.ts';
import { element as e } from '../xml.ts';
import type { Box, SheetPlan } from './sheet-plan.ts';
import { pointsPerUnit, textWidth } from './text-size.ts';

/** What the boxes of remarks are placed by. */
export interface NotedSheet extends Pick<SheetPlan, 'boxes' | 'heights'> {
  readonly columns: Pick<SheetPlan['columns'], 'widths'>;
}

/** Points: the text of a remark, its lines, what is kept free at two opposite edges of its box, and the widest line. */
export const noteSize = 9;
const noteLine = 14;
const notePadding = 12;
const widestLine = 300;
/** Points from the cell's upper right corner. */
const distance = 9;
const pixelsPerPoint = 96 / 72;
/** Rows and columns beyond what the sheet uses, as the program has them: 20 px and 64 px. */
const usualRow = 15;
const usualColumn = 48;

/**
 * The boxes of a sheet's remarks, hidden until somebody points at their cells: VML, the only language that spreadsheet
 * programs know for them (ISO/IEC 29500-4, 19.4). Each is as large as its words.
 */
export function noteShapes(noted: readonly Box[], { columns, heights }: NotedSheet): string {
  const across = columns.widths.map((width) => width * pointsPerUnit);
  const shapes = noted.map((box, index) => {
    const size = sizeOf(box.note ?? '');
    const x = sumTo(across, box.column + box.colspan) + distance;
    const y = Math.max(0, sumTo(heights, box.row) - distance);
    const corner = (right: number, down: number) => [
      ...edgeAt(x + right, across, usualColumn),
      ...edgeAt(y + down, heights, usualRow),
    ];
    return shape(index, box, [...corner(0, 0), ...corner(size.width, size.height)].join(', '));
  });
  const layout = e('o:shapelayout', { 'v:ext': 'edit' }, e('o:idmap', { 'v:ext': 'edit', data: 1 }));
  const type = e(
    'v:shapetype',
    { id: 'note', coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' },
    e('v:stroke', { joinstyle: 'miter' }),
    e('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
  );
  return e('xml', namespaces, layout, type, ...shapes);
}

const namespaces = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
};

/** Without `MoveWithCells` a box would go where its cell goes; the two names mean the opposite of what they say. */
function shape(index: number, { row, column }: Box, anchor: string): string {
  const client = e(
    'x:ClientData',
    { ObjectType: 'Note' },
    e('x:SizeWithCells'),
    e('x:Anchor', {}, anchor),
    e('x:AutoFill', {}, 'False'),
    e('x:Row', {}, String(row)),
    e('x:Column', {}, String(column)),
  );
  return e(
    'v:shape',
    {
      id: `_x0000_s${1025 + index}`,
      type: '#note',
      style: 'position:absolute;visibility:hidden',
      fillcolor: '#ffffe1',
      'o:insetmode': 'auto',
    },
    e('v:fill', { color2: '#ffffe1' }),
    e('v:path', { 'o:connecttype': 'none' }),
    e('v:textbox', { style: 'mso-direction-alt:auto' }, e('div', { style: 'text-align:left' }, '')),
    client,
  );
}

function sizeOf(note: string): { readonly width: number; readonly height: number } {
  const lines = breakLines(prepareText([run(note)], officeRuler), widestLine / noteSize);
  return {
    width: Math.min(widestLine, textWidth(note, noteSize) * pointsPerUnit) * 1.1 + notePadding,
    height: Math.max(1, lines.length) * noteLine + notePadding,
  };
}

function sumTo(sizes: readonly number[], end: number): number {
  return sizes.slice(0, end).reduce((sum, size) => sum + size, 0);
}

/** The row or column that a distance in points ends in, and how many pixels of it. */
function edgeAt(points: number, sizes: readonly number[], usual: number): [number, number] {
  let rest = points;
  let index = 0;
  for (; rest >= (sizes[index] ?? usual); index += 1) rest -= sizes[index] ?? usual;
  return [index, Math.floor(rest * pixelsPerPoint)];
}
