import { DocumentGridType, type ISectionPropertiesOptions, PageOrientation, SectionType } from 'docx';
import type { PageSetup } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { twipsOfMillimetres, twipsOfPoints } from './units.ts';

/** Portrait width and height in millimetres, ISO 216. */
const papers = { A4: [210, 297], A3: [297, 420] } as const;

/** GB/T 9704-2012, 5.2.3: 22 lines of 28 characters fill the text block of an A4 page. */
const linesPerPage = 22;
const charactersPerLine = 28;
const officialPage: PageSetup = { paper: 'A4', orientation: 'portrait' };

/** A page as it lies, in twips. */
export interface PageMeasure {
  readonly textWidth: number;
  readonly textHeight: number;
}

/** The room for text on a page. */
export function measurePage(page: PageSetup, theme: Theme): PageMeasure {
  const [width, height] = sizeOf(page);
  const margin = marginsOf(page, theme);
  return { textWidth: width - margin.left - margin.right, textHeight: height - margin.top - margin.bottom };
}

/** The pitch of running text in twips, for all pages: that of the A4 portrait page. */
export function linePitch(theme: Theme): number {
  return Math.floor(measurePage(officialPage, theme).textHeight / linesPerPage);
}

/**
 * What a character of running text gets over its own size so that 28 fill the line, in twips. A character grid would
 * say the same, but only Word reads it so: LibreOffice then sets every ideograph two grid cells wide.
 */
export function characterSpacing(theme: Theme): number {
  const { textWidth } = measurePage(officialPage, theme);
  return Math.floor(textWidth / charactersPerLine - theme.sizes.body * 20);
}

/** Page size, margins and, on the A4 portrait page, the line grid of the standard. */
export function sectionProperties(page: PageSetup, theme: Theme): ISectionPropertiesOptions {
  const [width, height] = sizeOf({ ...page, orientation: 'portrait' });
  const official = page.paper === officialPage.paper && page.orientation === officialPage.orientation;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // The library wants the portrait size and turns it itself.
      size: {
        width,
        height,
        orientation: page.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: marginsOf(page, theme),
    },
    grid: { linePitch: linePitch(theme), ...(official ? { type: DocumentGridType.LINES } : {}) },
  };
}

function sizeOf(page: PageSetup): [width: number, height: number] {
  const [short, long] = papers[page.paper].map(twipsOfMillimetres) as [number, number];
  return page.orientation === 'landscape' ? [long, short] : [short, long];
}

/** Margins of a page, and the distances of header and footer from its edges, in twips. */
export function marginsOf(page: PageSetup, theme: Theme) {
  const { top, bottom, left, right } = page.orientation === 'landscape' ? theme.landscapeMargins : theme.margins;
  return {
    top: twipsOfMillimetres(top),
    bottom: twipsOfMillimetres(bottom),
    left: twipsOfMillimetres(left),
    right: twipsOfMillimetres(right),
    // Room for the banner above the text.
    header: twipsOfMillimetres(Math.max(5, Math.min(15, top - 14))),
    footer: twipsOfMillimetres(bottom) - pageNumberPlace(bottom, theme).end,
    gutter: 0,
  };
}

/**
 * Where the line of the page number begins and ends below the text in a margin of so many millimetres, in twips: its
 * dashes, in the middle of the line, are 7 mm away from the text (GB/T 9704-2012, 7.5), or less in a narrow margin.
 */
export function pageNumberPlace(margin: number, theme: Theme): { readonly start: number; readonly end: number } {
  const line = twipsOfPoints(pageNumberLine(theme));
  const start = twipsOfMillimetres(Math.min(7, margin * 0.4)) - Math.round(line / 2);
  return { start, end: start + line };
}

/** Height of the line of the page number, in points. */
export function pageNumberLine({ sizes }: Theme): number {
  return sizes.pageNumber * 1.3;
}
