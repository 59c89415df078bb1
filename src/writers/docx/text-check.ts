import type { Block, Document, Table, TextRun } from '../../model/document.ts';
import { WriteError } from '../../model/errors/write-error.ts';
import { codePointName, unwritable } from '../../model/text.ts';

/** Makes sure that Word can hold every text of the document; WriteError names the character and its place. */
export function checkTexts(document: Document): void {
  for (const key of ['title', 'subject', 'author', 'date'] as const) check(document[key], `the document's ${key}`);
  for (const keyword of document.keywords) check(keyword, "the document's keywords");
  check(document.banner ?? '', "the document's banner");
  for (const section of document.sections) {
    check(section.name, 'the name of a section');
    // Key and argument belong together, which the compiler cannot see.
    for (const [index, block] of section.blocks.entries())
      checkers[block.kind](block as never, `section “${section.name}”, block ${index + 1}`);
  }
}

function check(text: string, place: string): void {
  const found = unwritable.exec(text)?.[0];
  if (found !== undefined) throw new WriteError(`Word cannot hold ${codePointName(found)}, in ${place}`);
}

type Checkers = {
  readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>, place: string) => void;
};

const checkers: Checkers = {
  heading: (block, place) => checkRuns(block.content, `${place} (heading)`),
  paragraph: (block, place) => checkRuns(block.content, `${place} (${block.role})`),
  list: (block, place) => {
    for (const [index, item] of block.items.entries()) checkRuns(item, `${place}, list item ${index + 1}`);
  },
  'page-break': () => {},
  colophon: ({ copies, issuer, issued }, place) => {
    for (const text of [copies, issuer, issued]) check(text, `${place} (colophon)`);
  },
  chart: (block, place) => {
    const reference = block.reference === null ? [] : [block.reference.label];
    const labels = block.bars.map((bar) => bar.label);
    for (const text of [block.name, block.title, block.alt, block.format, ...labels, ...reference])
      check(text, `${place} (chart)`);
  },
  table: checkTable,
};

function checkTable(table: Table, place: string): void {
  check(table.name, `${place}, the name of a table`);
  for (const [rowIndex, row] of [...table.head, ...table.groups.flat()].entries())
    for (const [index, cell] of row.cells.entries())
      checkRuns(cell.content, `${place}, table “${table.name}”, row ${rowIndex + 1}, cell ${index + 1}`);
}

function checkRuns(runs: readonly TextRun[], place: string): void {
  for (const run of runs) check(run.text, place);
}
