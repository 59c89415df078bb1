import { beforeAll, describe, expect, it } from 'vitest';
import { type Block, paragraphRoles, tones } from '../../../src/model/document.ts';
import { run } from '../../../src/model/text.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import { type DocxFile, readDocx } from '../../support/read-docx.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources, theme } from '../../support/theme.ts';

async function writtenBlocks(blocks: readonly Block[]): Promise<DocxFile> {
  const page = { paper: 'A4', orientation: 'portrait' } as const;
  const document = { ...sampleDocument(null), sections: [{ name: '正文', page, blocks }] };
  return readDocx(await docxWriter.write(document, resources));
}

describe('text in Word', () => {
  let file: DocxFile;
  beforeAll(async () => {
    file = readDocx(await docxWriter.write(sampleDocument(), resources));
  });

  it('comes in order, each paragraph in the style of its role', () => {
    const main = file.paragraphs.filter((paragraph) => paragraph.section === 0);
    expect(main.map(({ styleId, text }) => [styleId, text.slice(0, 8)])).toEqual([
      ['number', '第6期'],
      ['imprint', '市民生实事办\t2'],
      ['Title', '上城区2023年'],
      ['lead', '截至6月30日，'],
      ['Heading1', '一、总体情况'],
      ['body', '全区共承担市政府'],
      ['Heading2', '（一）推进较快的'],
      ['briefing-list', '新增托位5000'],
      ['briefing-list', '新增公共场所AE'],
      ['Heading1', '二、各区排名'],
      ['figure', ''],
      ['annex-list', '附件：1. 滞后'],
      ['signature', '市民生实事办'],
      ['signature', '2023年7月5'],
    ]);
  });

  it('lets no line begin with a stop, which may hang beyond a line of text but not over the rule of a cell', () => {
    const styles = file.part('word/styles.xml');
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0];
    expect(style('Normal')).toContain('<w:kinsoku w:val="1"/><w:overflowPunct w:val="1"/><w:topLinePunct w:val="0"/>');
    expect(style('table-text-[\\d.]+')).toContain('<w:kinsoku w:val="1"/><w:overflowPunct w:val="0"/>');
  });

  it('marks strong words and tones', () => {
    const lead = file.paragraphs.find((paragraph) => paragraph.styleId === 'lead');
    expect(lead?.strong).toBe('2项滞后');
    expect(lead?.characterStyles.get('tone-lagging')).toBe('2项滞后');
  });

  it('has a named style for every role, heading level and tone, in the fonts and sizes of the theme', () => {
    const { fonts, sizes } = theme;
    expect(file.styles.get('Title')).toEqual({
      name: 'Title',
      outlineLevel: 0,
      align: 'center',
      eastAsiaFont: fonts.title.office,
      size: sizes.title,
    });
    expect(file.styles.get('Heading1')).toEqual({
      name: 'heading 1',
      outlineLevel: 0,
      align: null,
      eastAsiaFont: fonts.heading.office,
      size: sizes.heading,
    });
    expect(file.styles.get('Heading2')).toEqual({
      name: 'heading 2',
      outlineLevel: 1,
      align: null,
      eastAsiaFont: fonts.subheading.office,
      size: sizes.heading,
    });
    expect(file.styles.get('Normal')?.size).toBe(sizes.body);
    const names = [...paragraphRoles, ...tones.map((tone) => `tone-${tone}`)].map((id) => file.styles.get(id)?.name);
    expect(names).not.toContain(undefined);
    expect(new Set([...file.styles.values()].map((style) => style.name)).size).toBe(file.styles.size);
  });

  it('refers to no style that is not there', () => {
    for (const name of file.partNames.filter((part) => /^word\/[a-z0-9]+\.xml$/.test(part)))
      for (const [, id] of file.part(name).matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"/g))
        expect(file.styles.has(id ?? ''), `${id} in ${name}`).toBe(true);
  });

  it('numbers each list from 1 again and marks unordered ones', async () => {
    const list = (ordered: boolean, ...items: string[]): Block => ({
      kind: 'list',
      ordered,
      items: items.map((item) => [run(item)]),
    });
    const { paragraphs, part } = await writtenBlocks([list(true, '甲', '乙'), list(true, '丙'), list(false, '丁')]);
    const numbering = part('word/numbering.xml');
    const [first, second, third, fourth] = paragraphs.map((paragraph) => paragraph.numbering);
    expect(second).toBe(first);
    expect(new Set([first, third, fourth]).size).toBe(3);
    const format = (id: string | null | undefined) => {
      const [, abstract] =
        new RegExp(`<w:num w:numId="${id}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(numbering) ?? [];
      return new RegExp(`w:abstractNumId="${abstract}".*?<w:numFmt w:val="(\\w+)"`).exec(numbering)?.[1];
    };
    expect([format(first), format(third), format(fourth)]).toEqual(['decimal', 'decimal', 'bullet']);
    expect(numbering.match(new RegExp(`<w:num w:numId="${third}".*?</w:num>`))?.[0]).toContain(
      '<w:startOverride w:val="1"/>',
    );
  });

  it('breaks pages where asked, but never into an empty page', async () => {
    const body: Block = { kind: 'paragraph', role: 'body', content: [run('一行\n又一行\t其后')] };
    const pageBreak: Block = { kind: 'page-break' };
    const { paragraphs, part } = await writtenBlocks([pageBreak, body, pageBreak, pageBreak, body, pageBreak]);
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual(['一行\n又一行\t其后', '', '一行\n又一行\t其后']);
    expect(part('word/document.xml').match(/<w:pageBreakBefore\/>/g)?.length).toBe(1);
  });

  it('keeps markup, braces and rare characters as they are', async () => {
    const text = '<w:p/> & "引号" {briefing-ordered-1} 𠮷 a  b';
    const { paragraphs } = await writtenBlocks([{ kind: 'paragraph', role: 'body', content: [run(text)] }]);
    expect(paragraphs[0]?.text).toBe(text);
  });

  it('keeps issuer and date on the page of the words above them', async () => {
    const paragraph = (role: 'body' | 'signature', text: string): Block => ({
      kind: 'paragraph',
      role,
      content: [run(text)],
    });
    const { part } = await writtenBlocks([
      paragraph('body', '一'),
      paragraph('body', '二'),
      paragraph('signature', '三'),
      paragraph('signature', '四'),
    ]);
    const kept = part('word/document.xml')
      .match(/<w:p>.*?<\/w:p>/gs)
      ?.map((xml) => xml.includes('<w:keepNext/>'));
    expect(kept?.slice(0, 4)).toEqual([false, true, true, false]);
  });
});
