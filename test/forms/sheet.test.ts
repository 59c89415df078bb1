import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { formReporters } from '../../src/forms/reporters.ts';
import { WriteError } from '../../src/model/errors/write-error.ts';
import type { Period } from '../../src/model/period.ts';
import { formOf, planOf, smallPlan, writtenForm } from '../support/forms.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { type ReadSheet, readXlsx } from '../support/read-xlsx.ts';
import { sampleReturns } from '../support/sample-returns.ts';

const plan = sampleMonth('2023-06').plan;
const form: Form = formOf('上城区', { plan, returns: sampleReturns() });
let sheet: ReadSheet;
let hidden: ReadSheet;
let xml: string;

beforeAll(async () => {
  const bytes = await writtenForm(form);
  [sheet, hidden] = readXlsx(bytes) as [ReadSheet, ReadSheet];
  xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
});

const textAt = (row: number, column: number) =>
  sheet.cells.find((cell) => cell.row === row && cell.column === column)?.text;

describe('forms', () => {
  it('go to every district that holds a task and to every lead unit, in printed order', () => {
    const names = formReporters(plan).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['上城区', '拱墅区', '西湖区']);
    expect(names.slice(13, 16)).toEqual(['杭州西湖风景名胜区', '市民政局', '市城管局']);
    expect(names).toHaveLength(28);
    expect(names).not.toContain('市本级');
  });

  it('go to no one where every district is meant, nor to a district without a task', () => {
    const other = planOf(
      '序号\t项目名称\t量化目标\t牵头单位\t甲区\t乙县\n1\t建桥3座\t3座\t甲局、各区、县（市）政府\t3座\t',
    );
    expect(formReporters(other).map(({ name }) => name)).toEqual(['甲区', '甲局']);
  });

  it('ask for the reporter’s own tasks alone, each with the figure of last month', () => {
    const own = plan.projects.flatMap(({ targets }) => targets).filter(({ allocations }) => allocations['上城区']);
    expect(form.rows.map(({ target }) => target.id)).toEqual(own.map(({ id }) => id));
    expect(form.rows).toHaveLength(29);
    const before = sampleReturns().find(({ reporter, period }) => reporter === '上城区' && period === '2023-05');
    expect(form.rows.map(({ previous }) => previous)).toEqual(
      own.map(({ id }) => before?.entries.find(({ target }) => target === id)?.cumulative?.value),
    );
    expect(form.sample).toBe(true);
  });

  it('ask lead units for the whole city, and for 市本级 where it has a part', () => {
    const rows = formOf('市教育局', { plan, returns: sampleReturns() }).rows;
    expect(rows.map(({ target, scope, task, previous }) => [target.id, scope, task?.value, previous !== ''])).toEqual([
      ['3.1', '全市', '71', false],
      ['5.1', '全市', '72', false],
      ['5.1', '市本级', '2', true],
      ['5.2', '全市', '61000', false],
      ['5.2', '市本级', '4000', true],
      ['5.3', '全市', '50', false],
    ]);
    const alone = formOf('市城投集团', { plan }).rows;
    expect(alone.map(({ target, scope }) => [target.id, scope])).toEqual([
      ['10.1', '市本级'],
      ['10.2', '市本级'],
    ]);
    const whole = formOf('市人力社保局', { plan }).rows;
    expect(whole.map(({ target, task, unit }) => [target.id, task?.value, unit])).toEqual([
      ['13.1', '189500', '人次'],
      ['13.2', '250000', '人'],
      ['13.3', '100', '个'],
    ]);
  });

  it('ask for figures up to the office’s own day, in a short month up to its last', () => {
    const dates = (settings: object, period: Period) => {
      const { cutoff, due } = formOf('上城区', { plan, period, settings });
      return [cutoff, due];
    };
    expect(dates({ cutoffDay: 25, returnDay: 1 }, '2023-06')).toEqual(['2023-06-25', '2023-07-01']);
    expect(dates({ cutoffDay: 30 }, '2023-02')).toEqual(['2023-02-28', '2023-03-03']);
  });

  it('have no last month in January', () => {
    const january = formOf('上城区', { plan, returns: sampleReturns(), period: '2023-01' });
    expect(january.rows.every(({ previous }) => previous === '')).toBe(true);
    expect(january.due).toBe('2023-02-03');
  });
});

