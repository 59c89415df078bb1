import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { assignTables } from './assign-tables.ts';
import { bareText } from './bare-text.ts';
import { missingInDrawings } from './compare-chart.ts';
import { compareNotes } from './compare-notes.ts';
import { compareTable } from './compare-table.ts';
import { compareTexts } from './compare-texts.ts';
import { expectedRecords } from './expected-records.ts';
import { expectedTables } from './expected-table.ts';
import { type AnyChart, expectedTexts } from './expected-texts.ts';
import type { Locator } from './formula-text.ts';
import type { FoundFile, FoundTable, FoundText, Traits } from './found.ts';
import { foundText } from './found.ts';
import { capped, differ, differences } from './problems.ts';
import { sheetTables } from './sheet-tables.ts';
import { shortened, shortenedPair } from './shorten.ts';
import { foundAt, type TableContext, tableContext } from './table-context.ts';
import { nowhere } from './where.ts';

/** A page number as official documents set it; it is furniture and in no document. */
const pageNumber = /^[—–-]\d+[—–-]$/;

/** Everything in which a file differs from the document that it was made of; empty where it says the same. */
export function compareFile(found: FoundFile, document: Document, traits: Traits, source: string): Diagnostic[] {
  const native = (chart: AnyChart) => traits.charts[chart.kind] === 'native';
  const tables = traits.records ? [expectedRecords(document)] : expectedTables(document, traits);
  const all = traits.records ? [] : expectedTexts(document);
  const charts = all.flatMap((text) => (text.kind === 'chart' ? [text.chart] : []));
  const inText = charts.filter((chart) => !native(chart));
  const read = sheetTables(found.tables, inText, tables);
  const assignment = assignTables(read.tables, tables);
  const strangers = read.tables.filter((_, index) => assignment[index] === -1);
  // The lines of a chart may look like rules, and a sheet frames words as it frames cells.
  const drawn = inText.length > 0 ? strangers : strangers.filter(isFramed);
  const said = [...found.texts, ...read.texts, ...drawn.flatMap(wordsOf)].sort((a, b) => a.order - b.order);
  const texts = withoutBanner(said, document);
  const contexts = tables.map((table, index) => {
    const parts = read.tables.filter((_, part) => assignment[part] === index);
    return tableContext(table, parts, traits, source);
  });
  return [
    ...titleProblems(found, document, source),
    ...bannerProblems(found, document, source),
    ...strangers
      .filter((table) => !drawn.includes(table))
      .map((table) => differ(differences.tableExtra, { ...table.where, text: shortened(firstWords(table)) }, source)),
    ...contexts.flatMap((context) => compareTable(context, locatorOf(contexts, context))),
    ...(traits.notes ? compareNotes(contexts, found.notes, source) : []),
    ...compareTexts(
      all.filter((text) => text.kind === 'words' || !native(text.chart)),
      texts,
      traits.lines,
      source,
    ),
    ...drawingProblems(found, charts.filter(native), source),
    ...astrayProblems(found, source),
  ];
}

function drawingProblems({ drawings }: FoundFile, charts: readonly AnyChart[], source: string): Diagnostic[] {
  return charts.flatMap((chart) =>
    missingInDrawings(chart, drawings).map((expected) =>
      differ(differences.chart, { ...nowhere, text: chart.title, expected }, source),
    ),
  );
}

function locatorOf(contexts: readonly TableContext[], own: TableContext): Locator {
  return {
    table: (name) => (name === '' ? own : contexts.find(({ table }) => table.name === name))?.table ?? null,
    locate(table, row, column) {
      const context = contexts.find((one) => one.table === table);
      if (context === undefined) return null;
      const [first, last] = [foundAt(context, row, column, 0), foundAt(context, row, column, -1)];
      if (first === null || last === null) return null;
      return { sheet: first.where.sheet, first: first.where.cell, last: last.lastCell };
    },
  };
}

function titleProblems({ title }: FoundFile, document: Document, source: string): Diagnostic[] {
  if (title === null || bareText(title) === bareText(document.title)) return [];
  return [differ(differences.title, { ...nowhere, ...shortenedPair(document.title, title) }, source)];
}

/** The words that no reader may miss stand on every page and every sheet, or in every header that makes up the pages. */
function bannerProblems({ texts, surfaces, headers }: FoundFile, { banner }: Document, source: string): Diagnostic[] {
  if (banner === null) return [];
  const bare = bareText(banner);
  const there = texts.filter((text) => text.bare === bare).map(({ where }) => where);
  const headed = headers !== null && headers.length > 0 && headers.every((words) => bareText(words).includes(bare));
  const lacking = surfaces.filter(({ page, sheet }) => !there.some((one) => one.page === page && one.sheet === sheet));
  return capped(
    (headed ? [] : lacking).map((where) => differ(differences.banner, { ...where, expected: banner }, source)),
    1,
    source,
  );
}

function withoutBanner(texts: readonly FoundText[], { banner }: Document): FoundText[] {
  const words = banner === null ? '' : bareText(banner);
  return texts.filter(({ bare }) => bare !== '' && bare !== words && !pageNumber.test(bare));
}

function wordsOf(table: FoundTable): FoundText[] {
  return table.cells.map(({ text }) => foundText(text, table.where, table.order));
}

/** A box around lines of text: no row has two cells. */
function isFramed({ cells, rowCount }: FoundTable): boolean {
  return cells.length <= rowCount;
}

function firstWords({ cells }: FoundTable): string {
  return cells.find(({ bare }) => bare !== '')?.text ?? '';
}

/** Per page and edge, the first of the words that reach over it; the others are counted. */
export function astrayProblems({ astray }: FoundFile, source: string): Diagnostic[] {
  const groups = Map.groupBy(astray, ({ where, edge }) => `${where.page} ${edge}`);
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const problem = first.edge === 'page' ? differences.beyondPage : differences.beyondCell;
    const all = [first, ...more].map(({ text, where }) => differ(problem, { ...where, text: shortened(text) }, source));
    return capped(all, 1, source);
  });
}
