import { expect, test } from 'vitest';
import type { Block, Colophon } from '../../../src/model/document.ts';
import { run } from '../../../src/model/text.ts';
import { theme } from '../../support/theme.ts';
import { documentOf, writtenPdf } from '../../support/written-pdf.ts';

const millimetres = (value: number) => (value * 72) / 25.4;
const colophon: Colophon = {
  kind: 'colophon',
  copies: '市委办公厅，市人大常委会办公厅，市政协办公厅，各牵头单位',
  issuer: '市民生实事办',
  issued: '2023年7月5日',
};
const body: Block = { kind: 'paragraph', role: 'body', content: [run('正文。')] };

test('the 版记 stands on the last line of the text block, between rules as wide as it', async () => {
  const { pages } = await writtenPdf(documentOf([body, colophon]));
  expect(pages).toHaveLength(1);
  const [page] = pages;
  const { margins } = theme;
  const foot = 842 - millimetres(margins.bottom);
  const rules = (page?.lines ?? []).filter(({ y1, y2 }) => y1 === y2).sort((a, b) => a.y1 - b.y1);
  expect(rules).toHaveLength(3);
  expect(rules.at(-1)?.y1).toBeCloseTo(foot, 0);
  for (const { x1, x2 } of rules) {
    expect(Math.min(x1, x2)).toBeCloseTo(millimetres(margins.left), 1);
    expect(Math.max(x1, x2)).toBeCloseTo(595.28 - millimetres(margins.right), 1);
  }
  const at = (text: string) => page?.texts.find((each) => each.text.includes(text));
  expect(at('市民生实事办')?.baseline).toBe(at('2023年7月5日印发')?.baseline);
  expect((at('2023年7月5日印发')?.x ?? 0) > (at('市民生实事办')?.x ?? 0) + 100).toBe(true);
  // Names that take a second line go on below the first one, behind 「抄送：」.
  const size = theme.sizes.imprint;
  expect(at('单位。')?.x).toBeCloseTo((at('抄送：')?.x ?? 0) + 3 * size, 0);
});

test('without room for it, it takes the foot of a page of its own', async () => {
  const { pages } = await writtenPdf(documentOf([...new Array<Block>(21).fill(body), colophon]));
  expect(pages.map(({ texts }) => texts.filter(({ text }) => text === '正文。').length)).toEqual([21, 0]);
  expect(pages[1]?.texts.some(({ text }) => text.startsWith('抄送：'))).toBe(true);
});

test('without copies there is no line for them', async () => {
  const { pages, text } = await writtenPdf(documentOf([{ ...colophon, copies: '' }]));
  expect(text).not.toContain('抄送');
  expect(pages[0]?.lines.filter(({ y1, y2 }) => y1 === y2)).toHaveLength(2);
});
