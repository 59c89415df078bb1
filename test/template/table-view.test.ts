import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Table } from '../../src/model/document.ts';
import { textCell } from '../../src/model/text.ts';
import { tableViewOf, tableViewSchema } from '../../src/template/index.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { compiled } from './support.ts';

const folder = new URL('../../templates/partials/', import.meta.url);
const partials = Object.fromEntries(
  readdirSync(folder).map((file) => [file.replace(/\.hbs$/, ''), readFileSync(new URL(file, folder), 'utf8')]),
);
const template = compiled(
  '<section name="附件" page="wide">{{> table annex}}</section>',
  z.strictObject({ annex: tableViewSchema }),
  partials,
);

describe('{{> table}}', () => {
  const tables = sampleDocument()
    .sections.flatMap((s) => s.blocks)
    .filter((b) => b.kind === 'table');

  test.each(tables.map((t) => [t.name, t] as const))('prints %s as it is', (_, table) => {
    expect(template.render({ annex: tableViewOf(table) })).toEqual([
      { name: '附件', page: { paper: 'A4', orientation: 'landscape' }, blocks: [table] },
    ]);
  });

  test('keeps tones, strong words, line breaks, numbers and the look of heads', () => {
    const value = { number: '0.65', format: '0.0%', formula: '[,a]/[,b]' };
    const table: Table = {
      kind: 'table',
      name: '甲 & 乙',
      columns: ['a', 'b'].map((key) => ({ key, width: 1.5, align: 'right', marked: key === 'b' })),
      head: [{ key: 'h', cells: [textCell('头', { header: true, colspan: 2, align: 'center', value })] }],
      groups: [
        [
          {
            key: '1',
            cells: [
              textCell('', { header: true }),
              {
                ...textCell('', { value }),
                content: [
                  { text: '65.0%\n', strong: true, tone: null },
                  { text: '滞后', strong: true, tone: 'lagging' },
                  { text: '(<5)', strong: false, tone: 'muted' },
                  { text: ' 末', strong: false, tone: null },
                ],
              },
            ],
          },
        ],
      ],
    };
    expect(template.render({ annex: tableViewOf(table) })[0]?.blocks).toEqual([table]);
  });
});
