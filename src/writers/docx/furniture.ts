import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import type { PageSetup } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { styleIds } from './style-ids.ts';
import { turnedPageNumber } from './turned-number.ts';

/** The banner on every page; null for real data. The other sections inherit the headers of the first. */
export function pageHeaders(banner: string | null): Pick<ISectionOptions, 'headers'> {
  if (banner === null) return {};
  const header = () =>
    new Header({ children: [new Paragraph({ style: styleIds.banner, children: [new TextRun(banner)] })] });
  return { headers: { default: header(), even: header() } };
}

/**
 * The page number — 1 — below the text, right on odd pages and left on even ones (GB/T 9704-2012, 7.5). A landscape
 * page has it at its left edge, which is the lower one when the page is bound like the others (7.6).
 */
export function pageFooters(page: PageSetup, theme: Theme): Pick<ISectionOptions, 'footers'> {
  const number = page.orientation === 'landscape' ? turned(page, theme) : upright;
  return { footers: { default: number(styleIds.oddPageNumber), even: number(styleIds.evenPageNumber) } };
}

type PageNumberStyle = typeof styleIds.oddPageNumber | typeof styleIds.evenPageNumber;

function upright(style: PageNumberStyle): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({ children: [new Paragraph({ style, children: [number] })] });
}

function turned(page: PageSetup, theme: Theme): (style: PageNumberStyle) => Footer {
  return (style) => {
    const blocks: readonly unknown[] = [
      turnedPageNumber(style, page, theme),
      new Paragraph({ style: styleIds.hairline }),
    ];
    // A footer takes any block; only its type names two of them.
    return new Footer({ children: blocks as readonly Paragraph[] });
  };
}
