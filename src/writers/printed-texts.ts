import { colophonWords } from '../model/colophon.ts';
import type {
  Block,
  Chart,
  Document,
  Heading,
  LineChart,
  ParagraphRole,
  Row,
  Table,
  TextRun,
} from '../model/document.ts';
import { gridOf } from '../model/grid.ts';
import type { Message } from '../model/language.ts';
import { plainText, run } from '../model/text.ts';
import type { Theme } from '../model/theme.ts';
import { layoutBarChart } from './chart/bar-chart.ts';
import type { ChartDrawing, ChartRoom } from './chart/drawing.ts';
import { layoutLineChart } from './chart/line-chart.ts';
import { continuationMark } from './paged/table-text.ts';

/** What a text is in the document, which decides its typeface. */
export type TextRole =
  | `heading-${Heading['level']}`
  | ParagraphRole
  | 'list'
  | 'table'
  | 'chart'
  | 'colophon'
  | 'banner'
  | 'page-number';

/** A text of one weight that a page shows. */
export interface PrintedText {
  readonly text: string;
  readonly role: TextRole;
  readonly strong: boolean;
  /** Where it stands, for messages. */
  readonly place: () => Message;
}

/** Every text of a document that a page shows, also those that the writers add: page numbers, marks of lists, figures in charts. */
export function printedTexts(document: Document, theme: Theme): PrintedText[] {
  const number = { 'zh-CN': '页码', en: 'page number' };
  const banner = { 'zh-CN': '横幅', en: 'banner' };
  return [
    { text: '— 0123456789 —', role: 'page-number', strong: false, place: () => number },
    { text: document.banner ?? '', role: 'banner', strong: true, place: () => banner },
    ...document.sections.flatMap(({ name, blocks }) =>
      // Key and argument belong together, which the compiler cannot see.
      blocks.flatMap((block) => handlers[block.kind](block as never, { section: name, theme })),
    ),
  ];
}

interface Surroundings {
  readonly section: string;
  readonly theme: Theme;
}

type Handlers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, around: Surroundings) => PrintedText[];
};

const handlers: Handlers = {
  heading: ({ level, content }, { section }) => wordTexts(content, `heading-${level}`, section),
  paragraph: ({ role, content }, { section }) => wordTexts(content, role, section),
  list: ({ items, ordered }, { section }) =>
    items.flatMap((item) => [
      ...wordTexts([{ text: ordered ? '0123456789. ' : `${listMark} `, strong: false, tone: null }], 'list', section),
      ...wordTexts(item, 'list', section),
    ]),
  table: (block, { section }) => tableTexts(block, section),
  chart: (block, { section, theme }) => drawnTexts(block, layoutBarChart(block, chartRoom(theme)), section),
  'line-chart': (block, { section, theme }) => drawnTexts(block, layoutLineChart(block, chartRoom(theme)), section),
  colophon: (block, { section }) => {
    const { copies, issuer, issued } = colophonWords(block);
    const words = [copies?.label ?? '', copies?.names ?? '', issuer, issued];
    return words.flatMap((text) => wordTexts([run(text)], 'colophon', section));
  },
  'page-break': () => [],
};

/** In front of the items of a list that is not numbered. */
export const listMark = '•';

function wordTexts(runs: readonly TextRun[], role: TextRole, section: string): PrintedText[] {
  const place = () => {
    const words = plainText(runs);
    const quoted = words.length > 24 ? `${words.slice(0, 24)}…` : words;
    return { 'zh-CN': `“${section}”中“${quoted}”`, en: `section ${section}, “${quoted}”` };
  };
  return runs.map(({ text, strong }) => ({ text, role, strong, place }));
}

function tableTexts(table: Table, section: string): PrintedText[] {
  const place = { 'zh-CN': `“${section}”表“${table.name}”`, en: `section ${section}, table ${table.name}` };
  const cells = (rows: readonly Row[], part: Message) =>
    gridOf(rows, table.columns.length).cells.flatMap(({ cell, row, column }) =>
      cell.content.map(
        ({ text, strong }): PrintedText => ({
          text,
          role: 'table',
          strong: strong || cell.header,
          place: () => ({
            'zh-CN': `${place['zh-CN']}${part['zh-CN']}第${row + 1}行第${column + 1}列`,
            en: `${place.en}, ${part.en} row ${row + 1}, column ${column + 1}`,
          }),
        }),
      ),
    );
  return [
    ...[false, true].map((strong) => ({ text: continuationMark, role: 'table' as const, strong, place: () => place })),
    ...cells(table.head, { 'zh-CN': '表头', en: 'head' }),
    ...cells(table.groups.flat(), { 'zh-CN': '正文', en: 'body' }),
  ];
}

/** Room enough for every word that a chart may show. */
function chartRoom(theme: Theme): ChartRoom {
  return { theme, width: 10_000, maxHeight: 10_000, measure: () => 0 };
}

/** What a drawn chart says, figures included. */
function drawnTexts({ name }: Chart | LineChart, { shapes }: ChartDrawing, section: string): PrintedText[] {
  const place = () => ({ 'zh-CN': `“${section}”图“${name}”`, en: `section ${section}, chart ${name}` });
  return shapes.flatMap((shape) =>
    shape.kind === 'text' ? [{ text: shape.text, role: 'chart', strong: shape.strong, place }] : [],
  );
}
