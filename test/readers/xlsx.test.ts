import { describe, expect, it } from 'vitest';
import { relationsOf, row, sheetFile, workbookFile, workbookParts, zipOf } from '../support/office-parts.ts';
import { cellsOf, outline, problems, read, tablesIn } from '../support/read-tables.ts';

const merges = (...areas: string[]) =>
  `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`;
const readSheet = (...args: Parameters<typeof sheetFile>) => read(sheetFile(...args), 't.xlsx');
const firstTable = (...args: Parameters<typeof sheetFile>) =>
  tablesIn(readSheet(...args).blocks)[0] ?? expect.fail('no table');
/** The second cell of a row that begins with a word, so that it is a table. */
const cellOf = (cell: string, more: Parameters<typeof sheetFile>[1] = {}) =>
  firstTable(row(1, ['甲', cell, '丙']), more).groups[0]?.[0]?.cells[1] ?? expect.fail('no cell');

describe('sheets of Excel', () => {
  it('reads title, label, unit and notes as paragraphs around one table, and keeps merges and places', () => {
    const rows = [
      row(1, ['附件2']),
      row(2, ['任务分解表']),
      row(3, ['', '', '单位：张']),
      row(4, ['序号', '任务']),
      row(5, ['', '甲区', '乙县']),
      row(6, [1, 3, 4]),
      row(8, ['注：乙县为试点']),
    ].join('');
    const reading = readSheet(rows, { name: '附件2', after: merges('A2:C2', 'A4:A5', 'B4:C4', 'A8:C8') });
    expect(outline(reading.blocks)).toEqual([
      '附件2',
      '任务分解表',
      '单位：张',
      [
        ['序号', '任务'],
        ['甲区', '乙县'],
        ['1', '3', '4'],
      ],
      '注：乙县为试点',
    ]);
    const [table] = tablesIn(reading.blocks);
    expect(table && cellsOf(table).slice(0, 3)).toEqual(['0,0 2×1 序号', '0,1 1×2 任务', '1,1 1×1 甲区']);
    expect(table?.groups.at(-1)?.[0]?.cells[2]?.at).toEqual({ source: 't.xlsx', part: '附件2', row: 6, column: 3 });
    expect(reading.diagnostics).toEqual([]);
  });

  it('takes the rows that repeat on each page as the head', () => {
    const names = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'表1'!$A:$A,'表1'!$1:$2</definedName></definedNames>`;
    const parts = workbookParts({ sheets: [{ rows: row(1, ['序号', '甲区']) + row(2, ['', '一']) + row(3, [1, 2]) }] });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('</sheets>', `</sheets>${names}`);
    const [table] = tablesIn(read(zipOf(parts), 't.xlsx').blocks);
    expect([table?.head.length, table?.groups.flat().length]).toEqual([2, 1]);
  });

  it('reads every sheet in the order of the workbook, and tells of hidden ones', () => {
    const reading = read(
      workbookFile({
        sheets: [
          { name: '附件2', rows: row(1, ['甲', '乙']) },
          { name: '去年', rows: row(1, ['丙', '丁']), state: 'veryHidden' },
          { name: '空', rows: '' },
        ],
      }),
      't.xlsx',
    );
    expect(reading.parts.map(({ name, blocks }) => [name, outline(blocks)])).toEqual([
      ['附件2', [[['甲', '乙']]]],
      ['去年', [[['丙', '丁']]]],
      ['空', []],
    ]);
    expect(problems(reading)).toEqual(['xlsx-hidden-sheet@去年']);
  });

  it('reads hidden rows and columns and names them', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => row(n, ['甲', n, n], n > 1 && n !== 4 ? 'hidden="1"' : '')).join('');
    const reading = readSheet(rows + row(9, [], 'hidden="1"'), {
      before: '<cols><col min="3" max="300" hidden="1"/></cols>',
    });
    expect(tablesIn(reading.blocks)[0]?.groups).toHaveLength(5);
    expect(reading.diagnostics.map((d) => d.data)).toEqual([{ rows: '2–3、5' }, { columns: 'C' }]);
    expect(problems(reading)).toEqual(['xlsx-hidden-rows@表1:2,', 'xlsx-hidden-columns@表1:,3']);
  });

  it('drops what is empty around the table and keeps what is empty in it', () => {
    const rows = row(3, ['', '', '甲', '', '乙']) + row(5, ['', '', '丙', '丁']) + row(900, ['', '', '<c s="0"/>']);
    expect(cellsOf(firstTable(rows))).toEqual([
      '0,0 1×1 甲',
      '0,1 1×1 ',
      '0,2 1×1 乙',
      '1,0 1×1 ',
      '1,1 1×1 ',
      '1,2 1×1 ',
      '2,0 1×1 丙',
      '2,1 1×1 丁',
      '2,2 1×1 ',
    ]);
  });

  it('knows cells and rows without references', () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    expect(outline(readSheet(`<row>${cell('甲')}${cell('乙')}</row><row>${cell('丙')}</row>`).blocks)).toEqual([
      [['甲', '乙']],
      '丙',
    ]);
  });

  it('keeps a row of one figure or one unmerged text in mid-row in the table', () => {
    const rows = row(1, ['甲', '乙']) + row(2, ['', 5]) + row(3, ['', '续']);
    expect(outline(readSheet(rows).blocks)).toEqual([
      [
        ['甲', '乙'],
        ['', '5'],
        ['', '续'],
      ],
    ]);
  });

  it('parts ruled tables at a text or a blank row without rules, and keeps ruled blanks', () => {
    const border = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('');
    const styles = `<styleSheet><borders><border/><border>${border}</border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs></styleSheet>`;
    const ruled = (...words: string[]) =>
      words.map((word) => (word === '' ? '<c s="1"/>' : `<c s="1" t="inlineStr"><is><t>${word}</t></is></c>`));
    const rows = [
      row(1, ruled('甲', '乙')),
      row(2, ruled('', '')),
      row(3, ruled('丙', '')),
      row(5, ruled('丁', '戊')),
      row(6, ['单位：张']),
      row(7, ruled('己', '庚')),
    ].join('');
    const { blocks } = readSheet(rows, { more: { 'xl/styles.xml': styles } });
    expect(outline(blocks)).toEqual([
      [
        ['甲', '乙'],
        ['', ''],
        ['丙', ''],
      ],
      [['丁', '戊']],
      '单位：张',
      [['己', '庚']],
    ]);
    expect(tablesIn(blocks).map(({ name }) => name)).toEqual(['表1', '表1 2', '表1 3']);
  });

  it('keeps a row that only merged cells reach in the table', () => {
    const reading = readSheet(row(1, ['1', '名称', 3]) + row(2, ['', '', 4]), { after: merges('A1:A3', 'B1:B2') });
    expect(outline(reading.blocks)).toEqual([[['1', '名称', '3'], ['4'], ['', '']]]);
  });
});

describe('texts of Excel', () => {
  it.each([
    ['a shared string with runs and pronunciation', '<c t="s"><v>0</v></c>', '上城区'],
    ['a shared string with escapes and line ends', '<c t="s"><v>1</v></c>', '一\n二_x000D_'],
    [
      'an inline string with runs',
      '<c t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>',
      '甲 乙',
    ],
    ['the text that a formula gave', '<c t="str"><f>HYPERLINK("http://x")</f><v>链接</v></c>', '链接'],
    ['words that look like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', '=1+1'],
    [
      'raised figures as raised',
      '<c t="inlineStr"><is><r><t>1070</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t>2</t></r></is></c>',
      '1070¹2',
    ],
    ['a truth value', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['a date as text', '<c t="d"><v>2023-06-30</v></c>', '2023-06-30'],
  ])('reads %s', (_, cell, text) => {
    const strings = [
      '<r><t>上城</t></r><r><t>区</t></r><rPh sb="0" eb="1"><t>shàng</t></rPh><phoneticPr/>',
      '<t>一_x000D_\n二_x005F_x000D_</t>',
    ];
    const { content, value } = cellOf(cell, { strings });
    expect([content.map((run) => run.text).join(''), value]).toEqual([text, null]);
  });
});

describe('numbers of Excel', () => {
  it.each([
    ['1400', '0&quot;张&quot;', '1400张', '1400'],
    ['9.1999999999999993', '0.0&quot;万平方米&quot;', '9.2万平方米', '9.2'],
    ['1.5E3', '#,##0.00', '1,500.00', '1500'],
    ['5.0000000000000001E-3', '0.0%', '0.5%', '0.005'],
    ['138.00000000000003', 'General', '138', '138.00000000000003'],
    ['0.30000000000000004', '0.0', '0.3', '0.30000000000000004'],
    ['123456789012345', 'General', '123456789012345', '123456789012345'],
    ['12345678901234567890', 'General', '12345678901234600000', '12345678901234567890'],
    ['-3', '0;[Red]\\(0\\)', '(3)', '-3'],
    ['0', '0;-0;&quot;—&quot;', '—', '0'],
    ['45107', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2023年6月30日', '45107'],
    ['1234.5', '_ * #,##0.00_ ;_ * -#,##0.00_ ', '1,234.50', '1234.5'],
    ['7', '@', '7', '7'],
  ])('shows %s in %s as %s', (number, code, text, exact) => {
    const cell = cellOf(`<c s="1"><v>${number}</v></c>`, { formats: [code] });
    expect(cell.content.map((run) => run.text).join('')).toBe(text);
    expect(cell.value).toMatchObject({ number: exact, formula: null });
  });

  it('counts days from 1904 where the workbook says so', () => {
    const cell = cellOf('<c s="1"><v>43645</v></c>', {
      formats: ['yyyy-mm-dd'],
      workbook: '<workbookPr date1904="1"/>',
    });
    expect(cell.content[0]?.text).toBe('2023-06-30');
  });

  it('shows built-in formats as Chinese Excel does', () => {
    const styles = `<styleSheet><borders><border/></borders><cellXfs><xf numFmtId="0"/>${[14, 31, 57, 10].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
    const cells = [1, 2, 3].map((s) => `<c s="${s}"><v>45107</v></c>`);
    const table = firstTable(row(1, ['甲', ...cells, '<c s="4"><v>0.125</v></c>']), {
      more: { 'xl/styles.xml': styles },
    });
    expect(outline([table])).toEqual([[['甲', '2023/6/30', '2023年6月30日', '2023年6月', '12.50%']]]);
  });

  it('keeps formulas with their saved results, shared ones as they stand in each cell', () => {
    const rows =
      row(1, ['<c><f t="shared" ref="A1:A3" si="0">SUM($B1:C1)*LOG10(D$2)+"A1"</f><v>3</v></c>', 2]) +
      row(2, ['<c><f t="shared" si="0"/><v>4</v></c>', 2]) +
      row(3, ['<c><f>A1+A2</f><v>7</v></c>', '<c t="str"><f>""</f><v></v></c>']);
    const reading = readSheet(rows);
    const cells = tablesIn(reading.blocks)[0]?.groups.map((group) => group[0]?.cells[0]?.value);
    expect(cells).toEqual([
      { number: '3', format: 'General', formula: 'SUM($B1:C1)*LOG10(D$2)+"A1"' },
      { number: '4', format: 'General', formula: 'SUM($B2:C2)*LOG10(D$2)+"A1"' },
      { number: '7', format: 'General', formula: 'A1+A2' },
    ]);
    expect(reading.diagnostics.map((d) => [d.code, d.data['count'], d.data['cell']])).toEqual([
      ['xlsx-formulas', '4', 'A1'],
    ]);
  });

  it('tells where a typed figure is shown rounded, but not of rounding errors, results and dates', () => {
    const formats = ['0.0&quot;万&quot;', '0%', 'yyyy-mm-dd'];
    const cells = [
      '<c s="1"><v>9.24</v></c>',
      '<c s="1"><v>9.1999999999999993</v></c>',
      '<c s="2"><f>1/3</f><v>0.333333333333333</v></c>',
      '<c s="3"><v>45107.5</v></c>',
      '<c s="2"><v>0.5</v></c>',
    ];
    const reading = readSheet(row(1, ['甲', ...cells]), { formats });
    expect(problems(reading)).toEqual(['xlsx-shown@表1:1,2', 'xlsx-formulas@表1']);
  });
});

describe('what a workbook must not do in silence', () => {
  it.each([
    [
      'an error value',
      row(1, ['甲', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>']),
      {},
      ['xlsx-error-value@表1:1,2', 'xlsx-formulas@表1'],
    ],
    [
      'a formula without result',
      row(1, ['甲', '乙', '<c><f>SUM(A1:B1)</f></c>']),
      {},
      ['xlsx-formula-without-result@表1:1,3', 'xlsx-formulas@表1'],
    ],
    ['a number that is none', row(1, ['甲', '<c><v>1,4</v></c>']), {}, ['xlsx-number@表1:1,2']],
    ['a string that is not there', row(1, ['甲', '乙', '<c t="s"><v>7</v></c>']), {}, ['xlsx-reference@表1:1,3']],
    [
      'a control character',
      row(1, ['甲', '<c t="inlineStr"><is><t>a_x0001_b</t></is></c>']),
      {},
      ['xlsx-character@表1:1,2'],
    ],
    ['U+FFFE', row(1, ['甲', '<c t="str"><v>a_xFFFE_</v></c>']), {}, ['xlsx-character@表1:1,2']],
    [
      'words under a merge',
      row(1, ['甲', '藏']) + row(2, ['乙', '丙']),
      { after: merges('A1:B1') },
      ['xlsx-text-under-merge@表1:1,2'],
    ],
    [
      'merges that overlap',
      row(1, ['甲', '乙', '丙']),
      { after: merges('A1:A2', 'A1:B1') },
      ['xlsx-merge-overlaps@表1:1,1'],
    ],
    ['a merge of nothing', row(1, ['甲', '乙']), { after: merges('B2:A1') }, ['xlsx-merge-overlaps@表1']],
    [
      'an unknown number format',
      row(1, ['甲', '<c s="1"><v>5</v></c>']),
      { formats: ['0&quot;张'] },
      ['xlsx-format-unknown@表1:1,2'],
    ],
    [
      'a cell in the wrong place',
      `<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c r="C1"><v>3</v></c></row>`,
      {},
      ['xlsx-reference@表1:1,'],
    ],
    [
      'links to other files',
      row(1, ['甲', '乙']),
      { relations: { x: ['externalLink', 'externalLinks/e1.xml'] as const } },
      ['xlsx-external-links@'],
    ],
    ['macros', row(1, ['甲', '乙']), { more: { 'xl/vbaProject.bin': 'x' } }, ['file-macros@']],
  ])('tells of %s', (_, rows, more, expected) => {
    expect(problems(readSheet(rows, more))).toEqual(expected);
  });

  it('tells of words in shapes and of pictures without cells', () => {
    const shape =
      '<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:sp><a:p><a:r><a:t>2023年</a:t></a:r></a:p><a:p><a:r><a:t>分解表</a:t></a:r></a:p></xdr:sp></xdr:twoCellAnchor>';
    const picture = '<xdr:oneCellAnchor><xdr:pic/></xdr:oneCellAnchor>';
    const more = {
      'xl/worksheets/_rels/sheet1.xml.rels': relationsOf({ d: ['drawing', '../drawings/drawing1.xml'] }),
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${shape}${picture}</xdr:wsDr>`,
    };
    const reading = readSheet(row(1, ['甲', '乙']), { more });
    expect([problems(reading), reading.diagnostics[0]?.data['text']]).toEqual([
      ['xlsx-shape-text@表1:3,2'],
      '2023年 分解表',
    ]);
    expect(problems(readSheet('', { more }))).toEqual(['xlsx-shape-text@表1:3,2', 'xlsx-only-pictures@表1']);
  });

  it('tells of struck cells, hidden zeros, and rows and columns of no height or width', () => {
    const styles =
      '<styleSheet><fonts><font/><font><strike/></font></fonts><borders><border/></borders><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>';
    const rows =
      row(1, ['甲', '<c s="1"><v>5</v></c>', 0]) +
      row(2, ['乙', '<c s="1" t="inlineStr"><is><t>作废</t></is></c>', 1], 'ht="0"');
    const before = '<sheetViews><sheetView showZeros="0"/></sheetViews><cols><col min="2" max="2" width="0"/></cols>';
    const reading = readSheet(rows, { before, more: { 'xl/styles.xml': styles } });
    expect(outline(reading.blocks)).toEqual([
      [
        ['甲', '5', ''],
        ['乙', '作废', '1'],
      ],
    ]);
    expect(problems(reading)).toEqual([
      'xlsx-struck@表1:1,2',
      'xlsx-shown@表1:1,3',
      'xlsx-struck@表1:2,2',
      'xlsx-hidden-rows@表1:2,',
      'xlsx-hidden-columns@表1:,2',
    ]);
  });

  it('reads strict files', () => {
    const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const parts = workbookParts({ sheets: [{ rows: row(1, ['甲', '乙']) }] });
    for (const name of Object.keys(parts).filter((part) => part.endsWith('.rels')))
      parts[name] = String(parts[name]).replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        type,
      );
    expect(outline(read(zipOf(parts), 't.xlsx').blocks)).toEqual([[['甲', '乙']]]);
  });

  it('says what is no workbook', () => {
    const file = zipOf({
      '_rels/.rels': relationsOf({ r: ['officeDocument', 'xl/workbook.xml'] }),
      'xl/workbook.xml': '<chart/>',
    });
    expect(problems(read(file, 't.xlsx'))).toEqual(['xlsx-not-workbook@']);
  });
});
