import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlProblem } from '../../src/model/yaml-problem.ts';

const problemOf = (text: string) => {
  try {
    parse(text, { stringKeys: true });
  } catch (error) {
    return yamlProblem(error);
  }
  return null;
};

describe('what is wrong with a file of settings as it is written', () => {
  it.each([
    ['a: 1\nsignoff：person\nb: 2', '第2行第1列写法有误：每项写成“名称: 值”，冒号用半角，后面空一格'],
    ['a: 1\nsignoff：person', '第2行第1列写法有误：每项写成“名称: 值”，冒号用半角，后面空一格；引号、括号要成对'],
    ['a:\n\tb: 1', '第2行第1列写法有误：行首用了 Tab，请改为空格'],
    ['a: [x\nb: 2', '第2行第1列写法有误：缩进与上下各行不齐，或上面的括号、引号没有配对'],
    ['a: 1\na: 2', '第2行第1列写法有误：同一项写了两次，请删去一处'],
    ['a: b: c', expect.stringMatching(/^第1行第4列写法有误：一行只能写一项，值中有冒号的请加引号/)],
    ['a: {b: 1}}', '第1行第10列写法有误：多了一个括号或标点'],
  ])('%j', (text, told) => {
    expect(problemOf(text)?.['zh-CN']).toEqual(told);
    expect(problemOf(text)?.en).toMatch(/^line \d+: [A-Z][^\n]*$/);
  });

  it('is told as the parser words it where nothing better is known', () => {
    expect(problemOf('a: *x')).toEqual({
      'zh-CN': '写法有误：Unresolved alias (the anchor must be set before the alias): x',
      en: 'Unresolved alias (the anchor must be set before the alias): x',
    });
  });
});
