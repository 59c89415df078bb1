import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReportOptions, reportWith } from '../../src/jobs/report.ts';
import { UsageError } from '../../src/model/errors/usage-error.ts';
import { findSnapshot } from '../../src/publishing/find-snapshot.ts';
import { renderAgain } from '../../src/publishing/render-again.ts';
import { verifyFiles } from '../../src/verification/verify-files.ts';
import { full } from '../support/months.ts';
import { writeOffice } from '../support/office-folder.ts';
import { pressHere } from '../support/press.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-corrections-'));
const office = join(work, 'office');
const out = join(work, 'month');
afterAll(() => rmSync(work, { recursive: true, force: true }));

const june = (...figures: [string, string, string]) =>
  writeOffice(
    office,
    full(...figures).map((row) => `2023-06,${row}`),
  );
const readers = ['甲区', '乙县', '全市'];
const make = (more: Partial<ReportOptions> = {}) =>
  reportWith(pressHere, {
    from: office,
    period: '2023-06',
    districts: readers,
    formats: ['html'],
    out,
    issued: null,
    ...more,
  });
const correct = (reason: string | null = null, more: Partial<ReportOptions> = {}) =>
  make({ correction: { reason }, districts: [], ...more });
const page = (audience: string, mark = '') =>
  readFileSync(join(out, audience, `${audience}-2023年6月民生实事简报${mark}.html`), 'utf8').replaceAll(
    /<[^>]+>/g,
    ' ',
  );
const manifest = () => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));

describe('a month that is corrected twice', () => {
  let first: string;
  let second: string;
  beforeAll(async () => {
    june('1', '2', '1');
    await make();
    june('1', '2', '3');
    first = (await correct('乙县漏报2座')).snapshot;
    june('2', '2', '3');
    second = (await correct(null, { issued: '2023-07-20' })).snapshot;
  });

  it('keeps all editions, each with its snapshot, and all of it verifies', async () => {
    expect(
      manifest().packets.map((packet: { audience: string; edition: number }) => [packet.audience, packet.edition]),
    ).toEqual([
      ['甲区', 0],
      ['乙县', 0],
      ['全市', 0],
      // 甲区 fell to second place by the first correction; the second one is about 市本级 alone.
      ['甲区', 1],
      ['乙县', 1],
      ['全市', 1],
      ['全市', 2],
    ]);
    expect(manifest().snapshots.map(({ edition }: { edition: number }) => edition)).toEqual([0, 1, 2]);
    expect(readdirSync(join(out, '乙县')).sort()).toEqual([
      '乙县-2023年6月民生实事简报.html',
      '乙县-2023年6月民生实事简报（更正版1）.html',
    ]);
    expect((await verifyFiles({ paths: [out], against: null })).diagnostics).toEqual([]);
  });

  it('says in each what changed against the one before', () => {
    const [original] = manifest().snapshots;
    const text = page('乙县', '（更正版1）').replaceAll(/\s+/g, ' ');
    expect(text).toContain('（更正版1）');
    expect(text).toContain(
      `本期为更正版1，代替此前的原版（数据快照：${original.hash.slice(0, 16)}），请以本版为准。更正原因：乙县漏报2座。与原版相比，有3处变化：综合完成率1处、位次1处、累计完成1处。`,
    );
    expect(text).toMatch(/1\.1 乙县 建桥10座（累计完成） 1座 3座/);
    expect(text).toContain(`数据快照：${first.slice(0, 16)}`);
    const city = page('全市', '（更正版2）').replaceAll(/\s+/g, ' ');
    expect(city).toContain('代替此前的更正版1');
    expect(city).not.toContain('更正原因');
    expect(city).toMatch(/1\.1 市本级 建桥10座（累计完成） 1座 2座/);
    expect(city).toContain('2023年7月20日');
    expect(page('乙县')).not.toContain('更正');
  });

  it('renders each edition again from its snapshot', async () => {
    for (const [hash, files] of [
      [first, 3],
      [second, 1],
    ] as const) {
      const found = await findSnapshot(hash, { folders: [out], shelf: null });
      const again = await renderAgain(found, { districts: [], formats: [], templates: null, out: join(work, hash) });
      expect([again.files.length, again.unknown]).toEqual([files, []]);
    }
  });

  it('is not corrected once more where nothing changed', async () => {
    const before = manifest();
    await expect(correct()).rejects.toThrow(/没有变化，没有生成更正版/);
    await expect(correct('重印', { issued: '2023-08-01' })).rejects.toThrow(UsageError);
    expect(manifest()).toEqual(before);
  });

  it('gives the same 更正版 to one who asks for it later', async () => {
    const { edition, snapshot, files } = await correct(null, { issued: '2023-07-20', districts: ['乙县'] });
    expect([edition, snapshot, files]).toEqual([2, second, ['乙县/乙县-2023年6月民生实事简报（更正版2）.html']]);
    expect(page('乙县', '（更正版2）').replaceAll(/\s+/g, ' ')).toContain('与更正版1相比，有关本单位的内容没有变化。');
  });

  it('has an original that is not replaced any more', async () => {
    const before = manifest();
    await expect(make()).rejects.toThrow(/已有更正版2，原版不能再替换/);
    expect(manifest()).toEqual(before);
    expect(page('甲区')).not.toContain('更正');
  });
});

