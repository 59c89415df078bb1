import type { Document, LineChart, Section, Table } from '../../../src/model/document.ts';
import { gridOf } from '../../../src/model/grid.ts';
import { plainText } from '../../../src/model/text.ts';

/** A finished document as a careful reader has it: its sentences, and its tables by the names of their columns. */

export interface Cell {
  readonly text: string;
  /** NaN where the cell holds no number. */
  readonly number: number;
}
export interface Row {
  readonly key: string;
  /** By the key of the column; a cell over several stands under each. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Read {
  /** The sentences of the first section outside headings, lists and notes. */
  readonly sentences: readonly string[];
  /** Every paragraph and list item of all sections. */
  readonly texts: readonly string[];
  /** Of 编制说明. */
  readonly notes: readonly string[];
  /** The rows of a table; none where it is not there. */
  rows(name: string): Row[];
  readonly lines: LineChart | null;
}

export function readDocument({ sections }: Document): Read {
  const blocks = sections.flatMap((section) => section.blocks);
  const tables = blocks.filter((block) => block.kind === 'table');
  return {
    sentences: paragraphs(sections[0] as Section).flatMap(sentencesOf),
    texts: blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.map(plainText) : 'content' in block ? [plainText(block.content)] : [],
    ),
    notes: paragraphs(sections.find(({ name }) => name === '编制说明') as Section).flatMap(sentencesOf),
    rows: (name) => tables.filter((table) => table.name === name).flatMap(rowsOf),
    lines: blocks.find((block) => block.kind === 'line-chart') ?? null,
  };
}

function paragraphs({ blocks }: Section): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && (block.role === 'body' || block.role === 'lead') ? [plainText(block.content)] : [],
  );
}

function sentencesOf(text: string): string[] {
  return text
    .split('。')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function rowsOf({ columns, groups }: Table): Row[] {
  return groups.flatMap((rows) => {
    const grid = gridOf(rows, columns.length);
    return rows.map(({ key }, index) => {
      const cells = columns.map((column, at): [string, Cell] => {
        const placed = grid.at[index]?.[at];
        const { content, value } = placed?.cell ?? { content: [], value: null };
        return [column.key, { text: plainText(content), number: value === null ? Number.NaN : Number(value.number) }];
      });
      return { key: key ?? '', cells: Object.fromEntries(cells) };
    });
  });
}
