import { expect, it } from 'vitest';
import { z } from 'zod';
import { named } from '../../src/model/named.ts';
import { schemaProblem } from '../../src/model/schema-problem.ts';

const lights = named(z.number());

it('keeps values by their names, whatever those are', () => {
  const written = { 上城区: 1, constructor: 2, toString: 3, 'a.b': 4 };
  expect(lights.parse(written)).toEqual(written);
});

it('refuses the one name that would be lost', () => {
  const result = z.strictObject({ lights }).safeParse(JSON.parse('{"lights": {"上城区": 1, "__proto__": 2}}'));
  expect(result.error && schemaProblem(result.error)).toEqual({
    'zh-CN': '“lights”中“__proto__”不能用作名称，请改名',
    en: '"lights" cannot hold the name __proto__; use another',
  });
});

it.each([
  [null, '应为一组设置'],
  ['上城区', '应为一组设置'],
  [{ '': 1 }, '中有一项没有名称'],
])('says what is wrong with %j', (given, words) => {
  const result = lights.safeParse(given);
  expect(result.error && schemaProblem(result.error)['zh-CN']).toContain(words);
});
