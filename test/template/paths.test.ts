import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compiled, inSection, onlyParagraph } from './support.ts';

const schema = z.strictObject({
  district: z.string(),
  status: z.enum(['done', 'lagging']),
  note: z.string().nullable(),
  count: z.int(),
  all: z.boolean(),
  lead: z.strictObject({ name: z.string(), phone: z.string().optional() }).nullable(),
  rows: z.array(z.strictObject({ name: z.string(), units: z.array(z.string()) })),
  totals: z.record(z.string(), z.number()),
  event: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('moved'), to: z.string() }),
    z.strictObject({ kind: z.literal('closed') }),
  ]),
});
type Content = z.infer<typeof schema>;

const content: Content = {
  district: '上城区',
  status: 'lagging',
  note: null,
  count: 2,
  all: false,
  lead: { name: '市民政局' },
  rows: [
    { name: '一', units: ['甲', '乙'] },
    { name: '二', units: ['甲'] },
  ],
  totals: { 床位: 3, 户: 0 },
  event: { kind: 'moved', to: '二' },
};

const text = (template: string, partials: Record<string, string> = {}) =>
  onlyParagraph(compiled(inSection(`<p>${template}</p>`), schema, partials).render(content))
    .map((r) => r.text)
    .join('');

describe('paths and helpers that are right', () => {
  test.each([
    [
      'nested each with ../ and @index',
      '{{#each rows}}{{@index}}{{#each units}}{{../name}}{{this}}{{/each}}{{/each}}',
      '0一甲一乙1二甲',
    ],
    [
      'block parameters',
      '{{#each rows as |row i|}}{{#each row.units as |u|}}{{i}}{{row.name}}{{u}}{{/each}}{{/each}}',
      '0一甲0一乙1二甲',
    ],
    [
      '@first, @last, @../index',
      '{{#each rows}}{{#each units}}{{#if @last}}{{@../index}}{{/if}}{{/each}}{{#unless @last}}；{{/unless}}{{/each}}',
      '0；1',
    ],
    ['records with @key', '{{#each totals}}{{@key}}{{this}}{{/each}}', '床位3户0'],
    ['@root and length', '{{#each rows}}{{@root.district}}{{units.length}}{{/each}}', '上城区2上城区1'],
    ['with, else', '{{#with lead}}{{name}}{{else}}无{{/with}}', '市民政局'],
    ['else if', '{{#if note}}{{note}}{{else if all}}全{{else}}否{{/if}}', '否'],
    [
      'eq, ne, gt, and, or, not',
      '{{#if (and (eq status "lagging") (gt count 1) (not all) (or all (ne count 3)))}}是{{/if}}',
      '是',
    ],
    ['join', '{{#each rows}}{{join units "、"}}；{{/each}}', '甲、乙；甲；'],
    [
      'partials with a context, proven present, and named values',
      '{{#each rows}}{{> unit row=this sign="；"}}{{/each}}{{#if lead}}{{> lead lead}}{{/if}}',
      '一；二；市民政局',
    ],
    ['a field of some variants, guarded', '{{#if event.to}}{{event.to}}{{/if}}', '二'],
    ['a field proven by its comparison', '{{#if (eq note "急")}}{{note}}{{else}}缓{{/if}}', '缓'],
    [
      'a field proven by the branch that denies its absence',
      '{{#if (not lead)}}无{{else}}{{lead.name}}{{/if}}',
      '市民政局',
    ],
  ])('%s', (_, template, expected) => {
    const partials = { unit: '{{row.name}}{{sign}}', lead: '{{name}}' };
    expect(text(template, partials)).toBe(expected);
  });

  test('an attribute that prints nothing is not written', () => {
    const template = inSection('<p>{{#with lead}}<span tone="{{@root.note}}">{{name}}</span>{{/with}}</p>');
    expect(onlyParagraph(compiled(template, schema).render(content))).toEqual([
      { text: '市民政局', strong: false, tone: null },
    ]);
  });

  test('true and false are printed into attributes', () => {
    const template = inSection(
      '<table name="t">\n<colgroup><col key="a" width="{{count}}" marked="{{eq status \'lagging\'}}"/></colgroup>\n<tbody><tr><td>1</td></tr></tbody></table>',
    );
    expect(compiled(template, schema).render(content)[0]?.blocks[0]).toMatchObject({
      columns: [{ width: 2, marked: true }],
    });
  });
});

