import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import { styleIds } from './style-ids.ts';

/**
 * Headers and footers of the first section, which the others inherit: the banner on every page, and the page number
 * — 1 — right on odd pages and left on even ones (GB/T 9704-2012, 7.5).
 */
export function pageFurniture(banner: string | null): Pick<ISectionOptions, 'headers' | 'footers'> {
  const footers = {
    default: new Footer({ children: [pageNumber(styleIds.oddPageNumber)] }),
    even: new Footer({ children: [pageNumber(styleIds.evenPageNumber)] }),
  };
  if (banner === null) return { footers };
  const header = () => new Header({ children: [bannerParagraph(banner)] });
  return { footers, headers: { default: header(), even: header() } };
}

/** The words that no reader may miss, in their red box. */
export function bannerParagraph(banner: string): Paragraph {
  return new Paragraph({ style: styleIds.banner, children: [new TextRun(banner)] });
}

function pageNumber(style: string): Paragraph {
  return new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] });
}
