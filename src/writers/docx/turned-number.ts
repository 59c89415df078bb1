import type { PageSetup } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { marginsOf, measurePage, pageNumberPlace } from './page.ts';
import { type Tree, TreeBlock, tree } from './tree.ts';

/**
 * The page number turned clockwise in the left margin of a landscape page: a table of one cell beside the whole height of
 * the text, whose lines run from top to bottom. The paragraph's style moves it to the lower end or the upper one. A
 * table keeps its place in every office program; text boxes are drawn differently by each.
 */
export function turnedPageNumber(style: string, page: PageSetup, theme: Theme): TreeBlock {
  const margins = marginsOf(page, theme);
  const { start, end } = pageNumberPlace(theme.landscapeMargins.left, theme);
  const width = end - start;
  const height = measurePage(page, theme).textHeight;
  const none = { 'w:w': 0, 'w:type': 'dxa' };
  const sides = ['top', 'left', 'bottom', 'right'];
  return new TreeBlock('w:tbl', [
    tree(
      'w:tblPr',
      null,
      tree('w:tblpPr', {
        'w:vertAnchor': 'page',
        'w:horzAnchor': 'page',
        'w:tblpX': Math.max(0, margins.left - end),
        'w:tblpY': margins.top,
      }),
      tree('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      tree('w:tblLayout', { 'w:type': 'fixed' }),
      tree('w:tblCellMar', null, ...sides.map((side) => tree(`w:${side}`, none))),
    ),
    tree('w:tblGrid', null, tree('w:gridCol', { 'w:w': width })),
    tree(
      'w:tr',
      null,
      tree('w:trPr', null, tree('w:cantSplit'), tree('w:trHeight', { 'w:val': height, 'w:hRule': 'exact' })),
      tree(
        'w:tc',
        null,
        tree(
          'w:tcPr',
          null,
          tree('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
          tree('w:textDirection', { 'w:val': 'tbRl' }),
        ),
        tree('w:p', null, tree('w:pPr', null, tree('w:pStyle', { 'w:val': style })), ...number()),
      ),
    ),
  ]);
}

function number(): Tree[] {
  const run = (content: Tree) => tree('w:r', null, content);
  const field = (type: string) => run(tree('w:fldChar', { 'w:fldCharType': type }));
  const preserved = { 'xml:space': 'preserve' };
  return [
    run(tree('w:t', preserved, '— ')),
    field('begin'),
    run(tree('w:instrText', preserved, 'PAGE')),
    field('separate'),
    field('end'),
    run(tree('w:t', preserved, ' —')),
  ];
}
