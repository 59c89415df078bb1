import type { Document } from '../../model/document.ts';
import type { Theme } from '../../model/theme.ts';
import { cssFamily } from './css-family.ts';
import { Markup } from './markup.ts';
import { paperRules } from './paper-rules.ts';
import { screenRules } from './screen-rules.ts';
import { tableRules } from './table-rules.ts';

/** The style sheet: the theme as variables, then rules for all media, for screens, for paper. */
export function styleSheet(document: Document, theme: Theme): Markup {
  return new Markup(
    [themeVariables(theme), textRules, tableRules, screenRules, paperRules(document, theme)].join('\n'),
  );
}

function themeVariables({ fonts, colours }: Theme): string {
  const families = Object.entries(fonts).map(([name, face]) => `--${name}-font: ${cssFamily(face)};`);
  const tones = Object.entries(colours.tones).map(([tone, colour]) => `.tone-${tone} { color: ${colour}; }`);
  return `:root {
  ${families.join('\n  ')}
  --text: ${colours.text};
  --rule: ${colours.rule};
  --table-head: ${colours.tableHead};
  --marked: ${colours.marked};
  --banner: ${colours.banner};
}
${tones.join('\n')}
`;
}

/** Roles as GB/T 9704-2012 sets them, in units of the text so that they hold on any screen. */
const textRules = `* { box-sizing: border-box; }
html { color-scheme: light; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: var(--text); font-family: var(--body-font); line-height: 1.75; line-break: strict; overflow-wrap: anywhere; }
p, li, h1, h2, h3, td, th { white-space: pre-wrap; }
p, ul, ol, h1, h2, h3, figure { margin: 0; }
h1 { margin: 0.8em 0; font: normal 1.4em/1.35 var(--title-font); text-align: center; text-wrap: balance; }
h2 { font: normal 1em/1.75 var(--heading-font); text-indent: 2em; }
h3 { font: normal 1em/1.75 var(--subheading-font); text-indent: 2em; }
strong { font-weight: bold; }
.body, .lead { text-indent: 2em; text-align: justify; }
.lead { font-family: var(--subheading-font); }
.number { text-align: center; }
.imprint { display: flex; justify-content: space-between; margin-bottom: 0.6em; padding-bottom: 0.2em; border-bottom: 2px solid var(--rule); }
.annex-label { font-family: var(--heading-font); }
.annex-list { margin-top: 1.5em; padding-left: 5em; text-indent: -3em; }
.table-unit { font-size: 0.7em; text-align: right; }
.note { margin-top: 0.3em; font-size: 0.7em; }
.signature { padding-right: 2em; text-align: right; }
.signature:not(.signature + .signature) { margin-top: 1.5em; }
ul, ol { padding-left: 3.5em; }
figure { margin: 1em auto; max-width: 32rem; }
figure svg { display: block; width: 100%; height: auto; }
.colophon { margin-top: 3em; border-top: 2px solid var(--rule); border-bottom: 2px solid var(--rule); font-size: 0.875em; }
.colophon p { display: flex; padding: 0.35em 1em; }
.colophon p:last-child { justify-content: space-between; }
.colophon p + p { border-top: 1px solid var(--rule); }
.colophon .copies span:first-child { flex: none; }
.page-break { margin: 0; border: 0; }
.banner { margin: 0; padding: 0.2em 1em; color: var(--banner); font: bold 1em/1.5 var(--heading-font); text-align: center; letter-spacing: 0.2em; }
`;