describe('the sheet of a form', () => {
  it('says whose it is, for which month, until when, and prints its rows as 附件2 has them', () => {
    expect(textAt(0, 0)).toBe('2023年6月民生实事项目进展月报表');
    expect([textAt(1, 0), textAt(1, 3), textAt(1, 8)]).toEqual([
      '填报单位：上城区',
      '数据截止日期：2023年6月30日',
      '报送期限：2023年7月3日',
    ]);
    expect(textAt(3, 0)).toContain('“数字下降的原因”');
    const head = Array.from({ length: 12 }, (_, column) => textAt(4, column));
    expect(head.join(' ')).toBe(
      '序号 项目名称 编号 量化目标 牵头单位 单位 全年任务 上月累计 累计完成 数字下降的原因 存在问题 下一步打算',
    );
    const row = Array.from({ length: 12 }, (_, column) => textAt(7, column) ?? '');
    expect(row).toEqual([
      '2',
      '为独居老年人免费加装燃气安全装置5000户',
      '2.1',
      '5000户',
      '市城管局',
      '户',
      '500',
      '211',
      '',
      '',
      '',
      '',
    ]);
    expect(sheet.cells.find((cell) => cell.row === 7 && cell.column === 6)?.raw.type).toBe('number');
  });

  it('is protected without a password except where one writes', () => {
    expect(xml).toMatch(/<sheetProtection sheet="1" formatColumns="0" formatRows="0"\/>/);
    const open = sheet.cells.filter(({ style }) => !style.locked).map(({ row, column }) => `${row},${column}`);
    const expected = form.rows.flatMap((_, i) => [8, 9, 10, 11].map((column) => `${5 + i},${column}`));
    expect(open).toEqual(['2,0', '2,3', '2,8', ...expected]);
  });

  it('prompts in Chinese and refuses what is neither a number from 0 on nor one of three words', () => {
    const rules = sheet.validations;
    expect(rules.map(({ type, sqref, errorStyle }) => [type, sqref, errorStyle])).toEqual([
      ['custom', 'I6:I34', 'stop'],
      ['textLength', 'J6:J34', 'stop'],
      ['textLength', 'K6:K34', 'stop'],
      ['textLength', 'L6:L34', 'stop'],
    ]);
    expect(xml).toContain(
      '<formula1>OR(AND(ISNUMBER(I6),I6&gt;=0),I6=&quot;无任务&quot;,I6=&quot;未报送&quot;,I6=&quot;—&quot;)</formula1>',
    );
    for (const { prompt = '', error = '', promptTitle = '' } of rules) {
      expect([prompt.length > 10, prompt.length <= 255, error.length <= 255, promptTitle.length <= 32]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it('prints on landscape A4, one page wide, the head on every page, the reporter above and the form below', () => {
    expect(sheet.page).toMatchObject({ paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' });
    expect([sheet.printTitles, sheet.printArea]).toEqual(["'月报表'!$5:$5", "'月报表'!$A$1:$L$34"]);
    expect(sheet.header).toContain('上城区　2023年6月');
    expect(sheet.header).toContain('示例数据');
    expect(sheet.footer).toContain(`表式第1版　任务表校验码 ${form.planDigest.slice(0, 12)}`);
    expect(sheet.frozen).toEqual({ rows: 5, columns: 3 });
  });

  it('lets rows of answers grow, and keeps the identity where no menu shows it', () => {
    expect(xml).toMatch(/<row r="5" ht="[\d.]+" customHeight="1"/);
    expect(xml).toMatch(/<row r="6" ht="[\d.]+" spans/);
    expect([sheet, hidden].map(({ name, state }) => [name, state])).toEqual([
      ['月报表', 'visible'],
      ['表式', 'veryHidden'],
    ]);
  });

  it('writes what begins like a formula as words, and refuses what no workbook can hold', async () => {
    const changed = (name: string) => {
      const [first, ...others] = smallPlan.projects;
      if (first === undefined) throw new Error('no project');
      return { ...smallPlan, projects: [{ ...first, name }, ...others] };
    };
    const danger = formOf('甲区', { plan: changed('=HYPERLINK("http://x","建桥")_x000D_') });
    const [drawn] = readXlsx(await writtenForm(danger));
    const cell = drawn?.cells.find(({ row, column }) => row === 5 && column === 1);
    expect([cell?.formula, cell?.raw.type, cell?.text]).toEqual([null, 'text', '=HYPERLINK("http://x","建桥")_x000D_']);
    await expect(writtenForm(formOf('甲区', { plan: changed('建\uFFFE桥') }))).rejects.toThrow(WriteError);
  });
});
