import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/briefings/month.ts';
import { leaksIn, type MailedFile } from '../../src/leaks/leaks-in.ts';
import type { Document } from '../../src/model/document.ts';
import { run, textCell } from '../../src/model/text.ts';
import { withRow, withTable } from '../support/changed-document.ts';
import type { PacketFormat } from '../support/open-written.ts';
import { sampleMonth } from '../support/plan-2023.ts';
import { written } from '../support/written-packet.ts';
import { fileOf, remarkOf, withTexts } from './month-with-texts.ts';
import { audiencesOf, documentFor, factsFor, fileFor, formats } from './packets.ts';
import { pagePlaces, sheetPlaces, wordPlaces } from './planted-office.ts';
import { pdfPlaces, planted } from './planted-pdf.ts';
import { smallMonth } from './small-month.ts';

const base = sampleMonth('2023-06');
const sample = withTexts(base);
const sampleOwn = withTexts(base, 'own');
const whole = withTexts(smallMonth());
const own = withTexts(smallMonth(), 'own');

async function leaks(month: Month, audience: string, file: MailedFile) {
  const found = await leaksIn([file], factsFor(month, audience));
  return found.map(({ code, message }) => `${code} ${message['zh-CN']}`);
}

/** Leaks of a changed document of an audience, in one format. */
async function leaksOf(month: Month, audience: string, format: PacketFormat, change: (document: Document) => Document) {
  const bytes = await written(change(documentFor(month, audience)), format);
  return leaks(month, audience, { name: `简报.${format}`, bytes });
}

const saying = (text: string) => (document: Document) => ({
  ...document,
  sections: document.sections.map((section, index) =>
    index > 0
      ? section
      : { ...section, blocks: [...section.blocks, { kind: 'paragraph', role: 'body', content: [run(text)] } as const] },
  ),
});

describe('packets as they are made', () => {
  it.each([
    ['whole', sample, '上城区'],
    ['whole', sample, '全市'],
    ['whole', sample, '市卫生健康委员会'],
    ['own', sampleOwn, '上城区'],
    ['own', sampleOwn, '建德市'],
    ['own', sampleOwn, '杭州西湖风景名胜区'],
    ['own', sampleOwn, '市人力社保局'],
  ] as const)('hold nothing that their reader may not see: %s', async (_, month, audience) => {
    for (const format of formats)
      expect(await leaks(month, audience, await fileFor(month, audience, format)), format).toEqual([]);
  });
});

