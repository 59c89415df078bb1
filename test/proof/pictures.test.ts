import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../src/model/document.ts';
import { withTable } from '../support/changed-document.ts';
import { composed } from '../support/composed.ts';
import { differentSquares, pagePicture, pictureOf, pngOf } from '../support/page-picture.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { written } from '../support/written-packet.ts';

const stored = fileURLToPath(new URL('./pictures', import.meta.url));
/** Set to draw the stored pictures anew; look at each before committing it. */
const renew = process.env['JIANBAO_NEW_PICTURES'] !== undefined;
/** Shades of grey; half a stroke more or less in a square. */
const most = 16;

const month = sampleMonth('2023-06');
const district = composed(month, '上城区');
const city = composed(month, '全市');

/** 附件2 as one project, so that a page break has to cut it. */
const oneProject = (table: Table): Table => ({ ...table, groups: [table.groups.flat()] });
const cases: readonly (readonly [name: string, page: number, document: () => Promise<Document>])[] = [
  ['first-page', 1, () => district],
  ['city-first-page', 1, () => city],
  ['allocation-table', 5, () => district],
  ['progress-table', 8, () => district],
  ['last-page', 13, () => district],
  ['divided-project', 6, async () => withTable(await district, '附件2', oneProject)],
];

describe('pages as pictures', () => {
  it.each(cases)('%s looks as it did when somebody looked at it', async (name, page, document) => {
    const picture = await pagePicture(await written(await document(), 'pdf'), page);
    const path = join(stored, `${name}.png`);
    if (renew) {
      mkdirSync(stored, { recursive: true });
      writeFileSync(path, pngOf(picture));
    }
    expect(existsSync(path), `${path} is missing; set JIANBAO_NEW_PICTURES=1 to draw it`).toBe(true);
    const different = differentSquares(picture, await pictureOf(readFileSync(path)), most);
    const drawn = join(tmpdir(), `jianbao-${name}.png`);
    if (different.length > 0) writeFileSync(drawn, pngOf(picture));
    expect(different, `see ${drawn} beside ${path}; JIANBAO_NEW_PICTURES=1 takes it over`).toEqual([]);
  });

  it('notices a figure that is missing', async () => {
    const without = (table: Table): Table => ({
      ...table,
      groups: table.groups.map((rows) =>
        rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => (cell.content[0]?.text === '215张' ? { ...cell, content: [] } : cell)),
        })),
      ),
    });
    const changed = await written(withTable(await district, '附件2', without), 'pdf');
    const whole = await written(await district, 'pdf');
    expect(differentSquares(await pagePicture(changed, 5), await pagePicture(whole, 5), most).length).toBeGreaterThan(
      1,
    );
  });
});
