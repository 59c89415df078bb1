import type { Block, Cell, Document, Table } from '../model/document.ts';
import { plainText } from '../model/text.ts';

/** Everything that a document says, as pieces of text: words, numbers behind words, remarks, charts, properties. */
export function documentWords({ title, subject, author, keywords, banner, sections }: Document): string[] {
  return [
    title,
    subject,
    author,
    keywords.join(' '),
    banner ?? '',
    ...sections.flatMap(({ name, blocks }) => [name, ...blocks.flatMap(blockWords)]),
  ];
}

const handlers: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string[] } = {
  heading: ({ content }) => [plainText(content)],
  paragraph: ({ content }) => [plainText(content)],
  list: ({ items }) => items.map(plainText),
  table: tableWords,
  chart: ({ title, alt, bars, reference }) => [
    title,
    alt,
    ...bars.flatMap(({ label, value }) => [label, value]),
    ...(reference ? [reference.label, reference.value] : []),
  ],
  'line-chart': ({ title, alt, categories, series }) => [
    title,
    alt,
    ...categories,
    ...series.flatMap(({ label, values }) => [label, ...values.flatMap((value) => (value ? [value.number] : []))]),
  ],
  colophon: ({ copies, issuer, issued }) => [copies, issuer, issued],
  'page-break': () => [],
};

function blockWords(block: Block): string[] {
  return (handlers[block.kind] as (block: Block) => string[])(block);
}

function tableWords({ name, columns, head, groups }: Table): string[] {
  const cells = [...head, ...groups.flat()].flatMap(({ cells }) => cells);
  return [name, ...columns.map(({ key }) => key), ...cells.flatMap(cellWords)];
}

function cellWords({ content, value, note }: Cell): string[] {
  return [plainText(content), ...(value ? [value.number] : []), ...(note === undefined ? [] : [note])];
}
