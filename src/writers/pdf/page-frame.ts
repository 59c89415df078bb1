import type { PageSetup } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';

/** The paper and the text block on it. Points, origin at the top left corner of the paper. */
export interface PageFrame {
  readonly paperWidth: number;
  readonly paperHeight: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly bottomMargin: number;
  /** Distance of two baselines of running text. */
  readonly pitch: number;
}

/** ISO 216, millimetres, portrait. */
const papers = { A4: [210, 297], A3: [297, 420] } as const;

/** GB/T 9704-2012, 5.2.3: 22 lines of 16 pt in 225 mm. */
const lineHeight = 1.8125;

export function millimetres(value: number): number {
  return (value * 72) / 25.4;
}

/** The frame of a section's pages; its lines fill the text block evenly, 22 of them on A4 in the standard's sizes. */
export function pageFrame(setup: PageSetup, theme: Theme): PageFrame {
  const [short, long] = papers[setup.paper];
  const landscape = setup.orientation === 'landscape';
  const margins = landscape ? theme.landscapeMargins : theme.margins;
  const paperWidth = millimetres(landscape ? long : short);
  const paperHeight = millimetres(landscape ? short : long);
  const height = paperHeight - millimetres(margins.top + margins.bottom);
  return {
    paperWidth,
    paperHeight,
    left: millimetres(margins.left),
    top: millimetres(margins.top),
    width: paperWidth - millimetres(margins.left + margins.right),
    height,
    bottomMargin: millimetres(margins.bottom),
    pitch: height / Math.max(1, Math.round(height / (theme.sizes.body * lineHeight))),
  };
}
