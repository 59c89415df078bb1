import type { Document, Section } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { blockHtml } from './blocks.ts';
import { html, type Markup, nothing } from './markup.ts';
import { pageName } from './page-box.ts';
import { styleSheet } from './style-sheet.ts';

/** The whole page. It asks for nothing from elsewhere, and its policy lets it ask for nothing. */
export function documentHtml(document: Document, theme: Theme): Markup {
  const { title, subject, author, keywords, language, date, banner, sections } = document;
  return html`<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title}</title>
<meta name="description" content="${subject}"/>
<meta name="author" content="${author}"/>
<meta name="keywords" content="${keywords.join(',')}"/>
<meta name="date" content="${date}"/>
<style>
${styleSheet(document, theme)}</style>
</head>
<body>
${banner === null ? nothing : html`<p class="banner" role="note">${banner}</p>\n`}${contents(sections)}<main>
${sections.map((section, i) => sectionHtml(section, i, theme))}</main>
</body>
</html>
`;
}

/** A document of one section needs no table of contents. */
function contents(sections: readonly Section[]): Markup {
  if (sections.length < 2) return nothing;
  const entries = sections.map(({ name }, i) => html`<li><a href="#${anchor(i)}">${name}</a></li>`);
  return html`<nav aria-label="目录"><ol>${entries}</ol></nav>\n`;
}

function sectionHtml({ name, page, blocks }: Section, index: number, theme: Theme): Markup {
  const written = blocks.map((block) => html`${blockHtml(block, { theme, page })}\n`);
  return html`<section id="${anchor(index)}" class="${pageName(page)}" aria-label="${name}">\n${written}</section>\n`;
}

/** Ids in ASCII by number: section names are Chinese and may hold spaces. */
function anchor(index: number): string {
  return `section-${index + 1}`;
}
