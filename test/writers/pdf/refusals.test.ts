import { describe, expect, test } from 'vitest';
import type { Block, Document, Table } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import type { Message } from '../../../src/model/language.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { pdfWriter } from '../../../src/writers/pdf/index.ts';
import type { Resources } from '../../../src/writers/writer.ts';
import { resources } from '../../support/theme.ts';
import { documentOf } from '../../support/written-pdf.ts';

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

/** What the writer says of a document that it refuses. */
async function refusal(document: Document | readonly Block[], using: Resources = resources): Promise<Message> {
  const whole = 'title' in document ? document : documentOf(document);
  const reason = await pdfWriter.write(whole, using).then(
    () => null,
    (error: unknown) => error,
  );
  expect(reason).toBeInstanceOf(WriteError);
  return (reason as WriteError).text;
}

describe('a character that no face has', () => {
  test('is named with its words and the faces that were tried', async () => {
    const { 'zh-CN': chinese, en } = await refusal([
      { kind: 'paragraph', role: 'body', content: [run('联系人：𪚥先生')] },
    ]);
    expect(chinese).toBe(
      '1 个字没有可用的字体：\n' +
        '  “𪚥”（U+2A6A5）：“正文”中“联系人：𪚥先生”；serif、serif-rare 中都没有\n' +
        '请在 theme.yaml 的 faces 中登记有这些字的字体文件，并把名称写进 fallback；或者更正原文',
    );
    expect(en).toContain('"𪚥" (U+2A6A5): section 正文, “联系人：𪚥先生”; tried serif, serif-rare');
  });

  test('is named with its cell', async () => {
    const { 'zh-CN': chinese, en } = await refusal([tableWith('\u{10FFFD}')]);
    expect(chinese).toContain('（U+10FFFD）：“正文”表“附件2”正文第2行第2列；');
    expect(en).toContain('section 正文, table 附件2, body row 2, column 2; tried');
  });

  test('is reported with all others of the document, each once, with its places', async () => {
    const bad = '\u{10FFFD}';
    const bars = [{ label: `${bad}区`, value: '1', tone: null }];
    const blocks: Block[] = [
      { kind: 'heading', level: 2, content: [run(bad)] },
      { kind: 'list', ordered: true, items: [[run(`${bad}和𠀀`)]] },
      { kind: 'chart', name: '图', title: '图', alt: '', format: '0', bars, reference: null },
      ...Array.from({ length: 9 }, (_, i): Block => {
        return { kind: 'paragraph', role: 'body', content: [run(`第${i + 1}段${'𠀁'.repeat(3)}`)] };
      }),
    ];
    const { en } = await refusal({ ...documentOf(blocks), banner: bad });
    const lines = en.split('\n').slice(1, -1);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(
      '(U+10FFFD): banner; section 正文, “\u{10FFFD}”; section 正文, “\u{10FFFD}和𠀀”; section 正文, chart 图; tried sans-bold, serif, serif-rare',
    );
    expect(lines[1]).toContain('(U+20000): section 正文, “\u{10FFFD}和𠀀”; tried serif, serif-rare');
    expect(lines[2]).toMatch(/U\+20001\): section 正文, “第1段𠀁𠀁𠀁”; .*“第5段𠀁𠀁𠀁”; 4 more; tried/);
  });

  test('is looked for only in the faces that the theme names', async () => {
    const alone = { ...resources, theme: { ...resources.theme, fallback: [] } };
    const { en } = await refusal([{ kind: 'paragraph', role: 'body', content: [run('䶮')] }], alone);
    expect(en).toContain('"䶮" (U+4DAE): section 正文, “䶮”; tried serif\n');
  });
});

test('a file that is no font is named', async () => {
  const font = async () => new TextEncoder().encode('this is no font at all');
  const { en } = await refusal([{ kind: 'paragraph', role: 'body', content: [run('字')] }], { ...resources, font });
  expect(en).toBe('the font file of face serif cannot be read');
});
