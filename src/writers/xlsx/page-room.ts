import type { PageSetup } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';

/** ISO 216, millimetres, short side first. */
const papers = { A4: [210, 297], A3: [297, 420] } as const;
const pointsPerMillimetre = 72 / 25.4;

/**
 * Millimetres that the margins at the sides lend to the sheet, each: columns come out a few percent wider where a program
 * does not round the digits of `unitFont` to pixels, and a sheet wider than its page would be torn in two.
 */
export const lentByMargin = 3;

/** A sheet prints this share of its height on a page; the rest is for the rounding of rows. */
const heightShare = 0.98;

/** The room for a sheet on its page, in points. */
export interface PageRoom {
  readonly width: number;
  readonly height: number;
}

/** The text block of a page, whose width the columns fill as planned. */
export function pageRoom(page: PageSetup, theme: Theme): PageRoom {
  const [short, long] = papers[page.paper];
  const landscape = page.orientation === 'landscape';
  const { top, bottom, left, right } = marginsOf(page, theme);
  return {
    width: ((landscape ? long : short) - left - right) * pointsPerMillimetre,
    height: ((landscape ? short : long) - top - bottom) * pointsPerMillimetre * heightShare,
  };
}

/** Millimetres, as the theme has them. */
export function marginsOf(page: PageSetup, theme: Theme): Theme['margins'] {
  return page.orientation === 'landscape' ? theme.landscapeMargins : theme.margins;
}
