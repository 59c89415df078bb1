import { colophonWords } from '../model/colophon.ts';
import type { Block, Chart, Document, LineChart, TextRun } from '../model/document.ts';
import { plainText, run } from '../model/text.ts';
import { bareText } from './bare-text.ts';

/** What stands outside tables, in the order of the document. */
export type ExpectedText = ExpectedWords | ExpectedChart;

export interface ExpectedWords {
  readonly kind: 'words';
  readonly text: string;
  readonly bare: string;
  /** What may stand before it without being a part of it: the number or the dot of a list. */
  readonly markers: readonly string[];
  /** Name of its section. */
  readonly section: string;
}

export type AnyChart = Chart | LineChart;

export interface ExpectedChart {
  readonly kind: 'chart';
  readonly chart: AnyChart;
}

type Words = Omit<ExpectedWords, 'section'> | ExpectedChart;

type Handlers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly Words[];
};

const handlers: Handlers = {
  heading: ({ content }) => [words(content)],
  paragraph: ({ content }) => [words(content)],
  list: ({ ordered, items }) =>
    items.map((item, index) => words(item, ordered ? [`${index + 1}.`] : ['•', '·', '-', '●'])),
  table: () => [],
  chart: (chart) => [{ kind: 'chart', chart }],
  'line-chart': (chart) => [{ kind: 'chart', chart }],
  colophon(block) {
    const { copies, issuer, issued } = colophonWords(block);
    const lines = [...(copies === null ? [] : [copies.label + copies.names]), `${issuer}　${issued}`];
    return lines.map((line) => words([run(line)]));
  },
  'page-break': () => [],
};

/** All of them; texts without words leave nothing to look for. */
export function expectedTexts({ sections }: Document): ExpectedText[] {
  return sections.flatMap(({ name, blocks }) =>
    blocks
      .flatMap((block) => handlers[block.kind](block as never))
      .filter((text) => text.kind === 'chart' || text.bare !== '')
      .map((text) => (text.kind === 'chart' ? text : { ...text, section: name })),
  );
}

function words(content: readonly TextRun[], markers: readonly string[] = []): Omit<ExpectedWords, 'section'> {
  const text = plainText(content);
  return { kind: 'words', text, bare: bareText(text), markers };
}
