import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compiled, inSection, onlyParagraph } from './support.ts';

const empty = z.strictObject({});
const render = (text: string) => compiled(text, empty).render({});
const plain = (text: string) => [{ text, strong: false, tone: null }];

describe('the vocabulary', () => {
  test('every element becomes its node', () => {
    const sections = render(`
      <section name="简报">
        <p role="number">第6期</p>
        <h1>标题</h1>
        <h2>一、总体</h2>
        <h3>（一）细目</h3>
        <p>共<strong>2项<span tone="lagging">滞后</span></strong>。<br/>第二行 &amp; 末</p>
        <ul><li>甲</li><li>乙</li></ul>
        <ol><li>丙</li></ol>
        <page-break/>
        <chart name="图" title="完成率" alt="甲10%" format="0.0%" reference="0.5" reference-label="序时">
          <bar label="甲" value="0.1" tone="slow"/>
          <bar label="乙" value="1.115"/>
        </chart>
        <line-chart name="走势" title="逐月" alt="1月10%" format="0%">
          <category label="1月"/><category label="2月"/>
          <series label="甲" tone="slow"><point value="0.1" format="0.0%"/><point/></series>
          <series label="乙" line="dotted"><point value="" format=""/><point value="1" format="0%"/></series>
        </line-chart>
      </section>
      <section name="附件" page="wide" formats="xlsx html">
        <table name="表">
          <colgroup><col key="a" width="2.5" align="center" marked="true"/><col key="b" width="1"/></colgroup>
          <thead><tr><th colspan="2">表头</th></tr></thead>
          <tbody><tr key="r1"><td rowspan="2" align="right">甲</td><td value="9.20" format="0.00" formula="[,a]" note="甲&#10;乙">9.20</td></tr><tr><td></td></tr></tbody>
          <tbody><tr><td>乙</td><td>丙</td></tr></tbody>
        </table>
      </section>`);
    const cell = { colspan: 1, rowspan: 1, align: null, header: false, value: null, at: null };
    expect(sections).toEqual([
      {
        name: '简报',
        page: { paper: 'A4', orientation: 'portrait' },
        blocks: [
          { kind: 'paragraph', role: 'number', content: plain('第6期') },
          { kind: 'heading', level: 1, content: plain('标题') },
          { kind: 'heading', level: 2, content: plain('一、总体') },
          { kind: 'heading', level: 3, content: plain('（一）细目') },
          {
            kind: 'paragraph',
            role: 'body',
            content: [
              { text: '共', strong: false, tone: null },
              { text: '2项', strong: true, tone: null },
              { text: '滞后', strong: true, tone: 'lagging' },
              { text: '。\n第二行 & 末', strong: false, tone: null },
            ],
          },
          { kind: 'list', ordered: false, items: [plain('甲'), plain('乙')] },
          { kind: 'list', ordered: true, items: [plain('丙')] },
          { kind: 'page-break' },
          {
            kind: 'chart',
            name: '图',
            title: '完成率',
            alt: '甲10%',
            format: '0.0%',
            bars: [
              { label: '甲', value: '0.1', tone: 'slow' },
              { label: '乙', value: '1.115', tone: null },
            ],
            reference: { label: '序时', value: '0.5' },
          },
          {
            kind: 'line-chart',
            name: '走势',
            title: '逐月',
            alt: '1月10%',
            format: '0%',
            categories: ['1月', '2月'],
            series: [
              { label: '甲', line: 'solid', tone: 'slow', values: [{ number: '0.1', format: '0.0%' }, null] },
              { label: '乙', line: 'dotted', tone: null, values: [null, { number: '1', format: '0%' }] },
            ],
          },
        ],
      },
      {
        name: '附件',
        page: { paper: 'A4', orientation: 'landscape' },
        formats: ['xlsx', 'html'],
        blocks: [
          {
            kind: 'table',
            name: '表',
            columns: [
              { key: 'a', width: 2.5, align: 'center', marked: true },
              { key: 'b', width: 1, align: 'left', marked: false },
            ],
            head: [{ key: null, cells: [{ ...cell, content: plain('表头'), colspan: 2, header: true }] }],
            groups: [
              [
                {
                  key: 'r1',
                  cells: [
                    { ...cell, content: plain('甲'), rowspan: 2, align: 'right' },
                    {
                      ...cell,
                      content: plain('9.20'),
                      value: { number: '9.20', format: '0.00', formula: '[,a]' },
                      note: '甲\n乙',
                    },
                  ],
                },
                { key: null, cells: [{ ...cell, content: [] }] },
              ],
              [
                {
                  key: null,
                  cells: [
                    { ...cell, content: plain('乙') },
                    { ...cell, content: plain('丙') },
                  ],
                },
              ],
            ],
          },
        ],
      },
    ]);
  });

  test.each([
    ['a break in the lines of the file is no space', '<p>\n  甲\n  乙\n</p>', '甲乙'],
    [
      'spaces within a line are kept, those at the ends of a block are not',
      '<p>  No. 6  of 2023 </p>',
      'No. 6  of 2023',
    ],
    ['an ideographic space is a word', '<p>　　市民生实事办　2023年</p>', '　　市民生实事办　2023年'],
    ['a space before a nested end goes too', '<p>甲 <strong>  </strong> </p>', '甲'],
    ['CRLF files read like others', '<p>\r\n  甲\r\n  乙\r\n</p>', '甲乙'],
  ])('white space: %s', (_, text, expected) => {
    expect(onlyParagraph(render(inSection(text)))).toEqual(plain(expected));
  });

  test('what ends up empty is left out', () => {
    const text = `
      <section name="甲"><p>{{#if word}}有{{/if}}</p><h2></h2><ul>{{#each words}}<li>{{this}}</li><li> </li>{{/each}}</ul>
        <table name="表"><colgroup><col key="a" width="1"/></colgroup><thead><tr><th>头</th></tr></thead>
          <tbody>{{#each words}}<tr><td>{{this}}</td></tr>{{/each}}</tbody></table>
        <chart name="图" title="图" alt="图" format="0">{{#each words}}<bar label="{{this}}" value="1"/>{{/each}}</chart>
        <line-chart name="线" title="图" alt="图" format="0">
          <category label="1月"/><series label="空"><point/></series>
          {{#each words}}<series label="{{this}}"><point value="1" format="0"/></series>{{/each}}
        </line-chart>
      </section>
      <section name="乙"><p>末</p></section>`;
    const template = compiled(text, z.strictObject({ word: z.string().nullable(), words: z.array(z.string()) }));
    expect(template.render({ word: null, words: [] }).map((s) => [s.name, s.blocks.length])).toEqual([['乙', 1]]);
    expect(template.render({ word: '', words: ['a'] })[0]?.blocks).toMatchObject([
      { kind: 'list', items: [[{ text: 'a' }]] },
      { kind: 'table' },
      { kind: 'chart' },
      { kind: 'line-chart', series: [{ label: 'a' }] },
    ]);
  });
});
