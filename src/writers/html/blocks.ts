import { colophonWords } from '../../model/colophon.ts';
import type { Block, Document } from '../../model/document.ts';
import { imprintSides } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { barChartSvg } from '../chart/bar-chart-svg.ts';
import { lineChartSvg } from '../chart/line-chart-svg.ts';
import { cssFamily } from './css-family.ts';
import { html, Markup, nothing } from './markup.ts';
import { runsHtml } from './runs.ts';
import { tableHtml } from './table.ts';

/** What blocks need to know of their surroundings. */
export interface BlockContext {
  readonly theme: Theme;
  readonly page: Document['sections'][number]['page'];
}

type Handlers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, context: BlockContext) => Markup;
};

/** In units of the drawing, whose words are as large as the notes of the theme: about the width of a phone. */
const chartWidth = 420;

const handlers: Handlers = {
  heading({ level, content }) {
    const words = runsHtml(content);
    if (level === 1) return html`<h1>${words}</h1>`;
    return level === 2 ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`;
  },
  paragraph({ role, content }) {
    const sides = role === 'imprint' ? imprintSides(content) : null;
    // The gap stays between the sides, for those who copy the text.
    if (sides !== null)
      return html`<p class="imprint"><span>${sides.left}</span>　　　　<span>${sides.right}</span></p>`;
    return html`<p class="${role}">${runsHtml(content)}</p>`;
  },
  list({ ordered, items }) {
    const lines = items.map((item) => html`<li>${runsHtml(item)}</li>`);
    return ordered ? html`<ol>${lines}</ol>` : html`<ul>${lines}</ul>`;
  },
  table: (table, { theme, page }) => tableHtml(table, theme, page),
  chart(chart, { theme }) {
    const fontFamily = cssFamily(theme.fonts.table);
    return html`<figure>${new Markup(barChartSvg(chart, { theme, width: chartWidth, fontFamily }))}</figure>`;
  },
  'line-chart'(chart, { theme }) {
    const fontFamily = cssFamily(theme.fonts.table);
    return html`<figure>${new Markup(lineChartSvg(chart, { theme, width: chartWidth, fontFamily }))}</figure>`;
  },
  colophon(block) {
    const { copies, issuer, issued } = colophonWords(block);
    const copied =
      copies === null ? nothing : html`<p class="copies"><span>${copies.label}</span><span>${copies.names}</span></p>`;
    return html`<footer class="colophon">${copied}<p><span>${issuer}</span>　<span>${issued}</span></p></footer>`;
  },
  'page-break': () => html`<hr class="page-break"/>`,
};

/** One block; a kind of block without a handler does not compile. */
export function blockHtml(block: Block, context: BlockContext): Markup {
  // kind and block belong together, which the compiler cannot see
  return handlers[block.kind](block as never, context);
}
