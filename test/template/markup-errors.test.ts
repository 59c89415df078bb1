import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compiled } from './support.ts';

const schema = z.strictObject({ on: z.boolean(), word: z.string(), words: z.array(z.string()) });

describe('markup that is wrong, found before there is data and in branches never taken', () => {
  test.each([
    ['<section name="a">\n<div>x</div></section>', 't.hbs:2: unknown tag <div>'],
    ['<section name="a">\n{{#if on}}\n<pp>x</pp>{{/if}}</section>', "t.hbs:3: unknown tag <pp> (did you mean 'p'?)"],
    ['<p>x</p>', 't.hbs:1: <p> cannot stand outside of a <section>, which holds section'],
    [
      '<section name="a"><li>x</li></section>',
      't.hbs:1: <li> cannot stand in <section>, which holds h1, h2, h3, p, ul, ol, table, chart, line-chart, colophon, page-break',
    ],
    [
      '<section name="a"><p>\n<table name="t"></table></p></section>',
      't.hbs:2: <table> cannot stand in <p>, which holds strong, span, br',
    ],
    [
      '<section name="a"><line-chart name="c" title="c" alt="c" format="0">\n<bar label="a" value="1"/></line-chart></section>',
      't.hbs:2: <bar> cannot stand in <line-chart>, which holds category, series',
    ],
    [
      '<section name="a"><line-chart name="c" title="c" alt="c" format="0">\n<series label="a" line="wavy"></series></line-chart></section>',
      't.hbs:2: line="wavy" of <series> is not one of solid, dashed, long-dashed, dotted',
    ],
    ['<section name="a"><p><br>x</br></p></section>', 't.hbs:1: text cannot stand in <br>'],
    ['\n\nwords', 't.hbs:3: text cannot stand outside of a <section>'],
    ['<section name="a">\n\n words</section>', 't.hbs:3: text cannot stand in <section>'],
    ['<section name="a">\n{{word}}</section>', 't.hbs:2: text cannot stand in <section>'],
    ['<section name="a">{{#if on}}\n{{word}}{{/if}}</section>', 't.hbs:2: text cannot stand in <section>'],
    ['<section>\n</section>', "t.hbs:1: <section> lacks the attribute 'name'"],
    ['<section name="a" paeg="wide"></section>', "t.hbs:1: <section> has no attribute 'paeg' (did you mean 'page'?)"],
    ['<section name="a"\n page="tall"></section>', 't.hbs:2: page="tall" of <section> is not one of text, wide'],
    ['<section name="a" name="b"></section>', "t.hbs:1: the attribute 'name' is written twice"],
    [
      '<section name="a/b"></section>',
      String.raw`t.hbs:1: name="a/b" of <section> is not at most 31 characters without []:*?/\ and without ' at its ends`,
    ],
    [
      '<section name="a"><p role="leed">x</p></section>',
      't.hbs:1: role="leed" of <p> is not one of body, number, imprint, lead, annex-list, annex-label, table-unit, note, signature',
    ],
    ['<section name="a"><p _="1">x</p></section>', 't.hbs:1: not well-formed here: \'_="1">x</p></section\''],
    ['<section name="a"><p>\n</section>', 't.hbs:2: </section> stands where <p> of line 1 is to be closed'],
    ['<section name="a">\n<p>x', 't.hbs:2: <p> is not closed in the block or file that opens it'],
    ['<section name="a"></section>\n</section>', 't.hbs:2: </section> closes nothing that this block or file opened'],
    [
      '<section name="a">{{#if on}}\n<p>{{else}}<p role="note">{{/if}}x</p></section>',
      't.hbs:2: <p> is not closed in the block or file that opens it',
    ],
    [
      '<section name="a"><p>{{#if on}}</p>{{/if}}</section>',
      't.hbs:1: </p> closes nothing that this block or file opened',
    ],
    [
      '<section name="a">{{#if on}}<p{{else}}<h1{{/if}}>x</p></section>',
      "t.hbs:1: a branch of '#if' ends in another part of the markup than it began",
    ],
    [
      '<section name="a"><p role="{{#if on}}note">{{/if}}x</p></section>',
      "t.hbs:1: a branch of '#if' ends in another part of the markup than it began",
    ],
    [
      '<section name="a"><p\n{{word}}>x</p></section>',
      't.hbs:2: data in a tag stands inside the quotes of an attribute',
    ],
    ['<section name="a"><{{word}}>x</p></section>', "t.hbs:1: not well-formed here: '<'"],
    ['<section name="a"><p role={{word}}>x</p></section>', "t.hbs:1: not well-formed here: 'role='"],
    ['<section name="a"><p {{> text}}>x</p></section>', 't.hbs:1: a partial cannot stand inside a tag'],
    [
      '<section name="a"><p role="note"{{#if on}} {{/if}}role="note">x</p></section>',
      "t.hbs:1: white space is missing before the attribute 'role'",
    ],
    ['<section name="a"><p role=note>x</p></section>', "t.hbs:1: not well-formed here: 'role=note>x</p></sec'"],
    ['<section name="a"><p>a < b</p></section>', "t.hbs:1: not well-formed here: '< b</p></section>'"],
    ['<section name="a"><p>\na & b</p></section>', "t.hbs:2: not well-formed here: '& b</p></section>'; write &amp;"],
    ['<section name="a"><p>&nbsp;</p></section>', "t.hbs:1: not well-formed here: '&nbsp;</p></section>'; write &amp;"],
    [
      '<section name="a"><!-- x --></section>',
      "t.hbs:1: not well-formed here: '<!-- x --></section>'; comments are written {{! }}",
    ],
    ['<section name="a"><p>x</p></section>\n<section name="b"', 't.hbs:2: the tag <section has no end'],
    ['<section name="a">{{> text}}</section>', 'partials/text.hbs:2: text cannot stand in <section>'],
    [
      '<section name="a"><p>{{> block}}</p></section>',
      'partials/block.hbs:1: <p> cannot stand in <p>, which holds strong, span, br',
    ],
  ])('%s', (template, message) => {
    const partials = { text: '{{! }}\n文字', block: '<p>文字</p>' };
    expect(() => compiled(template, schema, partials)).toThrow(
      expect.objectContaining({ name: 'TemplateError', message }),
    );
  });

  test('a partial that nobody calls is not looked at', () => {
    expect(() => compiled('<section name="a"><p>x</p></section>', schema, { other: '<p>{{nosuch}}' })).not.toThrow();
  });
});
