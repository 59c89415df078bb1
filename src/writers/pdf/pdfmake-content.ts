import type { CanvasElement, Content } from 'pdfmake/interfaces.js';
import type { Page, Shape, Stroke, TextItem } from './page-items.ts';
import type { ParsedFont } from './parsed-font.ts';

/**
 * pdfmake's nodes for finished pages: a section per page without margins, in it every text at a fixed place. There is
 * nothing left that pdfmake could break or move; its own breaking of tables loses cells.
 */
export function pdfmakeContent(pages: readonly Page[], fonts: ReadonlyMap<string, ParsedFont>): Content {
  return pages.map(({ width, height, shapes, texts }) => ({
    pageSize: { width, height },
    section: [
      { canvas: canvasElements(shapes), absolutePosition: { x: 0, y: 0 } },
      ...texts.map((item) => textNode(item, fonts)),
    ],
  })) as unknown as Content;
}

function textNode(item: TextItem, fonts: ReadonlyMap<string, ParsedFont>): object {
  const ascent = fonts.get(item.face)?.ascent ?? 0;
  return {
    text: item.text,
    font: item.face,
    fontSize: item.size,
    color: item.colour,
    ...(item.tracking === 0 ? {} : { characterSpacing: item.tracking }),
    absolutePosition: { x: item.x, y: item.y - ascent * item.size },
  };
}

/** Neighbouring strokes of one look are one path, which is drawn several times faster than single lines. */
function canvasElements(shapes: readonly Shape[]): CanvasElement[] {
  const elements: CanvasElement[] = [];
  let open: { readonly look: Stroke; readonly parts: string[] } | null = null;
  const close = () => {
    if (open !== null) elements.push(path(open.parts.join(' '), strokeLook(open.look)));
    open = null;
  };
  for (const shape of shapes) {
    if (shape.kind === 'stroke') {
      if (open === null || !sameLook(open.look, shape)) {
        close();
        open = { look: shape, parts: [] };
      }
      open.parts.push(`M${shape.x1} ${shape.y1}L${shape.x2} ${shape.y2}`);
      continue;
    }
    close();
    if (shape.kind === 'outline') elements.push(path(shape.path, { color: shape.colour }));
    else elements.push({ type: 'rect', x: shape.x, y: shape.y, w: shape.width, h: shape.height, color: shape.colour });
  }
  close();
  return elements;
}

function sameLook(a: Stroke, b: Stroke): boolean {
  return a.width === b.width && a.colour === b.colour && a.dash === b.dash;
}

function strokeLook({ width, colour, dash }: Stroke): object {
  return {
    lineWidth: width,
    lineColor: colour,
    ...(dash === null ? {} : { dash: { length: dash[0], space: dash[1] } }),
  };
}

/** The typings leave out paths, which pdfmake has always drawn. */
function path(d: string, look: object): CanvasElement {
  return { type: 'path', d, ...look } as unknown as CanvasElement;
}
