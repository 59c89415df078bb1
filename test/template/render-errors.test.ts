import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compiled, inSection } from './support.ts';

const schema = z.strictObject({ word: z.string(), words: z.array(z.string()) });

const table = (body: string, head = '') =>
  inSection(
    `<table name="表">\n<colgroup><col key="a" width="1"/><col key="b" width="1"/></colgroup>\n${head}\n${body}\n</table>`,
  );
const lines = (content: string) =>
  inSection(`<line-chart name="表" title="图" alt="图" format="0">\n${content}</line-chart>`);
const list = '{{#each words}}<li>{{this}}</li>{{/each}}';

describe('what data can get wrong', () => {
  test.each([
    [
      'a value outside of its list',
      inSection('\n<p role="{{word}}">x</p>'),
      'x',
      't.hbs:2: role="x" of <p> is not one of body, number, imprint, lead, annex-list, annex-label, table-unit, note, signature',
    ],
    [
      'a width of no number',
      inSection('<table name="t"><colgroup>\n<col key="a" width="{{word}}"/></colgroup></table>'),
      '0',
      't.hbs:2: width="0" of <col> is not a number above 0',
    ],
    [
      'a value that is no decimal',
      table('<tbody><tr><td value="{{word}}" format="0">1</td><td></td></tr></tbody>'),
      '1e3',
      't.hbs:4: value="1e3" of <td> is not a decimal such as 9.2',
    ],
    [
      'a required attribute that ends up empty',
      inSection('<p>x</p>\n<table name="{{word}}"></table>'),
      '',
      "t.hbs:2: the attribute 'name' of <table> is empty",
    ],
    [
      'a sheet name of 32 characters',
      '\n<section name="{{word}}"><p>x</p></section>',
      '长'.repeat(32),
      `t.hbs:2: name="${'长'.repeat(32)}" of <section> is not at most 31 characters without []:*?/\\ and without ' at its ends`,
    ],
    [
      'two sections of one name',
      '<section name="a"><p>x</p></section>\n<section name="{{word}}"><p>x</p></section>',
      'A',
      "t.hbs:2: two sections are named 'A'",
    ],
    [
      'two tables of one name',
      `<section name="a">${table('<tbody><tr><td>1</td><td>2</td></tr></tbody>').slice(19, -10).repeat(2)}</section>`,
      '',
      "t.hbs:5: two tables or line charts are named '表'",
    ],
    [
      'a value without a format',
      table('<tbody><tr><td value="1">1</td><td></td></tr></tbody>'),
      '',
      't.hbs:4: the value 1 has no format',
    ],
    [
      'a format without a value',
      table('<tbody><tr><td format="0">1</td><td></td></tr></tbody>'),
      '',
      't.hbs:4: format and formula need a value',
    ],
    [
      'a short row',
      table('<tbody><tr><td>1</td><td>2</td></tr>\n<tr key="r2"><td>1</td></tr></tbody>'),
      '',
      "t.hbs:5: table '表', <tbody> 1, row 2 (r2): no cell covers column 2 (b) of 2",
    ],
    [
      'a long row',
      table('<tbody><tr><td>1</td><td>2</td></tr></tbody><tbody>\n<tr><td>1</td><td>2</td><td>3</td></tr></tbody>'),
      '',
      "t.hbs:5: table '表', <tbody> 2, row 1: cell at row 1, column 3 spans 1×1, out of 1×2",
    ],
    [
      'a span out of its row group',
      table('<tbody><tr><td rowspan="2">1</td><td>2</td></tr></tbody><tbody><tr><td>3</td></tr></tbody>'),
      '',
      "t.hbs:4: table '表', <tbody> 1, row 1: cell at row 1, column 1 spans 2×1, out of 1×2",
    ],
    [
      'a head that does not fill the columns',
      table('<tbody><tr><td>1</td><td>2</td></tr></tbody>', '<thead><tr><th>头</th></tr></thead>'),
      '',
      "t.hbs:3: table '表', <thead>, row 1: no cell covers column 2 (b) of 2",
    ],
    [
      'rows of one key',
      table(
        '<tbody><tr key="a"><td>1</td><td>2</td></tr></tbody>\n<tbody><tr key="a"><td>1</td><td>2</td></tr></tbody>',
      ),
      '',
      "t.hbs:5: table '表': two rows have the key 'a'",
    ],
    [
      'columns of one key',
      inSection('<table name="t"><colgroup><col key="a" width="1"/>\n<col key="a" width="1"/></colgroup></table>'),
      '',
      "t.hbs:2: two columns have the key 'a'",
    ],
    [
      'no columns',
      inSection('<table name="t"><tbody><tr><td>1</td></tr></tbody></table>'),
      '',
      "t.hbs:1: table 't' has no columns: it lacks a <colgroup>",
    ],
    [
      'a head below the body',
      table('<tbody><tr><td>1</td><td>2</td></tr></tbody>\n<thead></thead>'),
      '',
      't.hbs:5: a table has one <thead>, before its <tbody>',
    ],
    [
      'half a reference',
      inSection('<chart name="c" title="c" alt="c" format="0" reference="1"><bar label="a" value="1"/></chart>'),
      '',
      "t.hbs:1: chart 'c': reference and reference-label go together",
    ],
    [
      'fewer points than categories',
      lines(
        '<category label="1月"/><category label="2月"/>\n<series label="甲"><point value="1" format="0"/></series>',
      ),
      '',
      "t.hbs:3: series '甲' has points for 1 of 2 categories",
    ],
    [
      'a category behind a series',
      lines(
        '<category label="1月"/><series label="甲"><point value="1" format="0"/></series>\n<category label="2月"/>',
      ),
      '',
      't.hbs:3: each <category> stands before the first <series>',
    ],
    [
      'half a point',
      lines('<category label="1月"/><series label="甲">\n<point value="1"/></series>'),
      '',
      't.hbs:3: value and format of a <point> go together',
    ],
    [
      'a point of no number',
      lines('<category label="1月"/><series label="甲">\n<point value="{{word}}" format="0"/></series>'),
      '未报送',
      't.hbs:3: value="未报送" of <point> is not a decimal such as 9.2',
    ],
    [
      'lines named like a table, which they are in a workbook',
      `<section name="a">${lines('<category label="1月"/><series label="甲"><point value="1" format="0"/></series>').slice(19, -10)}${table('<tbody><tr><td>1</td><td>2</td></tr></tbody>').slice(19, -10)}</section>`,
      '',
      "t.hbs:2: two tables or line charts are named '表'",
    ],
    [
      'nothing at all',
      '{{#each words}}<section name="{{this}}"><p>x</p></section>{{/each}}',
      '',
      't.hbs: the filled template holds nothing',
    ],
    [
      'a control character',
      inSection('<p>\n{{word}}</p>'),
      'a\u0007',
      "t.hbs:2: 'word' holds the character U+0007, which no document can hold",
    ],
    [
      'U+FFFE',
      inSection('<p role="{{word}}">x</p>'),
      '\uFFFE',
      "t.hbs:1: 'word' holds the character U+FFFE, which no document can hold",
    ],
    [
      'half a surrogate pair',
      inSection('<p>{{word}}</p>'),
      '𠮷'.slice(0, 1),
      "t.hbs:1: 'word' holds the character U+D842, which no document can hold",
    ],
  ])('%s', (_, template, word, message) => {
    const render = () => compiled(template, schema).render({ word, words: [] });
    expect(render).toThrow(expect.objectContaining({ name: 'TemplateError', message }));
  });

  test('an error in a partial names the partial', () => {
    const template = compiled(inSection(`{{> items}}`), schema, { items: `<ul>\n\n${list}</ul>` });
    expect(() => template.render({ word: '', words: ['a', '\u0000'] })).toThrow(
      "partials/items.hbs:3: 'this' holds the character U+0000, which no document can hold",
    );
  });

  test('content that does not fit the schema is refused', () => {
    const template = compiled(inSection('<p>{{word}}</p>'), schema);
    const wrong = { word: 3, words: [null], extra: 1 } as unknown as z.infer<typeof schema>;
    expect(() => template.render(wrong)).toThrow(
      /^t\.hbs: the content does not fit: word: .+; words\.0: .+; content: .+/,
    );
  });
});
