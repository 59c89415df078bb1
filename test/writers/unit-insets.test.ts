import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../src/model/document.ts';
import { textCell } from '../../src/model/text.ts';
import { docxWriter } from '../../src/writers/docx/index.ts';
import { htmlWriter } from '../../src/writers/html/index.ts';
import { figureWidths, type PlacedFigure, unitInsets } from '../../src/writers/unit-insets.ts';
import { tablesOn } from '../support/pdf-tables.ts';
import { readDocx } from '../support/read-docx.ts';
import { textsIn } from '../support/read-pdf.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { resources } from '../support/theme.ts';
import { writtenPdf } from '../support/written-pdf.ts';

const figures = ['24处', '18600人次', '12.4万平方米', '1家', '+10'];

function cellOf(text: string) {
  const number = /[\d.]+/.exec(text)?.[0] ?? '';
  return textCell(text, { value: { number, format: '0', formula: null } });
}

/** One right-aligned column of figures beside one of names, so wide in parts of the page. */
function documentOf(width: number, texts: readonly string[] = figures): Document {
  const table: Table = {
    kind: 'table',
    name: '表',
    columns: [
      { key: 'name', width: 50 - width, align: 'left', marked: false },
      { key: 'figure', width, align: 'right', marked: false },
    ],
    head: [],
    groups: texts.map((text) => [{ key: null, cells: [textCell('新增'.repeat(200)), cellOf(text)] }]),
  };
  const page = { paper: 'A4', orientation: 'portrait' } as const;
  return { ...sampleDocument(null), sections: [{ name: '表', page, blocks: [table] }] };
}

describe('figure and unit', () => {
  const width = (character: string) => (character < '\u2000' ? 0.5 : 1);

  it.each([
    ['24处', 1, 1],
    ['12.4万平方米', 2, 4],
    ['-16.7', 2.5, 0],
    ['50.0%', 2, 0.5],
  ])('of %s are %d and %d em wide', (text, digits, unit) => {
    expect(figureWidths(cellOf(text), 'right', width)).toEqual({ digits, unit });
  });

  it('are looked for only in a right-aligned cell that holds a number on one line', () => {
    expect(figureWidths(cellOf('24处'), 'center', width)).toBeNull();
    expect(figureWidths(textCell('24处'), 'right', width)).toBeNull();
    expect(figureWidths({ ...cellOf('24处'), colspan: 2 }, 'right', width)).toBeNull();
    expect(figureWidths(cellOf('24处\n滞后'), 'right', width)).toBeNull();
  });
});

it('digits of a column end at one axis, or nothing is kept free in it', () => {
  const figure = fc.record({
    column: fc.integer({ min: 0, max: 3 }),
    digits: fc.integer({ min: 1, max: 6 }),
    unit: fc.integer({ min: 0, max: 4 }),
    room: fc.integer({ min: 4, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 30 }), (all: readonly PlacedFigure[]) => {
      const insets = unitInsets(all);
      for (const column of new Set(all.map((each) => each.column))) {
        const own = all.flatMap((each, index) =>
          each.column === column ? [{ ...each, inset: insets[index] ?? 0 }] : [],
        );
        const axes = new Set(own.map(({ unit, inset }) => unit + inset));
        const widest = Math.max(...own.map(({ unit }) => unit));
        const crowded = own.some(({ digits, unit, room }) => unit < widest && digits + widest > room);
        if (crowded) expect(own.every(({ inset }) => inset === 0)).toBe(true);
        else expect([...axes]).toEqual([widest]);
      }
    }),
  );
});

/** Em of the unit behind a figure. */
function unitOf(text: string): number {
  return Array.from(/\p{Script=Han}*$/u.exec(text)?.[0] ?? '').length;
}

describe('in a right-aligned column', () => {
  /** For each figure, how far the end of its digits is from the right edge of its cell, in points. */
  async function distances(): Promise<number[]> {
    const { pages } = await writtenPdf(documentOf(10));
    return pages.flatMap((page) =>
      tablesOn(page).flatMap(({ cells }) =>
        cells
          .filter(({ column }) => column === 1)
          .flatMap(({ rect }) =>
            textsIn(page, rect).map(
              (text) => rect.x + rect.width - text.x - text.width + unitOf(text.text) * text.size,
            ),
          ),
      ),
    );
  }

  it('of a PDF, digits end at one axis', async () => {
    const [first = 0, ...others] = await distances();
    expect(others).toHaveLength(figures.length - 1);
    for (const other of others) expect(other).toBeCloseTo(first, 1);
  });

  it('of Word, paragraphs are indented by what their units lack', async () => {
    const file = readDocx(await docxWriter.write(documentOf(10), resources));
    const indents = [...file.part('word/document.xml').matchAll(/<w:ind w:right="(\d+)"\/>/g)].map(
      ([, twips]) => twips,
    );
    const size = Number(/[\d.]+$/.exec(file.tables[0]?.cells[0]?.styleId ?? '')?.[0]) * 20;
    const lacks = figures.map((text) => 4 - unitOf(text)).filter((lack) => lack > 0);
    expect(indents).toEqual(lacks.map((lack) => String(lack * size)));
  });

  it('of a web page, cells are padded by it', async () => {
    const page = new TextDecoder().decode(await htmlWriter.write(documentOf(10), resources));
    const insets = [...page.matchAll(/style="--inset:(\d+)em"/g)].map(([, em]) => Number(em));
    expect(insets).toEqual(figures.map((text) => 4 - unitOf(text)).filter((lack) => lack > 0));
    expect(page).toContain('var(--inset, 0em)');
  });
});
