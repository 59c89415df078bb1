import type { Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { run } from '../../../src/model/text.ts';
import { htmlWriter } from '../../../src/writers/html/index.ts';
import { sampleLines } from '../../support/line-chart.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources, theme } from '../../support/theme.ts';
import { all, childrenOf, htmlOf, parsed, roleOf, runsOf } from './read-html.ts';

const sample = sampleDocument();
const page = parsed(await htmlOf(sample));

function oneBlock(block: Block, more: Partial<Document> = {}): Document {
  const section = { name: '节', page: { paper: 'A4', orientation: 'portrait' }, blocks: [block] } as const;
  return { ...sample, banner: null, sections: [section], ...more };
}

describe('the page', () => {
  test('says what it is', () => {
    const meta = Object.fromEntries(all(page, 'meta').map((m) => [m.getAttribute('name'), m.getAttribute('content')]));
    expect(page.getAttribute('lang')).toBe('zh-CN');
    expect(all(page, 'title')[0]?.textContent).toBe(sample.title);
    expect(meta).toMatchObject({
      description: sample.subject,
      author: sample.author,
      keywords: sample.keywords.join(','),
      date: sample.date,
    });
  });

  test('has no script and asks for nothing from elsewhere', async () => {
    const source = await htmlOf(sample);
    expect(all(page, 'script')).toEqual([]);
    expect(source).not.toMatch(/\bsrc=|<link|@import|url\(|\bon\w+=|javascript:/i);
    expect(all(page, 'a').filter((a) => !a.getAttribute('href')?.startsWith('#'))).toEqual([]);
  });

  test('lists its sections, each at its place', () => {
    const ids = all(page, 'section').map((s) => s.getAttribute('id'));
    const links = all(page, 'a').map((a) => a.getAttribute('href')?.slice(1));
    expect(links).toEqual(ids);
    expect(new Set(ids).size).toBe(sample.sections.length);
    expect(all(page, 'a').map((a) => a.textContent)).toEqual(sample.sections.map((s) => s.name));
  });

  test('prints each section on paper of its kind, the banner on every page', () => {
    const style = all(page, 'style')[0]?.textContent ?? '';
    expect(all(page, 'section').map((s) => s.getAttribute('class'))).toEqual([
      'A4-portrait',
      'A4-portrait',
      'A4-landscape',
    ]);
    expect(style).toContain('@page A4-portrait { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }');
    expect(style).toContain('@page A4-landscape { size: A4 landscape; margin: 22mm 12mm 15mm 20mm; }');
    expect(style).toContain('@top-center { content: "示例数据"');
    expect(style).not.toContain('A3');
  });

  test('has no banner where the document has none', async () => {
    const source = await htmlOf(sampleDocument(null));
    expect(source).not.toContain('@top-center');
    expect(all(parsed(source), 'p').filter((p) => p.getAttribute('class') === 'banner')).toEqual([]);
    expect(all(page, 'p').filter((p) => p.getAttribute('class') === 'banner')).toHaveLength(1);
  });

  test('is the same for the same document', async () => {
    const first = await htmlWriter.write(sampleDocument(), resources);
    await htmlWriter.write(sampleDocument(null), resources);
    expect(Buffer.compare(first, await htmlWriter.write(sampleDocument(), resources))).toBe(0);
  });
});

describe('blocks', () => {
  test('stand in order, with their words and their look', () => {
    for (const [i, section] of sample.sections.entries()) {
      const written = childrenOf(all(page, 'section')[i] as Element);
      expect(written.map((element, k) => readBlock(element, section.blocks[k] as Block))).toEqual(
        section.blocks.map((block) => (block.kind === 'table' ? block.name : block)),
      );
    }
  });

  test('a page break is one', async () => {
    const root = parsed(await htmlOf(oneBlock({ kind: 'page-break' })));
    expect(all(root, 'hr').map((hr) => hr.getAttribute('class'))).toEqual(['page-break']);
  });

  test('a chart is drawn in the page, with its words for those who do not see it', () => {
    const chart = sample.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'chart');
    const [svg] = all(page, 'svg');
    expect(svg?.getAttribute('role')).toBe('img');
    expect(svg?.getAttribute('aria-label')).toBe(chart?.alt);
    expect(svg?.getAttribute('font-family')).toBe(theme.fonts.table.css);
  });

  test('lines over the months are drawn in the page, with a title and a description for those who do not see them', async () => {
    const root = parsed(await htmlOf(oneBlock(sampleLines)));
    const [svg] = all(root, 'svg');
    expect(svg?.getAttribute('role')).toBe('img');
    expect(
      childrenOf(svg as Element)
        .slice(0, 2)
        .map(({ tagName, textContent }) => [tagName, textContent]),
    ).toEqual([
      ['title', sampleLines.title],
      ['desc', sampleLines.alt],
    ]);
    const words = all(svg as Element, 'text').map(({ textContent }) => textContent);
    for (const text of [...sampleLines.categories, '建德市 5月 38.1%', '区、县（市）平均 46.6%', '序时进度 50.0%'])
      expect(words).toContain(text);
  });

  test.each(['<script>alert(1)</script>', '</style><b>', '&amp;&#60;', '"\'`=', ']]>', '<!--', '{{x}}', '  a\n\n b\t'])(
    '%j stays text wherever it stands',
    async (text) => {
      const root = parsed(
        await htmlOf(
          oneBlock(
            { kind: 'list', ordered: true, items: [[run(text)]] },
            { title: text, subject: text, author: text, keywords: [text], banner: text },
          ),
        ),
      );
      expect(runsOf(all(root, 'li')[0] as Element)).toEqual([run(text)]);
      expect(all(root, 'title')[0]?.textContent).toBe(text);
      expect(all(root, 'meta').filter((m) => m.getAttribute('content') === text)).toHaveLength(3);
      expect(all(root, 'script')).toEqual([]);
    },
  );

  test('any text comes back as it was', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((t) => !/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(t));
    await fc.assert(
      fc.asyncProperty(text, async (t) => {
        const root = parsed(await htmlOf(oneBlock({ kind: 'heading', level: 3, content: [run(t)] })));
        expect(runsOf(all(root, 'h3')[0] as Element)).toEqual([run(t)]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what HTML cannot hold', () => {
  test.each([
    ['\u0007', 'U+0007'],
    ['\r', 'U+000D'],
    ['\uFFFE', 'U+FFFE'],
    ['\uD842', 'U+D842'],
  ])('%j is refused by name', async (character, name) => {
    const document = oneBlock({ kind: 'paragraph', role: 'body', content: [run(`完成${character}率`)] });
    await expect(htmlWriter.write(document, resources)).rejects.toThrow(
      new WriteError({
        'zh-CN': `“完成率”中有网页不能保存的字符 ${name}，请在原文中删去`,
        en: `HTML cannot hold the character ${name}, in “完成率”`,
      }),
    );
  });

  test('a font stack that would leave the style sheet is refused', async () => {
    const fonts = { ...theme.fonts, body: { ...theme.fonts.body, css: 'x} </style>' } };
    await expect(htmlWriter.write(sample, { ...resources, theme: { ...theme, fonts } })).rejects.toThrow(WriteError);
  });
});

/** A block as it can be read from the page; tables are read elsewhere, charts are pictures. */
function readBlock(element: Element, expected: Block): Block | string | null {
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
      return { kind: 'heading', level: Number(element.tagName[1]) as 1 | 2 | 3, content: runsOf(element) };
    case 'p':
      return { kind: 'paragraph', role: roleOf(element) as 'body', content: runsOf(element) };
    case 'ol':
    case 'ul':
      return { kind: 'list', ordered: element.tagName === 'ol', items: childrenOf(element).map((li) => runsOf(li)) };
    case 'figure':
      return expected.kind === 'chart' && element.textContent?.includes(expected.title) ? expected : null;
    default:
      return element.getAttribute('aria-label');
  }
}
