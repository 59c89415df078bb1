import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { WriteError } from '../../../src/model/errors/write-error.ts';
import { run, textCell } from '../../../src/model/text.ts';
import { docxWriter } from '../../../src/writers/docx/index.ts';
import type { Resources } from '../../../src/writers/writer.ts';
import { withRow } from '../../support/changed-document.ts';
import { composed } from '../../support/composed.ts';
import { askedFonts, embeddedFonts } from '../../support/embedded-fonts.ts';
import { hasOffice, type OfficeFolder, officeFolder } from '../../support/office.ts';
import { sampleMonth } from '../../support/plan-2023.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { sampleDocument } from '../../support/sample-document.ts';
import { resources } from '../../support/theme.ts';

const embedding: Resources = { ...resources, theme: { ...resources.theme, embedInWord: true } };
const rare = '王喆䶮𫖯';

/** A whole briefing, with rare names in a cell and in the text. */
async function briefing(): Promise<Document> {
  const document = withRow(await composed(sampleMonth('2023-06'), '上城区'), '附件2', '3.1', (cells) => [
    ...cells.slice(0, -1),
    textCell(rare),
  ]);
  const [first, ...rest] = document.sections;
  if (first === undefined) throw new Error('no section');
  const contact = { kind: 'paragraph' as const, role: 'body' as const, content: [run(`联系人：${rare}。`)] };
  return { ...document, sections: [{ ...first, blocks: [...first.blocks, contact] }, ...rest] };
}

let document: Document;
let bytes: Uint8Array;

beforeAll(async () => {
  document = await briefing();
  bytes = await docxWriter.write(document, embedding);
});

