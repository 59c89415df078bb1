import { describe, expect, it } from 'vitest';
import { colophonWords } from '../../src/model/colophon.ts';
import type { Document } from '../../src/model/document.ts';
import { documentIn } from '../../src/model/document-in.ts';
import { WriteError } from '../../src/model/errors/write-error.ts';
import { plainText, textCell } from '../../src/model/text.ts';
import { withRow } from '../support/changed-document.ts';
import { composed } from '../support/composed.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { printedPages, written } from '../support/written-packet.ts';

const month = sampleMonth('2023-06');

/** 𠀀, an ideograph that occurs in personal and place names and that few fonts have. */
const rare = '\u{20000}';

describe.each(['建德市', '全市'])('the letters of %s', (audience) => {
  it('can all be searched for and copied in the PDF', async () => {
    const document = documentIn(await composed(month, audience), 'pdf');
    const { text } = await printedPages(document);
    const letters = lettersOf(document);
    expect(letters.size).toBeGreaterThan(300);
    expect([...letters].filter((letter) => !text.includes(letter))).toEqual([]);
  });
});

describe('a letter that no face has', () => {
  it('stops the PDF, which names the letter and the cell', async () => {
    const document = withRow(await composed(month, '上城区'), '附件2', '3.1', (cells) =>
      cells.map((cell) => (plainText(cell.content) === '71家' ? textCell(`71${rare}`) : cell)),
    );
    const problem = await written(document, 'pdf').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(WriteError);
    // The fourth of the 42 rows.
    expect(String(problem)).toMatch(/U\+20000.*附件2 任务分解表, table 附件2, body row 4, column 3/s);
  });
});

/** Every letter and sign of a document's texts, tables and pages, without white space, which needs no glyph. */
function lettersOf(document: Document): Set<string> {
  const words: string[] = [document.banner ?? ''];
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table')
      for (const row of [...block.head, ...block.groups.flat()])
        words.push(...row.cells.map(({ content }) => plainText(content)));
    else if (block.kind === 'chart') words.push(block.title, ...block.bars.map(({ label }) => label));
    else if (block.kind === 'line-chart')
      words.push(block.title, ...block.categories, ...block.series.map(({ label }) => label));
    else if (block.kind === 'list') words.push(...block.items.map(plainText));
    else if (block.kind === 'colophon') {
      const { copies, issuer, issued } = colophonWords(block);
      words.push(copies?.label ?? '', copies?.names ?? '', issuer, issued);
    } else if (block.kind !== 'page-break') words.push(plainText(block.content));
  }
  return new Set(words.join('').replaceAll(/\s/g, ''));
}
