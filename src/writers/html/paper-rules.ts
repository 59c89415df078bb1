import type { Document, PageSetup } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { cssFamily } from './css-family.ts';
import { marginsOf, pageName } from './page-box.ts';

/** On paper: page sizes and margins per section, page number and banner on every page (GB/T 9704-2012, 7.5). */
export function paperRules({ sections, banner }: Document, theme: Theme): string {
  const pages = new Map(sections.map(({ page }) => [pageName(page), page]));
  const { sizes } = theme;
  return `${[...pages.values()].map((page) => pageRules(page, theme)).join('')}${banner === null ? '' : bannerRules(banner, theme)}@page :right { @bottom-right { ${pageNumber(theme)} } }
@page :left { @bottom-left { ${pageNumber(theme)} } }
@media print {
  html { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: ${sizes.body}pt; }
  nav { display: none; }
  section { break-before: page; }
  section:first-of-type { break-before: auto; }
  h1 { font-size: ${sizes.title}pt; }
  h2, h3 { font-size: ${sizes.heading}pt; }
  h1, h2, h3, .annex-label, .table-unit { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  .table-unit, .note { font-size: ${sizes.note}pt; }
  .note, .signature { break-before: avoid; }
  figure { break-inside: avoid; }
  .page-break { break-after: page; }
  table { --line: 0.5pt; font-size: var(--paper-size); }
  th, td { padding: 0.2em 0.15em; }
  td.right { padding-right: calc(0.15em + var(--inset, 0em)); }
  thead { display: table-header-group; }
  tbody, tr { break-inside: avoid; }
}
`;
}

function pageRules(page: PageSetup, theme: Theme): string {
  const { top, right, bottom, left } = marginsOf(page, theme);
  const name = pageName(page);
  return `@page ${name} { size: ${page.paper} ${page.orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
section.${name} { page: ${name}; }
`;
}

/** Of the stamp across a page, in points: the slant lets it be as long as the narrowest text block is wide. */
const stampLength = 440;

/**
 * In the top margin, and as a pale stamp across the page: browsers before 2025 print nothing into margins, and a
 * banner fixed to the top of the text would cover it.
 */
function bannerRules(banner: string, theme: Theme): string {
  const { sizes, fonts } = theme;
  const stamp = Math.round(Math.min(56, stampLength / [...banner].length));
  return `@page { @top-center { content: ${cssString(banner)}; color: ${theme.colours.banner}; font: bold ${sizes.heading}pt ${cssFamily(fonts.heading)}; } }
@media print {
  .banner { position: fixed; top: 40%; left: 0; right: 0; padding: 0; font-size: ${stamp}pt; letter-spacing: 0; white-space: nowrap; opacity: 0.1; transform: rotate(-30deg); }
}
`;
}

function pageNumber({ sizes, fonts }: Theme): string {
  return `content: "— " counter(page) " —"; font: ${sizes.pageNumber}pt ${cssFamily(fonts.body)};`;
}

/** Any words as a CSS string that means nothing to HTML either: all but letters and digits by their code points. */
function cssString(words: string): string {
  const characters = Array.from(words, (character) =>
    /[\p{L}\p{N}]/u.test(character) ? character : `\\${(character.codePointAt(0) as number).toString(16)} `,
  );
  return `"${characters.join('')}"`;
}
