import { describe, expect, it } from 'vitest';
import { p, relationsOf, tbl, tc, tr, wordFile, wordParts, zipOf } from '../support/office-parts.ts';
import { cellsOf, outline, problems, read, tablesIn } from '../support/read-tables.ts';

const readBody = (body: string) => read(wordFile(body), 't.docx');
const firstCells = (body: string) => cellsOf(tablesIn(readBody(body).blocks)[0] ?? expect.fail('no table'));
const run = (content: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;

describe('tables of Word', () => {
  it('keeps merges over columns and rows, and places before and behind a row', () => {
    const body = tbl([
      tr([tc('甲', '<w:vMerge w:val="restart"/>'), tc('乙', '<w:gridSpan w:val="2"/>')]),
      tr([tc('', '<w:vMerge/>'), '丙', '丁']),
      tr(['戊'], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    ]);
    expect(firstCells(body)).toEqual([
      '0,0 2×1 甲',
      '0,1 1×2 乙',
      '1,1 1×1 丙',
      '1,2 1×1 丁',
      '2,0 1×1 ',
      '2,1 1×1 戊',
      '2,2 1×1 ',
    ]);
  });

  it('fills rows that end early, and takes the old way of merging columns', () => {
    const body = tbl([tr(['甲', '乙', '丙']), tr([tc('丁', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>')])]);
    expect(firstCells(body)).toEqual(['0,0 1×1 甲', '0,1 1×1 乙', '0,2 1×1 丙', '1,0 1×2 丁', '1,2 1×1 ']);
  });

  it('begins a merge where what it should continue is not above it', () => {
    const body = tbl([tr([tc('甲', '<w:vMerge/>'), '乙']), tr([tc('', '<w:vMerge w:val="continue"/>'), '丙'])]);
    expect(firstCells(body)).toEqual(['0,0 2×1 甲', '0,1 1×1 乙', '1,1 1×1 丙']);
  });

  it('knows repeated head rows, calls columns by their labels and keeps joined rows in one group', () => {
    const body = tbl([
      tr([tc('序号', '<w:vMerge w:val="restart"/>'), tc('任务', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
      tr([tc('', '<w:vMerge/>'), '甲区', '乙县'], '<w:tblHeader w:val="true"/>'),
      tr([tc('1', '<w:vMerge w:val="restart"/>'), '3', '4']),
      tr([tc('', '<w:vMerge/>'), '5', '']),
      tr(['2', '6', '']),
    ]);
    const [table] = tablesIn(readBody(body).blocks);
    expect(table?.head.map((row) => row.cells.every((cell) => cell.header))).toEqual([true, true]);
    expect(table?.columns.map(({ key }) => key)).toEqual(['序号', '甲区', '乙县']);
    expect(table?.groups.map((group) => group.length)).toEqual([2, 1]);
    expect(table?.groups[1]?.[0]?.cells[1]?.at).toEqual({ source: 't.docx', part: '表1', row: 5, column: 2 });
  });

  it('takes a head row out of the head when a merge reaches into the body', () => {
    const body = tbl([
      tr([tc('甲', '<w:vMerge w:val="restart"/>'), '乙'], '<w:tblHeader/>'),
      tr([tc('', '<w:vMerge/>'), '丙']),
    ]);
    expect(tablesIn(readBody(body).blocks)[0]?.head).toEqual([]);
  });

  it('joins columns that rules drawn by hand have cut a hair apart', () => {
    const body = tbl(
      [
        tr([tc('甲', '<w:gridSpan w:val="1"/>'), tc('乙', '<w:gridSpan w:val="2"/>')]),
        tr([tc('丙', '<w:gridSpan w:val="2"/>'), tc('丁', '<w:gridSpan w:val="1"/>')]),
      ],
      [2000, 20, 2000],
    );
    expect(firstCells(body)).toEqual(['0,0 1×1 甲', '0,1 1×1 乙', '1,0 1×1 丙', '1,1 1×1 丁']);
  });

  it('reads several tables, the paragraphs around them, sections as parts and page breaks', () => {
    const section = '<w:pPr><w:sectPr/></w:pPr>';
    const { parts, blocks } = readBody(
      `${p('附件2')}${p('任务分解表')}${tbl([tr(['甲', '乙'])])}${p('注：略', section)}${p('附件3')}<w:p><w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r></w:p>${tbl([tr(['丙', '丁'])])}<w:sectPr/>`,
    );
    expect(parts.map((part) => outline(part.blocks))).toEqual([
      ['附件2', '任务分解表', [['甲', '乙']], '注：略'],
      ['附件3', '前', '--- page-break', '后', [['丙', '丁']]],
    ]);
    expect(blocks).toHaveLength(10);
    expect(tablesIn(blocks).map(({ name }) => name)).toEqual(['表1', '表2']);
  });
});

describe('words of Word', () => {
  it.each([
    [
      'tabs, line breaks and hyphens',
      run(
        '<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>e</w:t>',
      ),
      'a\tb\nc\nd-e',
    ],
    ['blanks as Word keeps them', run('<w:t> a </w:t>') + run('<w:t xml:space="preserve"> b\n</w:t>'), 'a b '],
    [
      'symbols by their meaning',
      run(
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="00B3"/><w:sym w:font="宋体" w:char="2605"/>',
      ),
      '☑≥★',
    ],
    [
      'links, smart tags, fields and content controls',
      `<w:hyperlink>${run('<w:t>a</w:t>')}</w:hyperlink><w:smartTag>${run('<w:t>b</w:t>')}</w:smartTag><w:fldSimple>${run('<w:t>c</w:t>')}</w:fldSimple>${run('<w:fldChar/><w:instrText>PAGE</w:instrText>')}<w:sdt><w:sdtPr/><w:sdtContent>${run('<w:t>d</w:t>')}</w:sdtContent></w:sdt>`,
      'abcd',
    ],
    [
      'raised and lowered figures as such',
      run('<w:t>1070堂</w:t>') +
        run('<w:t>1</w:t>', '<w:vertAlign w:val="superscript"/>') +
        run('<w:t>H</w:t>') +
        run('<w:t>2</w:t>', '<w:vertAlign w:val="subscript"/>') +
        run('<w:t>O2</w:t>'),
      '1070堂¹H₂O2',
    ],
    [
      'the result of a field and not the fields in its code',
      run('<w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType="begin"/>') +
        run('<w:fldChar w:fldCharType="separate"/><w:t>码</w:t><w:fldChar w:fldCharType="end"/>') +
        run('<w:fldChar w:fldCharType="separate"/><w:t>果</w:t><w:fldChar w:fldCharType="end"/><w:t>后</w:t>'),
      '果后',
    ],
    [
      'the word under its pronunciation',
      run('<w:ruby><w:rt><w:r><w:t>shū</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>书</w:t></w:r></w:rubyBase></w:ruby>'),
      '书',
    ],
    [
      'one of two alternatives',
      run(
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent>',
      ),
      '新',
    ],
    [
      'no comments and bookmarks',
      `<w:bookmarkStart w:id="1" w:name="x"/>${run('<w:commentReference w:id="1"/><w:t>a</w:t>')}<w:bookmarkEnd w:id="1"/>`,
      'a',
    ],
    ['CDATA and character references', run('<w:t>&#x4E00;<![CDATA[<二>]]>&amp;</w:t>'), '一<二>&'],
  ])('reads %s', (_, runs, text) => {
    const reading = readBody(`<w:p>${runs}</w:p>`);
    expect(outline(reading.blocks)).toEqual([text]);
    expect(reading.diagnostics).toEqual([]);
  });

  it('reads paragraphs of a cell as lines, and rows and cells in content controls', () => {
    const cell = tc(p('一') + p('二'));
    const body = tbl([
      `<w:sdt><w:sdtContent>${tr([`<w:sdt><w:sdtContent>${cell}</w:sdtContent></w:sdt>`, '乙'])}</w:sdtContent></w:sdt>`,
    ]);
    expect(firstCells(body)).toEqual(['0,0 1×1 一\n二', '0,1 1×1 乙']);
  });

  it('puts foot- and endnotes below, in the order in which they are referred to', () => {
    const note = (kind: string, id: number, text: string) => `<w:${kind} w:id="${id}">${p(text)}</w:${kind}>`;
    const file = zipOf({
      ...wordParts(
        `<w:p>${run('<w:t>正文</w:t><w:endnoteReference w:id="2"/>')}</w:p>${tbl([tr([tc(`<w:p>${run('<w:t>1070堂</w:t><w:footnoteReference w:id="3"/>')}</w:p>`), '乙'])])}`,
      ),
      'word/_rels/document.xml.rels': relationsOf({
        a: ['footnotes', 'footnotes.xml'],
        b: ['endnotes', '/word/endnotes.xml'],
      }),
      'word/footnotes.xml': `<w:footnotes xmlns:w="w">${note('footnote', 0, '不用')}${note('footnote', 3, '含西湖景区')}</w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes xmlns:w="w">${note('endnote', 2, '来源')}</w:endnotes>`,
    });
    const reading = read(file, 't.docx');
    expect(outline(reading.blocks)).toEqual(['正文', [['1070堂', '乙']], '来源', '含西湖景区']);
    expect(problems(reading)).toEqual(['docx-note-in-cell@表1:1,1']);
  });

  it('reads strict files, UTF-16 and other prefixes alike', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严</x:t></x:r></x:p></x:body></x:document>`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const rels = `<Relationships><Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/doc.xml"/></Relationships>`;
    expect(outline(read(zipOf({ '_rels/.rels': rels, 'word/doc.xml': utf16 }), 't.docx').blocks)).toEqual(['严']);
  });
});

describe('what Word does not show, or not as it is', () => {
  const inserted = `<w:ins w:id="1">${run('<w:t>150</w:t>')}</w:ins>`;
  const deleted = `<w:del w:id="2">${run('<w:delText>138</w:delText><w:t>138</w:t>')}</w:del>`;

  it.each([
    [
      'a tracked change in a cell',
      tbl([tr([tc(`<w:p>${deleted}${inserted}</w:p>`), '乙'])]),
      [[['150', '乙']]],
      'docx-tracked-table@表1:1,1',
    ],
    [
      'a deleted row',
      tbl([tr(['甲', '乙'], '<w:del w:id="1"/>'), tr(['丙', '丁'])]),
      [[['丙', '丁']]],
      'docx-tracked-table@表1:1,',
    ],
    ['a tracked change in the text', `<w:p>${deleted}${inserted}</w:p>`, ['150'], 'docx-tracked-text@'],
    [
      'a moved text',
      `<w:p><w:moveFrom>${run('<w:t>旧</w:t>')}</w:moveFrom><w:moveTo>${run('<w:t>新</w:t>')}</w:moveTo></w:p>`,
      ['新'],
      'docx-tracked-text@',
    ],
    [
      'hidden text',
      `<w:p>${run('<w:t>藏</w:t>', '<w:vanish/>')}${run('<w:t>见</w:t>', '<w:vanish w:val="0"/>')}</w:p>`,
      ['见'],
      'docx-hidden-text@',
    ],
    ['a hidden row', tbl([tr(['甲', '乙'], '<w:hidden/>')]), [[['甲', '乙']]], 'docx-hidden-row@表1:1,'],
    [
      'words under a merge',
      tbl([tr([tc('甲', '<w:vMerge w:val="restart"/>'), '乙']), tr([tc('藏', '<w:vMerge/>'), '丙'])]),
      [[['甲', '乙'], ['丙']]],
      'docx-text-under-merge@表1:2,1',
    ],
    [
      'a table in a cell',
      tbl([tr([tc(tbl([tr(['内', '表'])]) + p('')), '乙'])]),
      [[['内\t表\n', '乙']]],
      'docx-nested-table@表1:1,1',
    ],
    [
      'a text box',
      `<w:p>${run('<w:t>正</w:t>')}${run(`<w:drawing><w:txbxContent>${p('附件2')}</w:txbxContent></w:drawing>`)}</w:p>`,
      ['正', '附件2'],
      'docx-text-box@',
    ],
    [
      'automatic numbers in a cell',
      tbl([tr([tc('<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:p>'), '乙'])]),
      [[['', '乙']]],
      'docx-numbered-cell@表1:1,1',
    ],
    [
      'an embedded worksheet',
      `<w:p>${run('<w:object><o:OLEObject xmlns:o="o"/></w:object>')}</w:p>`,
      [],
      'docx-embedded-object@',
    ],
    [
      'nothing but pictures',
      `<w:p>${run('<w:drawing><a:blip xmlns:a="a"/></w:drawing>')}</w:p>`,
      [],
      'docx-only-pictures@',
    ],
    [
      'an unknown symbol',
      `<w:p>${run('<w:sym w:font="Webdings" w:char="F031"/>')}</w:p>`,
      ['\uFFFD'],
      'docx-symbol-unknown@',
    ],
    ['a control character', `<w:p>${run('<w:t>a&#x85;b</w:t>')}</w:p>`, ['a\u0085b'], 'docx-character@'],
    [
      'the prompt of an empty content control',
      tbl([
        tr([
          tc(
            `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('<w:t>点此输入</w:t>')}</w:sdtContent></w:sdt></w:p>`,
          ),
          '乙',
        ]),
      ]),
      [[['', '乙']]],
      'docx-placeholder@表1:1,1',
    ],
  ])('tells of %s', (_, body, expected, problem) => {
    const reading = readBody(body);
    expect(outline(reading.blocks)).toEqual(expected);
    expect(problems(reading)).toEqual([problem]);
  });

  it('puts no character into a message that no briefing could print', () => {
    const { diagnostics } = readBody(`<w:p>${run(`<w:t>${'😀'.repeat(60)}a&#x85;b</w:t>`, '<w:vanish/>')}</w:p>`);
    const { diagnostics: others } = readBody(`<w:p>${run('<w:t>a&#x85;b\nc</w:t>', '<w:vanish/>')}</w:p>`);
    expect([diagnostics[0]?.data['text'], others[0]?.data['text']]).toEqual(['😀'.repeat(40), 'a\uFFFDb c']);
  });

  it('does not lose the text below a field that never ends, nor the numbers of a table with macros', () => {
    const field = `<w:p>${run('<w:fldChar w:fldCharType="begin"/><w:t>码</w:t>')}</w:p>${p('后')}`;
    const reading = read(wordFile(field, { 'word/vbaProject.bin': 'x' }), 't.docm');
    expect([outline(reading.blocks), problems(reading)]).toEqual([['后'], ['file-macros@']]);
  });

  it('leaves out what a tracked change replaced in the look of a cell', () => {
    const change =
      '<w:gridSpan w:val="2"/><w:tcPrChange><w:tcPr><w:gridSpan w:val="7"/><w:vMerge/></w:tcPr></w:tcPrChange>';
    expect(firstCells(tbl([tr([tc('甲', change), '乙']), tr(['1', '2', '3'])]))[0]).toBe('0,0 1×2 甲');
  });

  it('names twenty places of a kind and counts the others', () => {
    const hidden = `<w:p>${run('<w:t>藏</w:t>', '<w:vanish/>')}</w:p>`;
    const { diagnostics } = readBody(hidden.repeat(50));
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'file-further-places',
      data: { code: 'docx-hidden-text', count: '30' },
    });
  });
});
