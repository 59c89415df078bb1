import type { Outline, Page, Shape, TextItem } from './page-items.ts';
import { pathOperators } from './path-operators.ts';
import type { PdfKitDocument, PdfKitFont } from './pdf-libraries.ts';

/**
 * Writes a finished page as PDF operators (ISO 32000-2, 8 and 9): shapes below, texts above. The PDF library would
 * lay out, measure and wrap each text once more, which takes longer than everything else together.
 */
export function drawPage({ shapes, texts, height }: Page, pdf: PdfKitDocument): void {
  pdf.addContent([...shapes.flatMap(shapeOperators), ...textOperators(texts, height, pdf)].join('\n'));
}

function shapeOperators(shape: Shape): string[] {
  switch (shape.kind) {
    case 'fill': {
      const { x, y, width, height, colour } = shape;
      return [`${rgb(colour)} rg`, `${decimals(x, y, width, height)} re f`];
    }
    case 'outline':
      return [`${rgb(shape.colour)} rg`, outlineOperators(shape), 'f'];
    case 'polygon': {
      const { points, fill, colour, width } = shape;
      const corners = points.map(({ x, y }, i) => `${decimals(x, y)} ${i === 0 ? 'm' : 'l'}`);
      return [`${rgb(fill)} rg ${rgb(colour)} RG ${decimals(width)} w [] 0 d`, `${corners.join(' ')} b`];
    }
    case 'stroke': {
      const { x1, y1, x2, y2, width, colour, dash } = shape;
      const dashes = dash === null ? '' : decimals(...dash);
      return [
        `${rgb(colour)} RG ${decimals(width)} w [${dashes}] 0 d`,
        `${decimals(x1, y1)} m ${decimals(x2, y2)} l S`,
      ];
    }
  }
}

const outlines = new WeakMap<Outline, string>();

/** A watermark is the same shape on every page and has hundreds of curves. */
function outlineOperators(shape: Outline): string {
  const operators = outlines.get(shape) ?? pathOperators(shape.path);
  outlines.set(shape, operators);
  return operators;
}

/** What is set stays set from text to text, so only changes are written. */
function textOperators(texts: readonly TextItem[], height: number, pdf: PdfKitDocument): string[] {
  let face = '';
  let size = '';
  let colour = '';
  let tracking = '0';
  let stroke = '0';
  // The page was turned upside down for shapes, whose y runs downwards; letters must stand upright again.
  const operators = ['q', `1 0 0 -1 0 ${decimals(height)} cm`, 'BT'];
  for (const item of texts) {
    const font = pdf.provideFont(item.face, false, false);
    if (face !== item.face || size !== decimals(item.size)) {
      face = item.face;
      size = decimals(item.size);
      pdf.page.fonts[font.id] ??= font.ref();
      operators.push(`/${font.id} ${size} Tf`);
    }
    if (colour !== item.colour) {
      colour = item.colour;
      operators.push(`${rgb(colour)} rg`);
    }
    if (tracking !== decimals(item.tracking)) {
      tracking = decimals(item.tracking);
      operators.push(`${tracking} Tc`);
    }
    if (stroke !== decimals(item.stroke)) {
      stroke = decimals(item.stroke);
      operators.push(stroke === '0' ? '0 Tr' : `2 Tr ${stroke} w [] 0 d`);
    }
    if (stroke !== '0') operators.push(`${rgb(item.colour)} RG`);
    const matrix = item.turned === true ? '0 -1 1 0' : '1 0 0 1';
    operators.push(`${matrix} ${decimals(item.x, height - item.y)} Tm <${glyphsOf(item.text, font)}> Tj`);
  }
  return [...operators, 'ET', 'Q'];
}

/** Two bytes a glyph, in hexadecimal; the font learns which glyphs it has to hold. */
function glyphsOf(text: string, font: PdfKitFont): string {
  return font.encode(text)[0].join('');
}

/** `#C00000` → `0.753 0 0`. */
function rgb(colour: string): string {
  return decimals(...[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255));
}

/** Thousandths of a point are finer than any printer. */
function decimals(...values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 1000) / 1000)).join(' ');
}