describe('a month whose manifest was lost', () => {
  it('is made anew, unless a correction is among what was lost', async () => {
    const folder = join(work, 'lost');
    june('1', '2', '1');
    await make({ out: folder });
    writeFileSync(join(folder, 'manifest.json'), '{');
    expect((await make({ out: folder })).replaced).toEqual([]);
    june('1', '2', '2');
    await correct(null, { out: folder });
    writeFileSync(join(folder, 'manifest.json'), '{');
    for (const again of [make, (more: Partial<ReportOptions>) => correct(null, more)])
      await expect(again({ out: folder })).rejects.toMatchObject({
        name: 'FileError',
        message: expect.stringContaining('从备份恢复'),
      });
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe('{');
  });
});

describe('a month that was not issued yet', () => {
  const elsewhere = join(work, 'draft');

  it('is replaced, and the caller is told whose original it was', async () => {
    june('1', '2', '1');
    expect((await make({ out: elsewhere })).replaced).toEqual([]);
    expect((await make({ out: elsewhere })).replaced).toEqual([]);
    june('1', '2', '2');
    expect((await make({ out: elsewhere, districts: ['甲区'] })).replaced).toEqual(['甲区']);
    const { packets, snapshots } = JSON.parse(readFileSync(join(elsewhere, 'manifest.json'), 'utf8'));
    expect(packets.map(({ edition }: { edition: number }) => edition)).toEqual([0, 0, 0]);
    // The one that was replaced can still be rendered.
    expect(snapshots).toHaveLength(2);
    const found = await findSnapshot(snapshots[0].hash, { folders: [elsewhere], shelf: null });
    const again = await renderAgain(found, {
      ...{ districts: ['甲区'], formats: [], templates: null, out: join(work, 'replaced') },
    });
    expect(again.unknown).toEqual([]);
  });

  it('compares each audience with the last edition that it got', async () => {
    june('1', '3', '2');
    const { files, unchanged } = await correct(null, { out: elsewhere });
    // 甲区 has the draft of 2座, 乙县 still that of before: both changed.
    expect(files).toHaveLength(3);
    expect(unchanged).toEqual([]);
    const { snapshots } = JSON.parse(readFileSync(join(elsewhere, 'manifest.json'), 'utf8'));
    const { snapshot } = await findSnapshot(snapshots[2].hash, { folders: [elsewhere], shelf: null });
    const against = Object.entries(snapshot.edition.corrections).map(([name, one]) => [name, one.against.snapshot]);
    expect(Object.fromEntries(against)).toEqual({
      甲区: snapshots[1].hash,
      乙县: snapshots[0].hash,
      全市: snapshots[0].hash,
    });
  });

  it.each<[string, Partial<ReportOptions>, RegExp]>([
    ['without an original', { out: join(work, 'nowhere') }, /没有该月已生成的简报，无从更正/],
    ['for one who is none', { districts: ['火星区'] }, /没有“火星区”/],
  ])('is not corrected %s', async (_, more, words) => {
    const folder = more.out ?? elsewhere;
    june('1', '1', '1');
    await expect(correct(null, { ...more, out: folder })).rejects.toThrow(words);
  });

  it('is not corrected for one who got no original', async () => {
    const one = join(work, 'one');
    june('1', '2', '1');
    await make({ out: one, districts: ['甲区'] });
    june('1', '3', '3');
    await expect(correct(null, { out: one, districts: ['乙县'] })).rejects.toThrow(/乙县没有以前的版本可更正/);
    expect((await correct(null, { out: one })).files).toEqual(['甲区/甲区-2023年6月民生实事简报（更正版1）.html']);
  });
});

describe('more changes than the text has room for', () => {
  const names = Array.from({ length: 14 }, (_, i) => `第${i + 1}区`);
  const plan = [
    `序号\t项目名称\t量化目标\t牵头单位\t${names.join('\t')}`,
    `1\t建桥140座\t140座\t甲局\t${names.map(() => '10座').join('\t')}`,
  ].join('\n');
  const reported = (figure: number) =>
    writeOffice(
      office,
      names.map((name) => `2023-06,${name},1,,1.1,${figure},座,`),
      plan,
    );

  it('stand in an annex that the text and the list of annexes name', async () => {
    const folder = join(work, 'many');
    reported(3);
    await make({ out: folder, districts: ['全市', '第1区'] });
    reported(4);
    await correct(null, { out: folder });
    const read = (name: string) =>
      readFileSync(join(folder, name, `${name}-2023年6月民生实事简报（更正版1）.html`), 'utf8');
    const city = read('全市')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(city).toContain('有29处变化：综合完成率15处、累计完成14处，逐项见附件“更正对照表”。');
    expect(city).toContain('5. 更正对照表');
    expect(city).toContain('附件5 更正版1与原版对照表');
    expect(city.match(/建桥140座（累计完成） 3座 4座/g)).toHaveLength(14);
    const district = read('第1区');
    expect(district).not.toContain('附件5');
    expect(district).toContain('更正对照');
  });
});
