import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compiled, inSection } from './support.ts';

const template = compiled(
  inSection(`
    <p>{{word}}</p>
    <ul>{{#each words}}<li>前{{this}}<strong>{{this}}</strong></li>{{/each}}</ul>
    <chart name="c" title="{{word}}" alt='{{word}}' format="0"><bar label="{{word}}" value="1"/></chart>
    <line-chart name="l" title="{{word}}" alt='{{word}}' format="0">
      <category label="{{word}}"/><series label="{{word}}"><point value="1" format="0"/></series>
    </line-chart>`),
  z.strictObject({ word: z.string(), words: z.array(z.string()) }),
);

const hostile = [
  '<b>粗</b>',
  '</p></section><section name="x">',
  '&lt; & &amp; &#60;',
  '"双" \'单\' `反` =',
  '{{word}} {{{word}}} {{> x}}',
  ']]>',
  '<![CDATA[x]]>',
  ']]',
  '>',
  '  前后空格  ',
  '第一行\n  第二行\t末\n',
  '　全角　',
  '$&$1\\',
  '<!-- x --><?pi?>',
  '𠮷\u2028\u00A0\uFEFF',
];

describe('data can never become markup', () => {
  test.each(hostile)('%j', (text) => {
    expectIdentical(text);
  });

  test('any text comes back as it was', () => {
    const character = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'<>&"\'{}[]/!- =\n\t#;', ']]>', '&amp;', '{{word}}', ' ') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter(allowed) },
    );
    fc.assert(fc.property(fc.string({ unit: character, minLength: 1 }), expectIdentical), { numRuns: 150 });
  });

  test('line ends are those of the model', () => {
    const [section] = template.render({ word: 'a\r\nb\rc', words: [] });
    expect(section?.blocks[0]).toMatchObject({ content: [{ text: 'a\nb\nc' }] });
  });
});

function allowed(character: string): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(character);
}

function expectIdentical(text: string): void {
  const [section, ...more] = template.render({ word: text, words: [text, text] });
  const runs = [
    { text: `前${text}`, strong: false, tone: null },
    { text, strong: true, tone: null },
  ];
  expect(more).toEqual([]);
  expect(section?.blocks).toEqual([
    { kind: 'paragraph', role: 'body', content: [{ text, strong: false, tone: null }] },
    { kind: 'list', ordered: false, items: [runs, runs] },
    {
      kind: 'chart',
      name: 'c',
      title: text,
      alt: text,
      format: '0',
      bars: [{ label: text, value: '1', tone: null }],
      reference: null,
    },
    {
      kind: 'line-chart',
      name: 'l',
      title: text,
      alt: text,
      format: '0',
      categories: [text],
      series: [{ label: text, line: 'solid', tone: null, values: [{ number: '1', format: '0' }] }],
    },
  ]);
}