describe('a text of others is found', () => {
  const text = remarkOf('乙县', '1.1');
  const expected = expect.stringMatching(/^leak-private-text .*乙县 2023年\d月 1\.1的备注/);
  const places: Readonly<
    Record<PacketFormat, Readonly<Record<string, (bytes: Uint8Array, text: string) => Uint8Array>>>
  > = {
    pdf: Object.fromEntries(
      Object.entries(pdfPlaces).map(([name, plant]) => [name, (bytes, text) => planted(bytes, plant, text)]),
    ),
    docx: wordPlaces,
    xlsx: sheetPlaces,
    html: pagePlaces,
  };
  const cases = formats.flatMap((format) => Object.keys(places[format]).map((place) => [format, place] as const));

  it.each(cases)('in %s %s', async (format, place) => {
    const { name, bytes } = await fileFor(whole, '甲区', format);
    const plant = places[format][place] as (bytes: Uint8Array, text: string) => Uint8Array;
    const text = remarkOf('乙县', '1.1');
    expect(await leaks(whole, '甲区', { name, bytes: plant(bytes, text) })).toContainEqual(
      expect.stringMatching(/^leak-private-text .*乙县 2023年\d月 1\.1的备注/),
    );
  });

  it.each(formats)('on the page of %s, and told with its place', async (format) => {
    const found = await leaksOf(whole, '甲区', format, saying(`据报，${text}。`));
    expect(found).toEqual([expected]);
    expect(found[0]).toMatch(
      { pdf: /第[23]页/, docx: /word\/document\.xml/, xlsx: /工作表“简报” A\d+/, html: /“简报”部分/ }[format],
    );
  });

  it.each(['问题', '打算', '原因'])('whatever the field: %s', async (what) => {
    const found = await leaksOf(whole, '甲区', 'html', saying(remarkOf('乙县', '1.1', what)));
    expect(found).toHaveLength(1);
  });

  it('in a remark on a cell', async () => {
    const change = (document: Document) =>
      withRow(document, '任务明细', '1.1', ([first = textCell(''), ...cells]) => [{ ...first, note: text }, ...cells]);
    expect(await leaksOf(whole, '甲区', 'xlsx', change)).toContainEqual(expect.stringMatching(/附件4.* A\d+/));
    expect(await leaksOf(whole, '甲区', 'html', change)).toContainEqual(expected);
  });

  it('that says where the figures of others were read', async () => {
    const note = `来源：${fileOf('乙县')} 工作表“月报表”F5`;
    expect(await leaksOf(whole, '甲区', 'html', saying(note))).toEqual([
      expect.stringContaining('来源文件'),
      expect.stringContaining('“乙县-民生实事项目进展月报表.xlsx工作表“月报表”F5”'),
    ]);
    expect(await leaksOf(whole, '乙县', 'html', saying(note))).toEqual([]);
    expect(await leaksOf(whole, '甲局', 'html', saying(note))).toEqual([]);
  });

  it('of a lead unit, that is not about its targets', async () => {
    const ofOthers = remarkOf('甲区', '1.1');
    const ofIts = remarkOf('甲区', '2.1');
    expect(await leaksOf(whole, '乙局', 'html', saying(ofOthers))).toHaveLength(1);
    expect(await leaksOf(whole, '乙局', 'html', saying(ofIts))).toEqual([]);
    expect(await leaksOf(whole, '全市', 'html', saying(ofOthers + ofIts))).toEqual([]);
  });

  it('if it was found about others', async () => {
    const finding = whole.diagnostics.find(({ about }) => about.column === '乙县');
    const text = finding?.message['zh-CN'] as string;
    expect(await leaksOf(whole, '甲区', 'html', saying(text))).toEqual([expect.stringContaining('乙县')]);
    expect(await leaksOf(whole, '乙县', 'html', saying(text))).toEqual([]);
  });

  it('if it was decided about others', async () => {
    const diagnostics = whole.diagnostics.map((one) =>
      one.about.column === '乙县' ? { ...one, decision: decision('乙县已另行安排场地') } : one,
    );
    const month = { ...whole, diagnostics };
    expect(await leaksOf(month, '甲区', 'html', saying('乙县已另行安排场地'))).toHaveLength(1);
    expect(await leaksOf(month, '乙县', 'html', saying('乙县已另行安排场地'))).toEqual([]);
  });
});

function decision(because: string) {
  return {
    id: '2023-1',
    kind: 'accept' as const,
    year: 2023,
    code: 'above-task',
    about: { column: '乙县', target: '4.3' },
    data: {},
    finding: '',
    figure: null,
    value: null,
    was: null,
    by: '督查室联络员',
    because,
    decided: '2023-07-03',
    until: null,
    revoked: null,
  };
}

describe('what only looks like a text of others', () => {
  /** The month in which a district wrote these things, one about each task. */
  const writing = (reporter: string, ...remarks: readonly string[]): Month => ({
    ...whole,
    returns: whole.returns.map((given) =>
      given.reporter === reporter
        ? {
            ...given,
            entries: given.entries.map((entry, index) => ({ ...entry, remark: remarks[index % remarks.length] ?? '' })),
          }
        : given,
    ),
  });

  it.each(formats)('is none: %s', async (format) => {
    const month = writing(
      '乙县',
      // Words that every briefing has, a light, a target, a word of the tables, nearly nothing.
      '对状态为“略慢”的1项任务加强跟踪，防止转为滞后',
      '按序时',
      '修缮城乡道路900公里',
      '全年任务',
      '无',
    );
    expect(await leaks(month, '甲区', await fileFor(month, '甲区', format))).toEqual([]);
  });

  it('is none where the reader wrote the same', async () => {
    const month = writing('乙县', remarkOf('甲区', '1.1'));
    expect(await leaksOf(month, '甲区', 'html', saying(remarkOf('甲区', '1.1')))).toEqual([]);
  });

  it('but a short one that stands alone is theirs', async () => {
    const month = writing('乙县', '资金缺口');
    expect(await leaksOf(month, '甲区', 'html', saying('乙县：资金缺口。'))).toHaveLength(1);
    expect(await leaksOf(month, '甲区', 'html', saying('填补资金缺口的办法'))).toEqual([]);
  });
});

