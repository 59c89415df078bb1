import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources } from '../../support/theme.ts';

const base = sampleDocument();

function holding(block: Block): Document {
  const blocks: Block[] = [{ kind: 'paragraph', role: 'body', content: [run('好')] }, block];
  return { ...base, sections: [{ name: '简报', page: { paper: 'A4', orientation: 'portrait' }, blocks }] };
}

function tableWith(text: string): Block {
  const column = { key: 'a', width: 1, align: 'left', marked: false } as const;
  const row = (...texts: string[]) => ({ key: null, cells: texts.map((t) => textCell(t)) });
  const columns = [column, { ...column, key: 'b' }];
  return { kind: 'table', name: '任务', columns, head: [row('甲', '乙')], groups: [[row('1', text)]] };
}

describe('characters that Word cannot hold', () => {
  it.each([
    ['\uFFFE', 'U+FFFE'],
    ['\uFFFF', 'U+FFFF'],
    ['\u0000', 'U+0000'],
    ['\u000B', 'U+000B'],
    ['\u0085', 'U+0085'],
    ['\r', 'U+000D'],
    ['\uD842', 'U+D842'],
  ])('are refused with their name: %j', async (character, name) => {
    const writing = docxWriter.write(holding(tableWith(`9.2${character}万`)), resources);
    await expect(writing).rejects.toThrow(WriteError);
    await expect(writing).rejects.toThrow(`${name}, in section “简报”, block 2, table “任务”, row 2, cell 2`);
  });

  it.each<[string, Document, RegExp]>([
    ['a paragraph', holding({ kind: 'paragraph', role: 'note', content: [run('\uFFFE')] }), /block 2 \(note\)/],
    ['a heading', holding({ kind: 'heading', level: 2, content: [run('好'), run('\u0001')] }), /block 2 \(heading\)/],
    ['a list', holding({ kind: 'list', ordered: true, items: [[run('好')], [run('\uFFFE')]] }), /list item 2/],
    ['a property', { ...base, keywords: ['\u0007'] }, /the document's keywords/],
    ['the banner', { ...base, banner: '示例\u0007' }, /banner/],
    [
      'half a pair in one run and half in the next',
      holding({ kind: 'heading', level: 1, content: [run('\uD842'), run('\uDFB7')] }),
      /U\+D842/,
    ],
  ])('are found in %s', async (_, document, message) => {
    await expect(docxWriter.write(document, resources)).rejects.toThrow(message);
  });

  it('do not include line breaks, tabs, ideographic spaces and rare ideographs', async () => {
    await expect(docxWriter.write(holding(tableWith('一\n二\t三　𠮷')), resources)).resolves.toBeInstanceOf(Uint8Array);
  });
});
