import type { Cell } from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/model/period.ts';
import type { Return } from '../../src/model/return.ts';
import { formOf, type OpenForm, openForm, readBack, returnedForm, said, writtenForm } from '../support/forms.ts';

const may: Return = {
  reporter: '甲区',
  period: '2023-05' as Period,
  revision: 1,
  cutoff: '2023-05-31',
  sample: false,
  at: { source: '五月.csv', part: null, row: null, column: null },
  entries: [
    {
      target: '1.1',
      cumulative: { value: '2', unit: '座' },
      mark: null,
      remark: '',
      at: { source: '五月.csv', part: null, row: 2, column: 6 },
    },
  ],
};
const form = formOf('甲区', { returns: [may] });

/** Fills every figure, then does what was done to the form. */
const back = (change: (open: OpenForm) => void) =>
  returnedForm(form, (open) => {
    for (const row of form.rows.keys()) open.cell(row, 'cumulative').value = row + 2;
    change(open);
  });

/** Cells share their looks in the library: one alone gets its own. */
function format(cell: Cell, numFmt: string): void {
  cell.style = { ...cell.style, numFmt };
}

describe('a returned form', () => {
  it('is read whole where only the open cells were filled', async () => {
    const { answer, diagnostics } = readBack(await back(() => {}));
    expect(said(diagnostics)).toEqual([]);
    expect(answer).toMatchObject({ reporter: '甲区', period: '2023-06', revision: null, cutoff: '2023-06-30' });
    expect(
      answer?.entries.map(({ target, cumulative, at }) => [target, cumulative, at.part, at.row, at.column]),
    ).toEqual([
      ['1.1', { value: '2', unit: '座' }, '月报表', 6, 9],
      ['1.2', { value: '3', unit: '万平方米' }, '月报表', 7, 9],
      ['2.1', { value: '4', unit: '个' }, '月报表', 8, 9],
      ['3.1', { value: '5', unit: '%' }, '月报表', 9, 9],
    ]);
  });

  it.each<[string, (open: OpenForm) => void]>([
    [
      'a column was widened and a row made higher',
      ({ sheet }) => {
        sheet.getColumn(9).width = 40;
        sheet.getRow(7).height = 90;
      },
    ],
    [
      'the sheet was unprotected and renamed',
      ({ sheet }) => {
        sheet.unprotect();
        sheet.name = '上报';
      },
    ],
    [
      'who filled it is named',
      ({ sheet }) => {
        sheet.getCell('A3').value = '填表人：甲区联络员';
      },
    ],
    ['a blank row was inserted', ({ sheet }) => sheet.insertRow(8, [])],
    [
      'columns stand in another order',
      ({ sheet }) => {
        const column = (index: number) => sheet.getColumn(index).values.slice(5);
        const [a, b] = [column(4), column(9)];
        for (const [i, value] of b.entries()) sheet.getCell(5 + i, 4).value = value as string;
        for (const [i, value] of a.entries()) sheet.getCell(5 + i, 9).value = value as string;
      },
    ],
  ])('is read all the same where %s', async (_, change) => {
    const { answer, diagnostics } = readBack(await back(change));
    expect(said(diagnostics)).toEqual([]);
    expect(answer?.entries.map(({ cumulative }) => cumulative?.value)).toEqual(['2', '3', '4', '5']);
  });

  it.each<[string, (open: OpenForm) => void, string[]]>([
    ['a row was deleted', ({ sheet }) => sheet.spliceRows(7, 1), ['error form-rows-missing 7,']],
    [
      'the last rows were deleted',
      ({ sheet }) => {
        for (const row of [8, 9]) sheet.getRow(row).values = [];
      },
      ['error form-rows-missing 8,'],
    ],
    [
      'a column was deleted',
      ({ sheet }) => {
        for (let row = 5; row <= 9; row += 1)
          sheet.getRow(row).values = (sheet.getRow(row).values as string[]).toSpliced(10, 1);
      },
      ['error form-columns-changed 5,'],
    ],
    ['a column was renamed', ({ sheet }) => (sheet.getCell('I5').value = '本月完成'), ['error form-sheet ,']],
    [
      'a column is there twice',
      ({ sheet }) => (sheet.getCell('J5').value = '存在问题'),
      ['error form-columns-changed 5,', 'error form-columns-changed 5,'],
    ],
    [
      'a row was added',
      ({ sheet }) => (sheet.getRow(10).values = [5, '另一项', '9.9']),
      ['error form-row-unknown 10,3'],
    ],
    ['a row without 编号 was added', ({ sheet }) => (sheet.getCell('I10').value = 7), ['error form-row-unknown 10,3']],
    [
      'a row was copied',
      ({ sheet }) => (sheet.getRow(10).values = sheet.getRow(9).values),
      ['error form-row-twice 10,3'],
    ],
    [
      '编号 was changed',
      ({ sheet }) => (sheet.getCell('C8').value = '7.7'),
      ['error form-row-unknown 8,3', 'error form-rows-missing 8,'],
    ],
    ['cells were merged', ({ sheet }) => sheet.mergeCells('K6:K7'), ['error form-cells-merged 6,11']],
    [
      'another reporter stands above',
      ({ sheet }) => (sheet.getCell('A2').value = '填报单位：乙县'),
      ['error form-head-changed ,'],
    ],
    [
      'another month stands above',
      ({ sheet }) => (sheet.getCell('A1').value = '2023年7月民生实事项目进展月报表'),
      ['error form-head-changed ,'],
    ],
    [
      'the rows above were deleted',
      ({ sheet }) => sheet.spliceRows(1, 3),
      ['error form-head-changed ,', 'error form-head-changed ,', 'error form-head-changed ,'],
    ],
    [
      'its sheet was copied into another file',
      ({ workbook }) => workbook.removeWorksheet('表式'),
      ['error form-identity-missing ,'],
    ],
    [
      'it is of a newer program',
      ({ workbook }) => {
        const sheet = workbook.getWorksheet('表式');
        if (sheet) sheet.getCell('B2').value = '9';
      },
      ['error form-version ,'],
    ],
    [
      'nothing was filled in',
      ({ sheet }) => {
        for (const row of form.rows.keys()) sheet.getCell(6 + row, 9).value = null;
      },
      ['error form-empty ,'],
    ],
  ])('is refused whole where %s', async (_, change, expected) => {
    const { answer, diagnostics } = readBack(await back(change));
    expect(answer).toBeNull();
    expect(said(diagnostics)).toEqual(expected);
    for (const d of diagnostics) expect(d.message['zh-CN'] + d.hint['zh-CN']).not.toContain('undefined');
  });

  it.each<[string, (open: OpenForm) => void, string[]]>([
    ['the task was changed', ({ sheet }) => (sheet.getCell('G7').value = 5), ['error form-cell-changed 7,7']],
    ['the unit was changed', ({ sheet }) => (sheet.getCell('F7').value = '平方米'), ['error form-cell-changed 7,6']],
    ['the project was changed', ({ sheet }) => (sheet.getCell('B7').value = '修路'), ['error form-cell-changed 7,2']],
    ['last month was changed', ({ sheet }) => (sheet.getCell('H7').value = 1), ['error form-previous-changed 7,8']],
    [
      'the figure is in another unit',
      ({ sheet }) => (sheet.getCell('I7').value = '30000平方米'),
      ['error form-figure-unit 7,9'],
    ],
    [
      'the figure became a date',
      ({ sheet }) => {
        sheet.getCell('I7').value = 45000;
        format(sheet.getCell('I7'), 'yyyy/m/d');
      },
      ['error return-figure-unreadable 7,9'],
    ],
    [
      'the figure shows as another',
      ({ sheet }) => {
        sheet.getCell('I7').value = 3.27;
        format(sheet.getCell('I7'), '0.0');
      },
      ['info xlsx-shown 7,9', 'error form-figure-rounded 7,9'],
    ],
    [
      'the figure is a percentage of something',
      ({ sheet }) => {
        sheet.getCell('I7').value = 0.5;
        format(sheet.getCell('I7'), '0%');
      },
      ['error form-figure-unit 7,9'],
    ],
    [
      'the figure is an error',
      ({ sheet }) => (sheet.getCell('I7').value = { error: '#REF!' }),
      ['error xlsx-error-value 7,9'],
    ],
    [
      'a formula has no saved result',
      ({ sheet }) => (sheet.getCell('I7').value = { formula: 'WEBSERVICE("http://x")' } as never),
      ['error xlsx-formula-without-result 7,9', 'info xlsx-formulas ,'],
    ],
  ])('gives all rows but the one where %s', async (_, change, expected) => {
    const { answer, diagnostics } = readBack(await back(change));
    expect(said(diagnostics)).toEqual(expected);
    expect(answer?.entries.map(({ target }) => target)).toEqual(['1.1', '2.1', '3.1']);
  });

  it.each<[string, (open: OpenForm) => void, string[], unknown]>([
    [
      'a figure is left blank',
      ({ sheet }) => (sheet.getCell('I7').value = null),
      ['warning form-figure-blank 7,9'],
      [null, ''],
    ],
    [
      '无任务 is claimed',
      ({ sheet }) => (sheet.getCell('I7').value = '无任务'),
      ['warning form-no-task-claimed 7,9'],
      [null, '无任务'],
    ],
    [
      'words stand for a figure',
      ({ sheet }) => (sheet.getCell('I7').value = '全部开工'),
      ['warning return-words-for-figure 7,9'],
      [null, '全部开工'],
    ],
    [
      'a percentage was typed as one',
      ({ sheet }) => {
        sheet.getCell('I9').value = 0.043;
        format(sheet.getCell('I9'), '0.0%');
        sheet.getCell('I7').value = '3.0万平方米';
      },
      [],
      [{ value: '3.0', unit: '万平方米' }, null],
    ],
    [
      'something stands beside the table',
      ({ sheet }) => (sheet.getCell('N7').value = '请注意'),
      ['warning form-text-unread 7,14'],
      [{ value: '3', unit: '万平方米' }, null],
    ],
    [
      'something stands below the table',
      ({ sheet }) => (sheet.getCell('A12').value = '另附说明一份'),
      ['warning form-text-unread ,'],
      [{ value: '3', unit: '万平方米' }, null],
    ],
    [
      'there is another sheet',
      ({ workbook }) => (workbook.addWorksheet('明细').getCell('A1').value = 'x'),
      ['warning form-sheet-unread ,'],
      [{ value: '3', unit: '万平方米' }, null],
    ],
  ])('is read with a word where %s', async (_, change, expected, figure) => {
    const { answer, diagnostics } = readBack(await back(change));
    expect(said(diagnostics)).toEqual(expected);
    const entry = answer?.entries[1];
    expect([entry?.cumulative, entry?.mark]).toEqual(figure);
  });

  it('keeps the percentage that a spreadsheet made of what was typed', async () => {
    const bytes = await back(({ sheet }) => {
      sheet.getCell('I9').value = 0.043;
      format(sheet.getCell('I9'), '0.0%');
    });
    expect(readBack(bytes).answer?.entries[3]?.cumulative).toEqual({ value: '4.3', unit: '%' });
  });

  it('of a lead unit tells the whole city from 市本级, and takes words alone for what has no number', async () => {
    const lead = formOf('甲局');
    const bytes = await returnedForm(lead, (open) => {
      for (const row of lead.rows.keys()) open.cell(row, 'cumulative').value = row + 1;
    });
    expect(
      readBack(bytes).answer?.entries.map(({ target, column, cumulative }) => [target, column, cumulative?.value]),
    ).toEqual([
      ['1.1', undefined, '1'],
      ['1.1', '市本级', '2'],
      ['1.2', undefined, '3'],
      ['2.1', undefined, '4'],
    ]);
    const words = formOf('乙局');
    const answered = await returnedForm(words, (open) => {
      open.cell(2, 'problems').value = '系统对接未完成';
    });
    const { answer } = readBack(answered);
    expect(answer?.entries[2]).toMatchObject({ target: '4.1', mark: '—', problems: '系统对接未完成' });
  });
});

describe('a form', () => {
  it('is the same bytes however often it is made', async () => {
    const again = formOf('甲区', { returns: [may] });
    expect(Buffer.from(await writtenForm(form)).equals(Buffer.from(await writtenForm(again)))).toBe(true);
  });

  it('of another file that is no form is none', async () => {
    const open = await openForm(form, await writtenForm(form));
    open.workbook.removeWorksheet('表式');
    open.workbook.removeWorksheet('月报表');
    open.workbook.addWorksheet('甲').getCell('A1').value = '表式';
    expect(
      await open.save().then((bytes) => {
        try {
          return readBack(bytes);
        } catch (error) {
          return String(error);
        }
      }),
    ).toBe('Error: no form');
  });
});