describe('a file of others is found', () => {
  it.each(formats)('%s', async (format) => {
    const few = ['乙县', '甲区', '甲局'];
    const readers = format === 'html' ? [...few, '全市', '乙局'] : few;
    for (const month of format === 'html' ? [whole, own] : [own]) {
      const files = await Promise.all(readers.map((reader) => fileFor(month, reader, format)));
      for (const reader of readers)
        for (const [index, file] of files.entries()) {
          const found = await leaks(month, reader, file);
          const owner = readers[index] as string;
          const expected = expect.stringMatching(`^leak-other-audience .*是${owner}的文件`);
          if (owner === reader) expect(found).toEqual([]);
          else expect(found, `${owner} for ${reader}`).toContainEqual(expected);
        }
    }
  });

  const untitled = (document: Document): Document => ({ ...document, title: documentFor(whole, '甲区').title });

  it.each(formats)('by its headings and its tasks, if its title says otherwise: %s', async (format) => {
    const bytes = await written(untitled(documentFor(whole, '乙县')), format);
    const found = await leaks(whole, '甲区', { name: `简报.${format}`, bytes });
    expect(found).toContainEqual(expect.stringMatching(/^leak-other-audience .*是乙县的文件（“乙县2023年6月民生实事/));
    expect(found).toContainEqual(expect.stringMatching(/^leak-other-tasks .*全年任务是乙县的/));
  });

  it.each(formats)('by its tasks alone: %s', async (format) => {
    const tasks = documentFor(whole, '乙县').sections.flatMap(({ blocks }) => blocks);
    const theirs = tasks.find((block) => block.kind === 'table' && block.name === '任务明细');
    const found = await leaksOf(whole, '甲区', format, (document) =>
      withTable(document, '任务明细', (table) => (theirs?.kind === 'table' ? theirs : table)),
    );
    expect(found).toContainEqual(expect.stringMatching(/^leak-other-tasks .*乙县/));
    expect(found.join()).not.toContain('leak-other-audience');
  });

  it('by its name', async () => {
    const { bytes } = await fileFor(whole, '甲区', 'html');
    const found = await leaks(whole, '甲区', { name: '甲区/乙县-2023年6月民生实事简报.html', bytes });
    expect(found).toEqual([expect.stringContaining('leak-other-audience')]);
    expect(await leaks(whole, '甲区', { name: '甲区/甲区-2023年6月民生实事简报.html', bytes })).toEqual([]);
  });

  it.each(['pdf', 'html'] as const)('of another month, edition or snapshot: %s', async (format) => {
    const earlier = withTexts(smallMonth('2023-05'));
    const corrected: Month = {
      ...whole,
      correction: { edition: 1, reason: null, against: { edition: 0, snapshot: 'f'.repeat(64) }, changes: [] },
    };
    const remade: Month = { ...whole, snapshot: 'fedcba9876543210' };
    expect(await leaks(whole, '甲区', await fileFor(earlier, '甲区', format))).toContainEqual(
      expect.stringContaining('leak-other-month'),
    );
    expect(await leaks(whole, '甲区', await fileFor(corrected, '甲区', format))).toContainEqual(
      expect.stringContaining('leak-other-edition'),
    );
    expect(await leaks(corrected, '甲区', await fileFor(whole, '甲区', format))).toContainEqual(
      expect.stringContaining('leak-other-edition'),
    );
    expect(await leaks(corrected, '甲区', await fileFor(corrected, '甲区', format))).toEqual([]);
    expect(await leaks(whole, '甲区', await fileFor(remade, '甲区', format))).toEqual([
      expect.stringContaining('leak-other-snapshot'),
    ]);
  });

  it('if it does not say whose it is', async () => {
    const found = await leaksOf(whole, '甲区', 'html', (document) => ({ ...document, title: '简报' }));
    expect(found).toEqual([expect.stringContaining('leak-untitled')]);
  });
});