describe('fonts embedded in Word', () => {
  it('hold every character of the text, in the family and weight that its style asks for', () => {
    const fonts = embeddedFonts(bytes);
    const asked = askedFonts(bytes);
    expect(asked.map(({ words }) => words).join('')).toContain(rare);
    const lacking = asked.flatMap(({ words, family, strong }) => {
      const font = fonts.get(strong ? `${family} bold` : family) ?? fonts.get(family);
      return [...words].filter((character) => font?.has(character) !== true).map((character) => [family, character]);
    });
    expect(lacking).toEqual([]);
  });

  it('hold every character of the charts', async () => {
    const file = await docxWriter.write(await composed(sampleMonth('2023-06'), '全市'), embedding);
    const charts = Object.entries(unzipSync(file)).filter(([name]) => /^word\/charts\/[^/]+\.xml$/.test(name));
    expect(charts).not.toEqual([]);
    for (const [, part] of charts) {
      const chart = strFromU8(part);
      const [, family = ''] = /<a:ea typeface="([^"]+)"/.exec(chart) ?? [];
      const fonts = [family, `${family} bold`].map((name) => embeddedFonts(file).get(name));
      const words = [...chart.matchAll(/<(?:c:v|a:t)[^>]*>([^<]+)</g)].map(([, text]) => text).join('');
      expect(words).toContain('综合完成率');
      expect(
        [...words].filter((character) => !/\s/.test(character) && !fonts.some((font) => font?.has(character))),
      ).toEqual([]);
    }
  });

  it('are called what the styles call them, by a name that no installed font has', () => {
    const fonts = embeddedFonts(bytes);
    expect([...fonts.keys()].map((name) => name.replace(/ [0-9A-F]{6}/, '')).sort()).toEqual(
      [
        ...['简报标题', '简报一级标题', '简报一级标题 bold', '简报二级标题', '简报二级标题 bold'],
        ...['简报正文', '简报正文 bold', '简报表格', '简报表格 bold', '简报补字'],
      ].sort(),
    );
    for (const [name, { bytes: font, ...names }] of fonts) {
      const bold = name.endsWith(' bold');
      expect(names).toMatchObject({ familyName: name.replace(' bold', ''), subfamilyName: bold ? 'Bold' : 'Regular' });
      expect(sumOf(font)).toBe(0xb1b0afba);
    }
  });

  it('show rare characters bold where their neighbours are', async () => {
    const blocks = [
      { kind: 'heading' as const, level: 1 as const, content: [run('硚口区简报')] },
      { kind: 'paragraph' as const, role: 'body' as const, content: [run('硚口区')] },
    ];
    const page = { paper: 'A4', orientation: 'portrait' } as const;
    const titled = { ...sampleDocument(null), sections: [{ name: '简报', page, blocks }] };
    const asked = askedFonts(await docxWriter.write(titled, embedding)).filter(({ words }) => /[硚区]/.test(words));
    expect(asked.map(({ words, family, strong }) => [words, family.replace(/ .*/, ''), strong])).toEqual([
      ['硚', '简报补字', true],
      ['口区简报', '简报标题', false],
      ['硚', '简报补字', false],
      ['口区', '简报正文', false],
    ]);
  });

  it('are announced in the settings, and small', () => {
    const settings = strFromU8(unzipSync(bytes)['word/settings.xml'] as Uint8Array);
    expect(settings).toContain('<w:embedTrueTypeFonts/><w:saveSubsetFonts/>');
    expect(bytes.length).toBeLessThan(500_000);
  });

  it('are the same each time, and others for another text', async () => {
    expect(Buffer.compare(await docxWriter.write(await briefing(), embedding), bytes)).toBe(0);
    const other = await docxWriter.write(sampleDocument(), embedding);
    const names = (file: Uint8Array) => [...embeddedFonts(file).keys()];
    expect(names(other).filter((name) => names(bytes).includes(name))).toEqual([]);
  });

  it('are left out where the theme does not ask for them', async () => {
    const plain = await docxWriter.write(document, resources);
    expect(embeddedFonts(plain).size).toBe(0);
    expect(Object.keys(unzipSync(plain)).filter((name) => name.includes('fonts/'))).toEqual([]);
    expect(new Set(askedFonts(plain).map(({ family }) => family))).toEqual(
      new Set(Object.values(resources.theme.fonts).map(({ office }) => office)),
    );
  });

  it.each([
    [0x0002, 'a restricted licence'],
    [0x0004, 'a licence for reading only'],
    [0x0100, 'a licence for the whole font only'],
  ])('are refused with %i in fsType, %s', async (fsType) => {
    const font = async (face: string) => withFsType(await resources.font(face), fsType);
    const reason = await docxWriter.write(document, { ...embedding, font }).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(WriteError);
    expect((reason as WriteError).text['zh-CN']).toMatch(
      /^字体“serif.*不能嵌入 Word：字体文件注明不允许嵌入可编辑的文件/,
    );
  });
});

describe.skipIf(!hasOffice)('in LibreOffice (skipped where soffice is not installed)', () => {
  let folder: OfficeFolder;
  beforeAll(async () => {
    folder = await officeFolder();
    await folder.convert('pdf', { 'embedded.docx': bytes });
  }, 60_000);
  afterAll(() => folder.remove());

  it('the embedded fonts show the text, and no installed one does', async () => {
    const pdf = await folder.read('embedded.pdf');
    const used = new Set([...pdf.toString('latin1').matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([^/\s]+)/g)].map(([, n]) => n));
    expect(used.size).toBeGreaterThan(8);
    expect([...used].filter((name) => !name?.startsWith('Briefing-'))).toEqual([]);
    expect((await readPdf(new Uint8Array(pdf))).text).toContain(`联系人：${rare}。`);
  });
});

/** Of a font file's 32-bit words, which ISO/IEC 14496-22 wants to be 0xB1B0AFBA. */
function sumOf(font: Uint8Array): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  let sum = 0;
  for (let at = 0; at < font.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function withFsType(font: Uint8Array, fsType: number): Uint8Array {
  const changed = font.slice();
  const view = new DataView(changed.buffer);
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16)
    if (strFromU8(changed.subarray(record, record + 4)) === 'OS/2')
      view.setUint16(view.getUint32(record + 8) + 8, fsType);
  return changed;
}
