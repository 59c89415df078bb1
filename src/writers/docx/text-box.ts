import { type Tree, tree } from './tree.ts';

/** English Metric Units in a twip (ISO/IEC 29500-1, 20.1.2.1). */
const emuPerTwip = 635;
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const shape = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

/** `id` is unique in the file; width and height in twips. */
export interface TextBox {
  readonly id: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** A box without frame whose text stands on the last line of the page's text (Word 2010 and later, LibreOffice). */
export function textBoxAtFoot(content: readonly Tree[], { id, name, width, height }: TextBox): Tree {
  const extent = { cx: width * emuPerTwip, cy: height * emuPerTwip };
  const none = tree('a:noFill');
  const outline = tree(
    'wps:spPr',
    null,
    tree('a:xfrm', null, tree('a:off', { x: 0, y: 0 }), tree('a:ext', extent)),
    tree('a:prstGeom', { prst: 'rect' }, tree('a:avLst')),
    none,
    tree('a:ln', null, none),
  );
  const body = tree('wps:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'b' }, tree('a:spAutoFit'));
  const text = tree('wps:txbx', null, tree('w:txbxContent', null, ...content));
  const box = tree('wps:wsp', null, tree('wps:cNvSpPr', { txBox: 1 }), outline, text, body);
  const anchor = tree(
    'wp:anchor',
    {
      distT: 0,
      distB: 0,
      distL: 0,
      distR: 0,
      simplePos: 0,
      relativeHeight: id,
      behindDoc: 0,
      locked: 0,
      layoutInCell: 1,
      allowOverlap: 0,
    },
    tree('wp:simplePos', { x: 0, y: 0 }),
    tree('wp:positionH', { relativeFrom: 'margin' }, tree('wp:align', null, 'left')),
    tree('wp:positionV', { relativeFrom: 'margin' }, tree('wp:align', null, 'bottom')),
    tree('wp:extent', extent),
    tree('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    tree('wp:wrapTopAndBottom'),
    tree('wp:docPr', { id, name }),
    tree('wp:cNvGraphicFramePr'),
    tree('a:graphic', { 'xmlns:a': drawing }, tree('a:graphicData', { uri: shape }, box)),
  );
  return tree('mc:AlternateContent', null, tree('mc:Choice', { Requires: 'wps' }, tree('w:drawing', null, anchor)));
}
