import { describe, expect, it } from 'vitest';
import { plainText, run } from '../../../src/model/text.ts';
import { annexNames } from '../../../src/writers/xlsx/annex-names.ts';

/** Column units of 28 characters at 16 points, as on the page. */
const page = (28 * 16) / 6;

describe('the names of annexes in one cell', () => {
  const lines = (text: string, width = page) => plainText(annexNames([run(text)], 16, width)).split('\n');

  it('stand below the first name', () => {
    expect(lines('附件：1. 滞后项目情况表\n2. 任务分解表')).toEqual([
      '附件：1. 滞后项目情况表',
      '　　　　　2. 任务分解表',
    ]);
  });

  it('go on below their own first character', () => {
    const name = '2023年市政府民生实事项目区、县（市）任务分解表';
    const [first, second, third, ...rest] = lines(`附件：1. 滞后项目情况表\n2. ${name}`);
    expect([first, rest]).toEqual(['附件：1. 滞后项目情况表', []]);
    expect(second).toMatch(/^　{5}2\. 2023年/);
    expect(third).toMatch(/^　{6}\S/);
    expect([second, third].map((line) => line?.trim()).join('')).toBe(`2. ${name}`);
  });

  it('keep their emphasis, and each of their characters however narrow the page is', () => {
    const content = [run('附件：1. 甲'), { ...run('乙丙\n2. 丁戊'), strong: true }, run('己')];
    const set = annexNames(content, 16, 24);
    expect(plainText(set).replaceAll(/[\n　]/g, '')).toBe('附件：1. 甲乙丙2. 丁戊己');
    expect(
      set
        .filter((each) => each.strong)
        .map((each) => each.text)
        .join(''),
    ).toContain('丁戊');
  });
});
