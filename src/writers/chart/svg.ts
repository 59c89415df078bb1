import { escapeXml } from '../xml.ts';
import type { ChartDrawing, ChartShape } from './drawing.ts';

/**
 * A drawing as one `<svg>` element that scales with its place. `name` is its accessible name: an attribute of the
 * element, or a title and a description in it. `fontFamily` is a CSS font stack.
 */
export function chartSvg(
  { width, height, shapes }: ChartDrawing,
  fontFamily: string,
  name: { readonly label: string } | { readonly title: string; readonly description: string },
): string {
  const [attribute, elements] =
    'label' in name
      ? [` aria-label="${escapeXml(name.label)}"`, '']
      : ['', `<title>${escapeXml(name.title)}</title><desc>${escapeXml(name.description)}</desc>`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${decimal(width)}" height="${decimal(height)}"`,
    ` viewBox="0 0 ${decimal(width)} ${decimal(height)}" role="img"${attribute}`,
    ` font-family="${escapeXml(fontFamily)}">${elements}`,
    ...shapes.map(element),
    '</svg>',
  ].join('');
}

function element(shape: ChartShape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${decimal(shape.x)}" y="${decimal(shape.y)}" width="${decimal(shape.width)}" height="${decimal(shape.height)}" fill="${shape.fill}"/>`;
    case 'line': {
      const dash = shape.dash === null ? '' : ` stroke-dasharray="${shape.dash.join(' ')}"`;
      return `<line x1="${decimal(shape.x1)}" y1="${decimal(shape.y1)}" x2="${decimal(shape.x2)}" y2="${decimal(shape.y2)}" stroke="${shape.colour}" stroke-width="${decimal(shape.width)}"${dash}/>`;
    }
    case 'polygon': {
      const points = shape.points.map(({ x, y }) => `${decimal(x)},${decimal(y)}`).join(' ');
      return `<polygon points="${points}" fill="${shape.fill}" stroke="${shape.colour}" stroke-width="${decimal(shape.width)}"/>`;
    }
    case 'text': {
      const weight = shape.strong ? ' font-weight="bold"' : '';
      return `<text x="${decimal(shape.x)}" y="${decimal(shape.y)}" font-size="${decimal(shape.size)}" text-anchor="${shape.anchor}" fill="${shape.colour}"${weight}>${escapeXml(shape.text)}</text>`;
    }
  }
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}
