import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextId } from '../../src/decisions/next-id.ts';
import { parseDecisions } from '../../src/decisions/yaml/parse.ts';
import { withDecision, withRevocation } from '../../src/decisions/yaml/print.ts';
import type { Decision } from '../../src/model/decision.ts';
import { decisionOn } from '../support/decisions.ts';

const sum = { code: 'allocation-sum', about: { target: '13.10' }, data: { stated: '138处', difference: '10' } };
const revocation = { by: '督查室负责人', because: '表已重印', revoked: '2023-04-01' };
const parsed = (text: string) => {
  const result = parseDecisions(text);
  if ('problem' in result) throw new Error(`${result.line}: ${result.problem['zh-CN']}`);
  return result.decisions;
};

describe('a decisions.yaml', () => {
  it('says in its head what it is, and each decision in words', () => {
    const text = withRevocation(withDecision(null, decisionOn(sum)), '2023-1', revocation);
    expect(text).toMatch(/^# 处理意见：/);
    expect(text).toContain('finding: 原来的问题');
    expect(text).toContain('target: "13.10"');
    expect(parsed(text)).toEqual([decisionOn(sum, { revoked: revocation })]);
  });

  it('is appended to, whatever stands there already', () => {
    const mine = '# 我的备注\n- {revokes: x}';
    expect(withDecision(mine, decisionOn(sum)).startsWith(`${mine}\n\n- id: 2023-1\n`)).toBe(true);
  });

  it.each([['', '# 空\n', '---\n']])('may be empty', (text) => expect(parsed(text)).toEqual([]));

  it('holds any decision and gives it back', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((value) => value.trim() === value && value !== '' && value.isWellFormed());
    const name = text.filter((value) => value !== '__proto__');
    const quantity = fc.constantFrom({ value: '5.20', unit: '万平方米' }, { value: '-3', unit: '' });
    const date = fc.constantFrom('2023-02-28', '2024-02-29');
    const anyDecision = fc
      .record({ by: text, because: text, finding: text, code: text, decided: date, target: text, clause: text })
      .chain(({ target, clause, ...said }) =>
        fc.constantFrom<Partial<Decision>>(
          { ...said, kind: 'accept', about: { target } },
          { ...said, kind: 'postpone', until: '2023-09-30', about: { column: target, period: '2023-08' } },
          {
            ...said,
            kind: 'correct',
            was: { value: '1', unit: '处' },
            figure: { target, clause, column: clause || null, period: '2023-08', leftOutOf: null },
          },
        ),
      )
      .chain((more) => fc.tuple(fc.constant(more), quantity, fc.dictionary(name, text, { noNullPrototype: true })))
      .map(([more, value, data]) =>
        decisionOn({ ...sum, data }, { ...more, value: more.kind === 'correct' ? value : null }),
      );
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 4 }), (decisions) => {
        const numbered = decisions.map((one, index) => ({ ...one, id: `2023-${index + 1}` }));
        const file = numbered.reduce<string | null>((all, one) => withDecision(all, one), null);
        expect(parsed(file ?? '')).toEqual(numbered);
      }),
    );
  });

  const good = withDecision(null, decisionOn(sum));
  const lineOf = (text: string, words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
  it.each([
    ['a broken indentation', good.replace('  because:', ' because:'), 'because', '写法有误'],
    ['a number without quotes', good.replace('"13.10"', '13.10'), 'target: 13.10', '编号和数字请加引号，如 "13.10"'],
    ['another kind', good.replace('accept', 'ignore'), 'kind', 'accept、correct、postpone'],
    ['no name', good.replace('by: 督查室联络员', 'by: ""'), 'by:', '不能为空'],
    ['no reason', good.replace(/ +because: .*\n/, ''), 'id: 2023-1', '“because”没有填写'],
    ['a day that is none', good.replace('2023-03-01', '2023-02-30'), 'decided', '应为日期'],
    ['a misspelt key', good.replace('because:', 'becase:'), 'id: 2023-1', 'becase'],
    ['an id twice', good + good.slice(good.indexOf('- id')), 'id: 2023-1', '编号“2023-1”已经用过'],
    ['a name that would be lost', good.replace('stated:', '__proto__:'), '__proto__', '“__proto__”不能用作名称'],
    ['a correction of nothing', good.replace('accept', 'correct'), 'id: 2023-1', 'figure 和 value'],
    ['a postponement without end', good.replace('accept', 'postpone'), 'id: 2023-1', 'until'],
    ['a revocation of nothing', withRevocation(good, '2023-9', revocation), 'revokes', '没有编号为“2023-9”'],
    ['something else', '处理意见: 无\n', '处理意见', '应为一列处理意见'],
  ])('with %s is named with its line', (_, text, words, reason) => {
    const result = parseDecisions(text);
    if (!('problem' in result)) throw new Error('taken for good');
    expect(result.problem['zh-CN']).toContain(reason);
    const line = lineOf(text, words);
    expect(
      result.line === line || result.line === text.split('\n').findLastIndex((one) => one.includes(words)) + 1,
    ).toBe(true);
  });

  it('revoked twice is named', () => {
    const text = withRevocation(withRevocation(good, '2023-1', revocation), '2023-1', revocation);
    expect(parseDecisions(text)).toMatchObject({ problem: { 'zh-CN': '“2023-1”已经撤销' } });
  });
});

it('numbers run on in their year', () => {
  expect(nextId([], 2023)).toBe('2023-1');
  expect(nextId([{ id: '2023-9' }, { id: '2024-20' }, { id: 'x' }, { id: '2023-10' }], 2023)).toBe('2023-11');
});
