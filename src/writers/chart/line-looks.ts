import type { ChartSeries, LineStyle } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import type { ChartPoint } from './drawing.ts';

/** A line and the marker at each of its values, in points. */
export interface LineLook {
  readonly width: number;
  readonly dash: readonly [number, number] | null;
  readonly marker: 'disc' | 'diamond' | 'square' | 'dot';
  /** Of the marker, from its middle to its edge. */
  readonly radius: number;
  /** Open markers are filled with paper. */
  readonly open: boolean;
  /** DrawingML's names for the same (ISO/IEC 29500-1, 20.1.10.48 and 21.2.3.27). */
  readonly office: { readonly dash: string; readonly marker: string };
}

/** What tells lines apart on a black-and-white copy: dash and marker. */
export const lineLooks: Readonly<Record<LineStyle, LineLook>> = {
  solid: {
    width: 1.7,
    dash: null,
    marker: 'disc',
    radius: 2.6,
    open: false,
    office: { dash: 'solid', marker: 'circle' },
  },
  dashed: {
    width: 1.1,
    dash: [3.5, 2.2],
    marker: 'diamond',
    radius: 3.2,
    open: true,
    office: { dash: 'dash', marker: 'diamond' },
  },
  'long-dashed': {
    width: 1.1,
    dash: [8, 3],
    marker: 'square',
    radius: 2.4,
    open: true,
    office: { dash: 'lgDash', marker: 'square' },
  },
  dotted: {
    width: 1.1,
    dash: [1.1, 2],
    marker: 'dot',
    radius: 1.3,
    open: false,
    office: { dash: 'sysDot', marker: 'circle' },
  },
};

/** Lines across the plot, which must not be taken for data. */
export const gridColour = '#C4C4C4';

/** A series without a tone has the colour of bars, a yardstick that of references. */
export function lineColour({ tone, line }: ChartSeries, { colours }: Theme): string {
  if (tone !== null) return colours.tones[tone];
  return line === 'dotted' ? colours.reference : colours.bar;
}

/** So many corners make a circle of this size round in print. */
const discCorners = 20;

/** The corners of a marker around its middle. */
export function markerOutline({ marker, radius }: LineLook, x: number, y: number): ChartPoint[] {
  const corner = (turn: number, reach: number) => ({
    x: x + reach * Math.cos(2 * Math.PI * turn),
    y: y + reach * Math.sin(2 * Math.PI * turn),
  });
  const corners = marker === 'diamond' || marker === 'square' ? 4 : discCorners;
  const [turned, reach] = marker === 'square' ? [1 / 8, radius * Math.SQRT2] : [0, radius];
  return Array.from({ length: corners }, (_, i) => corner(i / corners + turned, reach));
}
