import type { Block } from '../../model/document.ts';
import { type Reading, type ReadPart, readingOf, refused } from '../../model/reading.ts';
import { run } from '../../model/text.ts';
import { openPdf } from './open-pdf.ts';
import { type ReadPage, readPage, withoutFurniture } from './page-text.ts';
import { paragraphsOf } from './paragraphs.ts';
import { inFile, problems } from './problems.ts';
import { doubts, tableBlock } from './table-block.ts';
import type { TextLine } from './text-lines.ts';

/**
 * A PDF with text: each page is a part with its ruled tables and the paragraphs around them. What is uncertain is
 * refused and never guessed: cells that their rules do not close, words across a rule, scans, tables without rules.
 * Asynchronous as the library that takes PDF apart.
 */
export const pdfReader = {
  format: 'pdf',
  extensions: ['pdf'],
  async read(bytes: Uint8Array, source: string): Promise<Reading> {
    const opened = await openPdf(bytes, source);
    if (opened.pages === null) return refused(opened.problem);
    if (opened.pages.every(({ texts }) => texts.length === 0))
      return refused(inFile(problems.scannedPdf, { file: source }, source));
    const pages = opened.pages.map(readPage);
    if (pages.every(({ tables }) => tables.length === 0))
      return refused(inFile(problems.unruledPdf, { file: source }, source));
    const lines = withoutFurniture(pages);
    const parts = pages.map((page, index) => partOf(page, lines[index] ?? [], source));
    const diagnostics = pages.flatMap(({ page, tables }) => tables.flatMap((table) => doubts(table, page, source)));
    return readingOf(parts, diagnostics);
  },
};

/** Tables and paragraphs of a page from top to bottom. */
function partOf({ page, tables }: ReadPage, lines: readonly TextLine[], source: string): ReadPart {
  const found: { readonly y: number; readonly block: Block }[] = tables.map((table, index) => ({
    y: table.y,
    block: tableBlock(table, page, index, source),
  }));
  for (const stretch of stretches(
    lines,
    tables.map(({ y }) => y),
  ))
    for (const { text, y } of paragraphsOf(stretch))
      found.push({ y, block: { kind: 'paragraph', role: 'body', content: [run(text)] } });
  const blocks = found.sort((a, b) => a.y - b.y).map(({ block }) => block);
  return { name: String(page.number), blocks };
}

/** Lines between the tables: no paragraph goes on behind one. */
function stretches(lines: readonly TextLine[], tables: readonly number[]): TextLine[][] {
  const cut = (line: TextLine) => tables.filter((y) => y < line.y).length;
  return [...Map.groupBy(lines, cut).values()];
}