describe('for one who sees its own column only', () => {
  it.each(formats)('another name is found: %s', async (format) => {
    expect(await leaksOf(own, '甲区', format, saying('与乙县相比'))).toEqual([expect.stringContaining('出现了乙县')]);
    expect(await leaksOf(own, '甲区', format, saying('与市本级相比'))).toEqual([
      expect.stringContaining('出现了市本级'),
    ]);
    expect(await leaksOf(own, '甲区', format, saying('乙县教育局'))).toHaveLength(1);
    expect(await leaksOf(whole, '甲区', format, saying('与乙县相比'))).toEqual([]);
  });

  it.each(formats)('a figure of others is found without their name: %s', async (format) => {
    const figure = '219';
    expect(await leaksOf(own, '甲区', format, saying(`另一单位已完成${figure}个`))).toEqual([
      expect.stringMatching(`^leak-other-figure .*的数${figure}`),
    ]);
    expect(await leaksOf(whole, '甲区', format, saying(`另一单位已完成${figure}个`))).toEqual([]);
  });

  it('the packet of another rule is found', async () => {
    for (const format of formats) {
      const found = await leaks(own, '甲区', await fileFor(whole, '甲区', format));
      const names = own.plan.columns.filter(({ name }) => name !== '甲区');
      for (const { name } of names) expect(found, format).toContainEqual(expect.stringMatching(`出现了${name}，`));
      expect(found, format).toContainEqual(expect.stringContaining('leak-other-figure'));
    }
  });

  it('names within longer ones that everybody reads are none', async () => {
    const settings = { ...own.settings, copies: ['乙县人民政府', '市政协办公厅'] };
    const month = { ...own, settings };
    for (const format of formats)
      expect(await leaks(month, '甲区', await fileFor(month, '甲区', format)), format).toEqual([]);
  });

  it('a target that others lead is found in the packet of a lead unit', async () => {
    expect(await leaksOf(own, '甲局', 'html', saying('修缮城乡道路900公里'))).toEqual([
      expect.stringContaining('leak-other-target'),
    ]);
    expect(await leaksOf(whole, '甲局', 'html', saying('修缮城乡道路900公里'))).toEqual([]);
  });
});

describe('what no file of this program has', () => {
  const { xlsx, docx } = { xlsx: sheetPlaces, docx: wordPlaces };
  const nothing = '某某';

  it.each([
    ['xlsx', xlsx['in a hidden sheet'], '隐藏的工作表'],
    ['xlsx', xlsx['in a hidden row'], '隐藏的行'],
    ['docx', docx['as hidden text'], '隐藏的文字'],
    ['docx', docx['as deleted text'], '修订记录'],
    ['docx', docx['in a part of comments'], '批注'],
    ['html', pagePlaces['in a script'], '脚本'],
    ['html', pagePlaces['in a comment'], '批注或注释'],
    ['html', pagePlaces['in a paragraph that is not shown'], '隐藏的文字'],
    ['pdf', (bytes, text) => planted(bytes, pdfPlaces['in an attached file'] as never, text), '夹带的附件'],
    ['pdf', (bytes, text) => planted(bytes, pdfPlaces['in a note'] as never, text), '注释'],
    ['pdf', (bytes, text) => planted(bytes, pdfPlaces['on a page, not drawn'] as never, text), '隐藏的文字'],
    ['pdf', (bytes, text) => planted(bytes, pdfPlaces['in its outline'] as never, text), '无法查看的部分'],
  ] as [PacketFormat, (bytes: Uint8Array, text: string) => Uint8Array, string][])(
    'is told: %s %#',
    async (format, plant, thing) => {
      const { name, bytes } = await fileFor(whole, '甲区', format);
      expect(await leaks(whole, '甲区', { name, bytes: plant(bytes, nothing) })).toContainEqual(
        expect.stringMatching(`^leak-concealed .*有${thing}`),
      );
    },
  );

  it('is told of pictures, which nobody can read', async () => {
    const { name, bytes } = await fileFor(whole, '甲区', 'docx');
    const { unzipSync, zipSync } = await import('fflate');
    const pictured = zipSync({ ...unzipSync(bytes), 'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47) });
    expect(await leaks(whole, '甲区', { name, bytes: pictured })).toEqual([expect.stringContaining('图片')]);
  });

  it.each(['pdf', 'docx', 'xlsx'])('is told of a file that does not open: %s', async (format) => {
    const { bytes } = await fileFor(whole, '甲区', 'html');
    expect(await leaks(whole, '甲区', { name: `简报.${format}`, bytes })).toEqual([
      expect.stringContaining('leak-unsearchable'),
    ]);
    expect(await leaks(whole, '甲区', { name: '简报.wps', bytes })).toEqual([
      expect.stringContaining('leak-unsearchable'),
    ]);
  });
});

describe('everybody', () => {
  it('who gets a packet is known', () => {
    for (const audience of audiencesOf(whole)) expect(factsFor(whole, audience).audience.name).toBe(audience);
  });
});
