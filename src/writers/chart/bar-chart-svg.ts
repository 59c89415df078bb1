import type { Chart } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { type ChartShape, layoutBarChart } from './bar-chart.ts';

/**
 * Draws a chart as one `<svg>` element, `width` user units wide, for formats that have no font files at hand.
 * The picture carries its `alt` text as accessible name; `fontFamily` is a CSS font stack.
 */
export function barChartSvg(chart: Chart, options: { theme: Theme; width: number; fontFamily: string }): string {
  const { theme, width, fontFamily } = options;
  const drawing = layoutBarChart(chart, { theme, width, maxHeight: Number.POSITIVE_INFINITY, measure: estimateWidth });
  const height = decimal(drawing.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${decimal(width)}" height="${height}"`,
    ` viewBox="0 0 ${decimal(width)} ${height}" role="img" aria-label="${escapeXml(chart.alt)}"`,
    ` font-family="${escapeXml(fontFamily)}">`,
    ...drawing.shapes.map(element),
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
    case 'text': {
      const weight = shape.strong ? ' font-weight="bold"' : '';
      return `<text x="${decimal(shape.x)}" y="${decimal(shape.y)}" font-size="${decimal(shape.size)}" text-anchor="${shape.anchor}" fill="${shape.colour}"${weight}>${escapeXml(shape.text)}</text>`;
    }
  }
}

/** An ideograph is one em wide, a Latin letter or digit a good half; a little more than needed does no harm. */
function estimateWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1;
  return ems * size;
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
