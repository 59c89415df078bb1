import { expect } from 'vitest';
import type { Block, Document, PageSetup, Section, Table } from '../../../src/model/document.ts';
import { gridOf, type PlacedCell } from '../../../src/model/grid.ts';
import { plainText } from '../../../src/model/text.ts';
import { xlsxWriter } from '../../../src/writers/xlsx/index.ts';
import { type ReadCell, type ReadSheet, readXlsx } from '../../support/read-xlsx.ts';
import { resources } from '../../support/theme.ts';

export function write(document: Document): Promise<Uint8Array> {
  return xlsxWriter.write(document, resources);
}

export async function writeAndRead(document: Document): Promise<ReadSheet[]> {
  return readXlsx(await write(document));
}

/** A document of one section without a banner. */
export function documentOf(
  blocks: readonly Block[],
  page: PageSetup = { paper: 'A4', orientation: 'portrait' },
): Document {
  return documentWith([{ name: '表', page, blocks }]);
}

export function documentWith(sections: readonly Section[]): Document {
  return {
    title: '标题',
    subject: '',
    author: '市民生实事办',
    keywords: [],
    language: 'zh-CN',
    date: '2023-07-05',
    banner: null,
    sections,
  };
}

export function tablesOf(section: Section | undefined): Table[] {
  return (section?.blocks ?? []).filter((block) => block.kind === 'table');
}

export function placedCells(table: Table): readonly PlacedCell[] {
  return gridOf([...table.head, ...table.groups.flat()], table.columns.length).cells;
}

export function cellAt(sheet: ReadSheet | undefined, row: number, column: number): ReadCell {
  const cell = sheet?.cells.find((c) => c.row === row && c.column === column);
  if (cell === undefined) throw new Error(`no cell at row ${row}, column ${column}`);
  return cell;
}

/** Sheet row of the cell with these words in column A. */
export function rowOf(sheet: ReadSheet | undefined, words: string, from = 0): number {
  const cell = sheet?.cells.find((c) => c.column === 0 && c.row >= from && c.text.trim() === words);
  if (cell === undefined) throw new Error(`“${words}” is not in column A`);
  return cell.row;
}

/** Compares each cell of a table, from sheet row `top` on, with what the file holds there. */
export function expectTable(sheet: ReadSheet | undefined, table: Table, top: number): void {
  const rows = table.head.length + table.groups.flat().length;
  const written = (sheet?.cells ?? [])
    .filter((cell) => cell.row >= top && cell.row < top + rows && cell.column < table.columns.length)
    .map(({ row, column, rowspan, colspan, text, raw, outlined }) => ({
      row: row - top,
      column,
      rowspan,
      colspan,
      text,
      number: raw.type === 'number' ? Number(raw.value) : null,
      outlined,
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
  const expected = placedCells(table)
    .map(({ cell, row, column }) => ({
      row,
      column,
      rowspan: cell.rowspan,
      colspan: cell.colspan,
      text: plainText(cell.content),
      number: cell.value === null ? null : Number(cell.value.number),
      outlined: true,
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
  expect(written).toEqual(expected);
}
