import type { Theme } from '../../model/theme.ts';
import { element } from '../xml.ts';
import { styleIds, tableTextStyle } from './style-ids.ts';
import { alignment, bold, fonts, letterSpacing, lineEnds, ownLines, type ParagraphStyle, size } from './style-parts.ts';
import { twipsOfPoints, wordColour } from './units.ts';

/** Line pitch of table text, in em. */
export const tableLineHeight = 1.25;

/** The styles of text and of headings in tables of one text size, in points. */
export function tableTextStyles(theme: Theme, points: number): ParagraphStyle[] {
  const text = tableTextStyle(points, false);
  const heading = tableTextStyle(points, true);
  const off = { 'w:val': 0 };
  return [
    {
      id: text,
      name: `表格文字 ${points}磅`,
      basedOn: 'Normal',
      next: text,
      paragraph: [
        lineEnds(false),
        // Word's quarter em between digits and ideographs would break 「18600人次」 in a narrow column.
        element('w:autoSpaceDE', off),
        element('w:autoSpaceDN', off),
        ownLines(twipsOfPoints(points * tableLineHeight)),
        alignment('left'),
      ],
      run: [fonts(theme.fonts.table), element('w:snapToGrid', off), letterSpacing(0), size(points)],
    },
    {
      id: heading,
      name: `表格标题 ${points}磅`,
      basedOn: text,
      next: heading,
      paragraph: [alignment('center')],
      run: [bold],
    },
  ];
}

/** Thin rules around and between all cells. */
export function tableStyle(theme: Theme): string {
  const rule = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': wordColour(theme.colours.rule) };
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': styleIds.table },
    element('w:name', { 'w:val': '简报表格' }),
    element('w:basedOn', { 'w:val': 'TableNormal' }),
    element('w:qFormat'),
    element('w:tblPr', {}, element('w:tblBorders', {}, ...sides.map((side) => element(`w:${side}`, rule)))),
  );
}