describe('paths and helpers that are wrong', () => {
  test.each([
    ['<p>\n{{distrcit}}</p>', "t.hbs:2: unknown field 'distrcit' (did you mean 'district'?)"],
    ['<p>{{#if all}}\n\n{{xyz}}{{/if}}</p>', "t.hbs:3: unknown field 'xyz'"],
    ['<p>{{#if nosuch}}a{{/if}}</p>', "t.hbs:1: unknown field 'nosuch'"],
    ['<p>{{#each rows}}\n{{naem}}{{/each}}</p>', "t.hbs:2: unknown field 'naem' (did you mean 'name'?)"],
    ['<p>{{#each rows}}\n{{district}}{{/each}}</p>', "t.hbs:2: unknown field 'district'"],
    [
      '<p>{{#each rows as |row|}}{{row.unit}}{{/each}}</p>',
      "t.hbs:1: unknown field 'unit' in 'row.unit' (did you mean 'units'?)",
    ],
    ['<p>{{district.name}}</p>', "t.hbs:1: unknown field 'name' in 'district.name': text has no fields"],
    ['<p>{{#unless (eq nosuch 1)}}a{{/unless}}</p>', "t.hbs:1: unknown field 'nosuch'"],
    ['<p>{{../district}}</p>', "t.hbs:1: '../district' leads out of the template; a partial sees its own context only"],
    [
      '<p>{{#each rows}}{{#each units}}{{#each @root.rows}}{{#each units}}{{../name}}{{/each}}{{/each}}{{/each}}{{/each}}{{@index}}</p>',
      "t.hbs:1: '@index' stands outside of an {{#each}} of this file",
    ],
    [
      '<p>{{#each rows.[0].units}}{{#each @root.rows.[0].units}}\n{{../this}}{{/each}}{{/each}}</p>',
      "t.hbs:2: '../this' is not reliable between plain values; name them with as |item|",
    ],
    ['<p>{{#each rows}}{{@frist}}{{/each}}</p>', "t.hbs:1: unknown variable '@frist' (did you mean 'first'?)"],
    ['<p>\n{{rows}}</p>', "t.hbs:2: 'rows' is a list and cannot be printed here"],
    ['<p>{{#each rows}}{{this}}{{/each}}</p>', "t.hbs:1: 'this' is an object and cannot be printed here"],
    ['<p>{{all}}</p>', "t.hbs:1: 'all' is true or false and cannot be printed here"],
    ['<p>{{note}}</p>', "t.hbs:1: 'note' may be absent: put it inside {{#if note}}"],
    ['<p>{{#if all}}{{lead.name}}{{/if}}</p>', "t.hbs:1: 'lead.name' may be absent: put it inside {{#if lead.name}}"],
    [
      '<p>{{#if lead}}{{lead.phone}}{{/if}}</p>',
      "t.hbs:1: 'lead.phone' may be absent: put it inside {{#if lead.phone}}",
    ],
    ['<p>{{#if note}}{{else}}{{note}}{{/if}}</p>', "t.hbs:1: 'note' may be absent: put it inside {{#if note}}"],
    ['<p>{{event.to}}</p>', "t.hbs:1: 'event.to' may be absent: put it inside {{#if event.to}}"],
    ['<p role="x{{note}}">a</p>', "t.hbs:1: 'note' may be absent: put it inside {{#if note}}"],
    ['<p>{{{district}}}</p>', 't.hbs:1: data can never become markup: write {{ }} instead of {{{ }}} or {{& }}'],
    ['<p>\n{{&district}}</p>', 't.hbs:2: data can never become markup: write {{ }} instead of {{{ }}} or {{& }}'],
    ['<p>{{"district"}}</p>', 't.hbs:1: a literal needs no {{ }}'],
    ['<p>{{upper district}}</p>', "t.hbs:1: unknown helper 'upper'"],
    ['<p>{{lookup totals "a"}}</p>', "t.hbs:1: unknown helper 'lookup'"],
    ['<p>{{#if (equ status "done")}}a{{/if}}</p>', "t.hbs:1: unknown helper 'equ' (did you mean 'eq'?)"],
    [
      '<p>{{#if (eq status "finished")}}a{{/if}}</p>',
      "t.hbs:1: helper 'eq' compares 'status' with 'finished', which it never is: it is one of done, lagging",
    ],
    [
      '<p>{{#if (eq count "2")}}a{{/if}}</p>',
      "t.hbs:1: helper 'eq' compares 'count' with '2', which it never is: it is a number",
    ],
    ['<p>{{#if (eq status null)}}a{{/if}}</p>', "t.hbs:1: helper 'eq' compares 'status' with null, which it never is"],
    ['<p>{{#if (eq status)}}a{{/if}}</p>', "t.hbs:1: helper 'eq' takes two arguments"],
    ['<p>{{#if (gt district 1)}}a{{/if}}</p>', "t.hbs:1: helper 'gt' compares numbers, but 'district' is text"],
    ['<p>{{join district "、"}}</p>', "t.hbs:1: helper 'join' joins a list, but 'district' is text"],
    ['<p>{{join rows "、"}}</p>', "t.hbs:1: helper 'join' joins words, but the items of 'rows' are an object"],
    ['<p>{{join rows.[0].units}}</p>', "t.hbs:1: helper 'join' takes a list and a separator"],
    ['<p>{{eq a=1}}</p>', "t.hbs:1: helper 'eq' takes no named arguments"],
    ['<p>{{#rows}}a{{/rows}}</p>', "t.hbs:1: unknown block '#rows'"],
    ['<p>{{#eech rows}}a{{/eech}}</p>', "t.hbs:1: unknown block '#eech' (did you mean 'each'?)"],
    ['<p>{{#each district}}a{{/each}}</p>', "t.hbs:1: '#each' goes over a list, but this is text"],
    ['<p>{{#if}}a{{/if}}</p>', "t.hbs:1: '#if' takes one argument"],
    ['<p>{{#if count includeZero=true}}a{{/if}}</p>', "t.hbs:1: '#if' takes one argument"],
    ['<p>{{> nosuch}}</p>', "t.hbs:1: unknown partial 'nosuch'"],
    ['<p>\n{{> nmae}}</p>', "t.hbs:2: unknown partial 'nmae' (did you mean 'name'?)"],
    ['<p>{{> name}}</p>', "partials/name.hbs:2: unknown field 'name'"],
    [
      '<p>{{#each rows}}{{> outer}}{{/each}}</p>',
      "partials/outer.hbs:1: '../district' leads out of the template; a partial sees its own context only",
    ],
    ['<p>{{> name lead}}</p>', "t.hbs:1: the context of partial 'name' may be absent: call it inside {{#if}}"],
    ['<p>{{> name district x=1}}</p>', 't.hbs:1: named values are added to an object, but the context is text'],
    ['<p>{{> round}}</p>', "partials/square.hbs:1: partial 'round' calls itself"],
    ['<p>{{> (eq 1 1)}}</p>', 't.hbs:1: a partial is called by its name, not by an expression'],
    ['<p>{{#> name}}a{{/name}}</p>', 't.hbs:1: decorators and {{#> partial}} blocks are not supported'],
    [
      '<p>{{#if all}}\n{{#*inline "x"}}a{{/inline}}{{/if}}</p>',
      't.hbs:2: decorators and {{#> partial}} blocks are not supported',
    ],
    ['<p>\n{{#if all}\n</p>', 't.hbs:2: not a Handlebars template: unexpected INVALID'],
    ['<p>\n{{#if all}}</p>', 't.hbs:2: not a Handlebars template: it ends before a {{#block}} or {{tag}} is closed'],
    ['<p>\n{{#if all}}{{/each}}</p>', "t.hbs:2: not a Handlebars template: if doesn't match each"],
  ])('%s', (template, message) => {
    const partials = {
      name: '{{! a partial }}\n{{name}}',
      outer: '{{../district}}',
      round: '{{> square}}',
      square: '{{> round}}',
    };
    expect(() => compiled(inSection(template), schema, partials)).toThrow(
      expect.objectContaining({ name: 'TemplateError', message }),
    );
  });

  test('a schema that templates cannot use is a mistake of the program', () => {
    expect(() => compiled(inSection('<p>{{day}}</p>'), z.strictObject({ day: z.date() }))).toThrow(TypeError);
  });
});
