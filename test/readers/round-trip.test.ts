import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDocument } from '../../src/jobs/export-plan.ts';
import type { Cell, Document, Row, Table } from '../../src/model/document.ts';
import { documentIn } from '../../src/model/document-in.ts';
import { gridOf } from '../../src/model/grid.ts';
import { plainText, run } from '../../src/model/text.ts';
import { loadPlan } from '../../src/month/pipeline.ts';
import { anySpans } from '../support/any-spans.ts';
import { composed } from '../support/composed.ts';
import { planFile, sampleMonth } from '../support/plan-2023.ts';
import { planWords } from '../support/plan-words.ts';
import { cellsOf, outline, problems, read, tablesIn } from '../support/read-tables.ts';
import { runs, timeLimit } from '../support/runs.ts';
import { written } from '../support/written-packet.ts';

const formats = ['docx', 'xlsx'] as const;

function documentOf(table: Table): Document {
  const section = { name: '任意', page: { paper: 'A4', orientation: 'landscape' } } as const;
  return {
    title: '标题',
    subject: '',
    author: '',
    keywords: [],
    language: 'zh-CN',
    date: '2023-07-05',
    banner: null,
    sections: [
      {
        ...section,
        blocks: [
          { kind: 'paragraph', role: 'annex-label', content: [run('附件2')] },
          { kind: 'heading', level: 1, content: [run('任务分解表')] },
          table,
          { kind: 'paragraph', role: 'note', content: [run('注：略')] },
        ],
      },
    ],
  };
}

/**
 * The table with words in every cell of its first and last row and column: a sheet does not say whether what is empty at
 * its edge belongs to the table.
 */
function withFilledEdge(table: Table): Table {
  const rows = [...table.head, ...table.groups.flat()];
  const { cells, rowCount, columnCount } = gridOf(rows, table.columns.length);
  const edge = new Set<Cell>();
  for (const { cell, row, column } of cells)
    if (row === 0 || column === 0 || row + cell.rowspan === rowCount || column + cell.colspan === columnCount)
      edge.add(cell);
  const filled = (row: Row): Row => ({
    ...row,
    cells: row.cells.map((cell) =>
      edge.has(cell) && plainText(cell.content).trim() === '' ? { ...cell, content: [run('有')] } : cell,
    ),
  });
  return { ...table, head: table.head.map(filled), groups: table.groups.map((group) => group.map(filled)) };
}

/** Numbers behind the cells, in reading order. */
function valuesOf(table: Table) {
  return [...table.head, ...table.groups.flat()].flatMap((row) =>
    row.cells.map(({ value }) => value && { number: value.number, format: value.format }),
  );
}

/** A table of at least two cells in its first row, so that it is no title; a row in which no cell begins is none in Word. */
const table = anySpans
  .filter((any) => any.columns.length > 4)
  .filter((any) => [...any.head, ...any.groups.flat()].every((row) => row.cells.length > 0))
  .map(withFilledEdge);

describe.each(formats)('as %s', (format) => {
  it(
    'any table reads back with its grid, its words, its numbers and the text around it',
    async () => {
      await fc.assert(
        fc.asyncProperty(table, async (any) => {
          const reading = read(await written(documentOf(any), format), `t.${format}`);
          const [found] = tablesIn(reading.blocks);
          expect(found && cellsOf(found)).toEqual(cellsOf(any));
          if (format === 'xlsx') expect(found && valuesOf(found)).toEqual(valuesOf(any));
          expect([outline(reading.blocks.slice(0, 2)), outline(reading.blocks.slice(3))]).toEqual([
            ['附件2', '任务分解表'],
            ['注：略'],
          ]);
          expect(problems(reading)).toEqual([]);
        }),
        { numRuns: runs(30) },
      );
    },
    timeLimit,
  );

  it('a briefing reads back with all its tables, section by section', async () => {
    const document = documentIn(await composed(sampleMonth('2023-06'), '上城区'), format);
    const { parts, diagnostics } = read(await written(document, format), `简报.${format}`);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(parts.map(({ name }) => name)).toEqual(
      document.sections.map(({ name }) => (format === 'xlsx' ? name : null)),
    );
    for (const [index, { blocks }] of document.sections.entries()) {
      const tables = tablesIn(parts[index]?.blocks ?? []).map(cellsOf);
      expect(tables).toEqual(expect.arrayContaining(tablesIn(blocks).map(cellsOf)));
      // A chart in a workbook stands on its figures.
      const charts = format === 'xlsx' ? blocks.filter(({ kind }) => kind.endsWith('chart')).length : 0;
      expect(tables).toHaveLength(tablesIn(blocks).length + charts);
    }
  });

  it('the 2023 plan reads back as the same plan', async () => {
    const { plan } = loadPlan(planFile);
    if (plan === null) throw new Error('the 2023 table could not be read');
    const bytes = await written(planDocument(plan), format);
    const again = loadPlan({ name: `附件2.${format}`, bytes });
    const warnings = again.diagnostics.filter(({ severity }) => severity !== 'info');
    expect(warnings.map(({ code }) => code)).toEqual(Array(3).fill('allocation-sum'));
    expect(planWords(again.plan)).toEqual(planWords(plan));
  });
});
