import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportWith } from '../../src/jobs/report.ts';
import { FileError } from '../../src/model/errors/file-error.ts';
import { SnapshotError } from '../../src/model/errors/snapshot-error.ts';
import { UsageError } from '../../src/model/errors/usage-error.ts';
import { findSnapshot } from '../../src/publishing/find-snapshot.ts';
import { renderAgain } from '../../src/publishing/render-again.ts';
import { verifyFiles } from '../../src/verification/verify-files.ts';
import { full } from '../support/months.ts';
import { ownTemplatesIn, writeOffice } from '../support/office-folder.ts';
import { pressHere } from '../support/press.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-again-'));
const office = join(work, 'office');
const month = join(work, 'month');
const templates = join(office, 'templates');
const june = (...figures: [string, string, string]) => full(...figures).map((row) => `2023-06,${row}`);
let hash: string;

beforeAll(async () => {
  writeOffice(office, june('1', '2', '1'));
  ownTemplatesIn(office);
  const made = await reportWith(pressHere, {
    ...{ from: office, period: '2023-06', districts: ['甲区', '乙县', '全市'], issued: null, out: month },
    formats: ['html', 'docx'],
  });
  hash = made.snapshot;
  // Afterwards nothing is as it was.
  writeOffice(office, june('2', '4', '4'));
  const page = join(templates, 'district.hbs');
  writeFileSync(page, readFileSync(page, 'utf8').replace('一、总体情况', '一、全部情况'));
  const theme = join(templates, 'theme.yaml');
  writeFileSync(theme, readFileSync(theme, 'utf8').replace('lagging: ▲', 'lagging: ×'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const find = (asked = hash, folders: readonly string[] = [month]) => findSnapshot(asked, { folders, shelf: null });
const options = (out: string) => ({ districts: [], formats: [], templates, out });
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|docx|gz)$/.test(name));
/** A copy of the month in which something happened. */
function copied(name: string, change: (folder: string) => void): string {
  const folder = join(work, name);
  cpSync(month, folder, { recursive: true });
  change(folder);
  return folder;
}

describe('a snapshot', () => {
  it('gives the same bytes after plan, returns, templates and theme changed', async () => {
    const out = join(work, 'again');
    const { files, there, unknown } = await renderAgain(await find(), options(out));
    expect([files.length, there, unknown]).toEqual([6, 0, []]);
    expect(filesIn(out).sort()).toEqual(filesIn(month).sort());
    for (const file of filesIn(out))
      expect(readFileSync(join(out, file)).equals(readFileSync(join(month, file))), file).toBe(true);
    const { diagnostics } = await verifyFiles({ paths: [out], against: null });
    expect(diagnostics).toEqual([]);
    // The inputs of today make something else, so the test can fail.
    const today = await reportWith(pressHere, {
      ...{ from: office, period: '2023-06', districts: ['甲区'], issued: null, out: join(work, 'today') },
      formats: ['html'],
    });
    expect(today.snapshot).not.toBe(hash);
    expect(readFileSync(join(work, 'today/甲区/甲区-2023年6月民生实事简报.html'), 'utf8')).toContain('一、全部情况');
  });

  it('confirms what is there, and brings back what was lost', async () => {
    expect(await renderAgain(await find(), options(month))).toMatchObject({ there: 6, unknown: [] });
    const folder = copied('lost', (copy) => rmSync(join(copy, '全市'), { recursive: true }));
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
    expect(await renderAgain(await find(), options(folder))).toMatchObject({ there: 4 });
    expect(filesIn(folder).sort()).toEqual(filesIn(month).sort());
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(manifest);
  });

  it('is rendered for one audience, and in a format of which nothing is known from then', async () => {
    const out = join(work, 'one');
    const found = await find();
    const again = await renderAgain(found, { ...options(out), districts: ['甲区'], formats: ['html', 'xlsx'] });
    expect(again.unknown).toEqual(['甲区/甲区-2023年6月民生实事简报.xlsx']);
    expect(again.files).toHaveLength(2);
  });

  it('never replaces another file, nor goes among other things', async () => {
    const changed = copied('changed', (copy) => writeFileSync(join(copy, '甲区/甲区-2023年6月民生实事简报.html'), 'x'));
    const refused = renderAgain(await find(), options(changed));
    await expect(refused).rejects.toMatchObject({ name: 'SnapshotError', fault: 'differs' });
    expect(readFileSync(join(changed, '甲区/甲区-2023年6月民生实事简报.html'), 'utf8')).toBe('x');
    const other = join(work, 'other');
    mkdirSync(other);
    writeFileSync(join(other, '别的.txt'), '');
    await expect(renderAgain(await find(), options(other))).rejects.toBeInstanceOf(UsageError);
    expect(readdirSync(other)).toEqual(['别的.txt']);
  });

  it('whose bytes come out otherwise than then is not written, and each file is named', async () => {
    const out = join(work, 'otherwise');
    const found = await find();
    const made = found.made.map((file, index) => (index === 0 ? { ...file, sha256: '0'.repeat(64) } : file));
    const problem = await renderAgain({ ...found, made }, options(out)).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(SnapshotError);
    const { fault, diagnostics } = problem as SnapshotError;
    expect([fault, diagnostics.map(({ code, at }) => [code, at?.source])]).toEqual([
      'differs',
      [['snapshot-rendered-otherwise', made[0]?.path]],
    ]);
    expect(existsSync(out)).toBe(false);
  });

  it('of another version of the program is rendered where that gives the same bytes, and else names that version', async () => {
    const found = await find();
    const frozenBy = (settings: object) => {
      const inputs = { ...found.snapshot.inputs, program: '0.0.9', ...settings };
      return { ...found, snapshot: { ...found.snapshot, inputs } };
    };
    expect(await renderAgain(frozenBy({}), { ...options(month), formats: ['html'] })).toMatchObject({ there: 3 });
    const older = renderAgain(frozenBy({ settings: {} }), options(join(work, 'older')));
    await expect(older).rejects.toMatchObject({ name: 'SnapshotError', fault: 'layout' });
    await expect(older).rejects.toThrow(/由程序 0\.0\.9 版封存.*请用当时的版本/);
    const unknown = renderAgain(frozenBy({}), { ...options(join(work, 'older')), districts: ['火星区'] });
    await expect(unknown).rejects.toBeInstanceOf(UsageError);
    expect(existsSync(join(work, 'older'))).toBe(false);
  });

  it.each([
    ['was replaced', (font: string) => writeFileSync(font, 'x'), '字体 sans-bold 的文件'],
    ['is gone', (font: string) => rmSync(font), '字体 sans-bold 的文件不在了'],
  ])('names a font that %s, where no good one is left', async (_, change, words) => {
    const font = join(templates, 'fonts/NotoSansSC-Bold.ttf');
    const bytes = readFileSync(font);
    const found = await find();
    const { inputs } = found.snapshot;
    // The office's own file, of which the program has no copy.
    const own = { ...inputs.style.fonts['sans-bold'], path: 'fonts/自有.ttf', sha256: 'x' };
    change(font);
    try {
      // The program's own file of that name is the same: that will do.
      expect((await renderAgain(found, { ...options(month), formats: ['html'] })).there).toBe(3);
      const fonts = { ...inputs.style.fonts, 'sans-bold': own };
      const snapshot = { ...found.snapshot, inputs: { ...inputs, style: { ...inputs.style, fonts } } };
      if (existsSync(font)) writeFileSync(join(templates, 'fonts/自有.ttf'), 'x');
      const problem = await renderAgain({ ...found, snapshot }, options(join(work, 'font'))).catch((error) => error);
      expect(problem).toBeInstanceOf(FileError);
      expect((problem as FileError).text['zh-CN']).toContain(words);
    } finally {
      writeFileSync(font, bytes);
      rmSync(join(templates, 'fonts/自有.ttf'), { force: true });
    }
  });
});

describe('looking for a snapshot', () => {
  const fileOf = (folder: string, name = hash) => join(folder, '核对/快照', `${name}.json.gz`);

  it('takes the printed digits, fewer of them, blanks between, or its file', async () => {
    for (const asked of [
      hash,
      hash.slice(0, 16),
      hash.slice(0, 6).toUpperCase(),
      `${hash.slice(0, 4)} ${hash.slice(4, 8)}`,
    ])
      expect((await find(asked)).hash).toBe(hash);
    const byFile = await find(fileOf(month), []);
    expect([byFile.hash, byFile.made.length]).toEqual([hash, 6]);
  });

  it('is told how many there are that begin so', async () => {
    const like = `${hash.slice(0, 10)}${'0'.repeat(54)}`;
    const folder = copied('two', (copy) => writeFileSync(fileOf(copy, like), ''));
    await expect(find(hash.slice(0, 10), [folder])).rejects.toThrow(/有 2 个/);
    expect((await find(hash.slice(0, 12), [folder])).hash).toBe(hash);
  });

  it.each([
    ['that is none', 'ffff0000', '没有找到快照'],
    ['of too few digits', 'abc', '至少前4位'],
    ['in words', '快照', '不是快照编号'],
  ])('refuses a hash %s', async (_, asked, words) => {
    const problem = await find(asked).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(UsageError);
    expect((problem as UsageError).text['zh-CN']).toContain(words);
  });

  it('passes over a damaged copy where there is a good one, and refuses it where there is none', async () => {
    const spoilt = copied('spoilt', (copy) => writeFileSync(fileOf(copy), readFileSync(fileOf(copy)).subarray(0, -40)));
    expect((await find(hash, [spoilt, month])).hash).toBe(hash);
    await expect(find(hash, [spoilt])).rejects.toMatchObject({ name: 'SnapshotError', fault: 'changed' });
    await expect(find(fileOf(spoilt), [month])).rejects.toMatchObject({ fault: 'changed' });
  });

  it('does not believe a manifest that was edited', async () => {
    const edited = copied('edited', (copy) => {
      const path = join(copy, 'manifest.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"edition": 0/, '"edition": 1'));
    });
    expect((await find(hash, [edited])).made).toEqual([]);
    expect((await find(hash, [edited, month])).made).toHaveLength(6);
  });
});
