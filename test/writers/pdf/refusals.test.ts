import { describe, expect, test } from 'vitest';
import type { Block, Table } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { pdfWriter } from '../../../src/writers/pdf/index.ts';
import { documentOf, resources } from '../../support/written-pdf.ts';

const write = (blocks: readonly Block[]) => pdfWriter.write(documentOf(blocks), resources);

const tableWith = (text: string): Table => ({
  kind: 'table',
  name: '附件2',
  columns: ['a', 'b'].map((key) => ({ key, width: 1, align: 'left', marked: false })),
  head: [{ key: null, cells: [textCell('序号', { header: true }), textCell('区', { header: true })] }],
  groups: [
    [{ key: null, cells: [textCell('1'), textCell('甲')] }],
    [{ key: null, cells: [textCell('2'), textCell(text)] }],
  ],
});

describe('a character that no font has', () => {
  test('is named with its face and its words', async () => {
    const paragraph: Block = { kind: 'paragraph', role: 'body', content: [run('联系人：𪚥先生')] };
    await expect(write([paragraph])).rejects.toThrow(WriteError);
    await expect(write([paragraph])).rejects.toThrow(/face serif .*"𪚥" \(U\+2A6A5\): section 正文, “联系人：𪚥先生”/);
  });

  test('is named with its cell', async () => {
    await expect(write([tableWith('\u{10FFFD}')])).rejects.toThrow(
      /U\+10FFFD.*section 正文, table 附件2, body row 2, column 2/,
    );
  });

  test('is found in charts, lists, headings and the banner', async () => {
    const bad = '\u{10FFFD}';
    const bars = [{ label: bad, value: '1', tone: null }];
    const blocks: Block[] = [
      { kind: 'heading', level: 2, content: [run(bad)] },
      { kind: 'list', ordered: true, items: [[run(bad)]] },
      { kind: 'chart', name: '图', title: '图', alt: '', format: '0', bars, reference: null },
    ];
    for (const block of blocks) await expect(write([block])).rejects.toThrow(/U\+10FFFD/);
    await expect(pdfWriter.write({ ...documentOf([]), banner: bad }, resources)).rejects.toThrow(/U\+10FFFD.*banner/);
  });
});

test('a face without a font file is named', async () => {
  const fonts = new Map([...resources.fonts].filter(([face]) => face !== 'sans-bold'));
  const heading: Block = { kind: 'heading', level: 2, content: [run('一、')] };
  await expect(pdfWriter.write(documentOf([heading]), { ...resources, fonts })).rejects.toThrow(/face sans-bold/);
});

test('a file that is no font is named', async () => {
  const fonts = new Map(resources.fonts).set('serif', new TextEncoder().encode('this is no font at all'));
  const paragraph: Block = { kind: 'paragraph', role: 'body', content: [run('字')] };
  await expect(pdfWriter.write(documentOf([paragraph]), { ...resources, fonts })).rejects.toThrow(
    /font file of face serif/,
  );
});
