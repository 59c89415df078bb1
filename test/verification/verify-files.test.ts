import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportWith } from '../../src/jobs/report.ts';
import { UsageError } from '../../src/model/errors/usage-error.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { type Verification, verifyFiles } from '../../src/verification/verify-files.ts';
import { withPart } from '../support/changed-package.ts';
import { seedsFolder } from '../support/plan-2023.ts';
import { pressHere } from '../support/press.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-verify-'));
const month = join(work, 'month');
const nameOf = (audience: string, format: string) => `${audience}/${audience}-2023年6月民生实事简报.${format}`;

beforeAll(async () => {
  const districts = ['上城区', '建德市'];
  const formats = ['pdf', 'docx', 'xlsx', 'html'] as const;
  await reportWith(pressHere, { from: seedsFolder, period: '2023-06', districts, formats, out: month, issued: null });
}, 60_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A copy of the month in which something happened to a file. */
function spoilt(name: string, change: (folder: string) => void): string {
  const folder = join(work, name);
  cpSync(month, folder, { recursive: true });
  change(folder);
  return folder;
}

function rewritten(folder: string, path: string, change: (bytes: Uint8Array) => Uint8Array): void {
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path))));
}

const verify = (path: string, against: string | null = null) => verifyFiles({ paths: [path], against });
const codes = ({ diagnostics }: Verification) => diagnostics.map(({ code }) => code);
const verdicts = ({ files }: Verification) =>
  Object.fromEntries(files.filter(({ verdict }) => verdict !== 'same').map(({ path, verdict }) => [path, verdict]));
const messages = ({ diagnostics }: Verification) => diagnostics.map(({ message }) => message['zh-CN']);

const swapDigits = (bytes: Uint8Array) =>
  withPart(bytes, /word\/document\.xml$/, (xml) => xml.replaceAll('18600', '18700'));

describe('a month as it was made', () => {
  it('is right, file by file, without a word', async () => {
    const done: (string | null)[] = [];
    const result = await verifyFiles({ paths: [month], against: null, onProgress: (_, __, path) => done.push(path) });
    expect(result.diagnostics).toEqual([]);
    expect(result.files).toHaveLength(8);
    expect(result.files.every(({ verdict, month: of }) => verdict === 'same' && of === '2023-06')).toBe(true);
    expect(done).toHaveLength(9);
  });

  it.each([
    ['one packet', '上城区', 4],
    ['the manifest', 'manifest.json', 8],
    ['one file', nameOf('建德市', 'xlsx'), 1],
  ])('is right, seen from %s', async (_, path, count) => {
    const result = await verify(join(month, path));
    expect([result.diagnostics, result.files.length]).toEqual([[], count]);
  });
});

describe('a file of the month', () => {
  it('that was changed: that it was, and each cell that differs', async () => {
    const path = nameOf('上城区', 'docx');
    const folder = spoilt('changed', (copy) => rewritten(copy, path, swapDigits));
    const result = await verify(folder);
    expect(verdicts(result)).toEqual({ [join(folder, path)]: 'changed' });
    expect(messages(result)).toEqual([
      '在生成后被改动过（应为上城区 2023-06 的文件）',
      '附件2 第13.1行 上城区：应为“18600人次”，文件中为“18700人次”',
      expect.stringMatching(/^附件3 第13\.1行 上城区：应为“10924\/ ?18600 .*”，文件中为“10924\/ ?18700 .*”$/),
      expect.stringMatching(/^任务明细 第13\.1行 全年任务：应为“18600人次”，文件中为“18700人次”$/),
    ]);
    expect(result.diagnostics.every(({ at }) => at?.source === join(folder, path))).toBe(true);
  });

  it('that was saved again without a change: that it is not the original', async () => {
    const path = nameOf('上城区', 'xlsx');
    const folder = spoilt('saved', (copy) =>
      rewritten(copy, path, (b) => withPart(b, /app\.xml$/, (xml) => `${xml} `)),
    );
    const result = await verify(folder);
    expect(codes(result)).toEqual(['verify-file-saved-again']);
    expect(verdicts(result)).toEqual({ [join(folder, path)]: 'changed' });
  });

  it.each(['pdf', 'docx', 'xlsx', 'html'])('that was cut off, as %s', async (format) => {
    const path = nameOf('上城区', format);
    const folder = spoilt(`cut-${format}`, (copy) => rewritten(copy, path, (b) => b.subarray(0, b.length >> 1)));
    const result = await verify(join(folder, path));
    expect(codes(result)[0]).toBe('verify-file-changed');
    expect(codes(result)).toHaveLength(2);
  });

  it('in the place of another district’s: whose it is', async () => {
    const [own, other] = [nameOf('上城区', 'pdf'), nameOf('建德市', 'pdf')];
    const folder = spoilt('other', (copy) => cpSync(join(copy, other), join(copy, own)));
    const result = await verify(join(folder, '上城区'));
    expect(messages(result)).toEqual([`其实是建德市的文件（${other}）`]);
    expect(verdicts(result)).toEqual({ [join(folder, own)]: 'other' });
  });

  it('that is gone, and one that came from elsewhere', async () => {
    const folder = spoilt('moved', (copy) => {
      rmSync(join(copy, nameOf('上城区', 'pdf')));
      writeFileSync(join(copy, '上城区/说明.docx'), 'x');
    });
    const result = await verify(folder);
    expect(codes(result).sort()).toEqual(['verify-file-missing', 'verify-file-unlisted']);
    expect(Object.values(verdicts(result)).sort()).toEqual(['missing', 'unlisted']);
    expect((await verify(join(folder, '建德市'))).diagnostics).toEqual([]);
  });
});

describe('what a month is compared with', () => {
  it('a manifest that was edited', async () => {
    const folder = spoilt('manifest', (copy) =>
      rewritten(copy, 'manifest.json', (b) =>
        Buffer.from(
          Buffer.from(b)
            .toString()
            .replace(/"bytes": \d+/, '"bytes": 1'),
        ),
      ),
    );
    const result = await verify(folder);
    expect(codes(result)).toEqual(['verify-manifest-changed']);
    expect(result.diagnostics[0]?.at?.source).toBe(join(folder, 'manifest.json'));
  });

  it('a manifest in which the digest of a changed file was made to fit', async () => {
    const path = nameOf('上城区', 'docx');
    const folder = spoilt('fitted', (copy) => {
      rewritten(copy, path, swapDigits);
      const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'));
      const file = manifest.packets[0].files.find((one: { path: string }) => one.path === path);
      file.sha256 = sha256(readFileSync(join(copy, path)));
      writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest, null, 2));
    });
    const result = await verify(folder);
    expect(codes(result)).toContain('verify-manifest-changed');
    // The model still knows what the cells should be.
    expect(messages(result)).toContain('附件2 第13.1行 上城区：应为“18600人次”，文件中为“18700人次”');
    expect(verdicts(result)).toEqual({ [join(folder, path)]: 'differs' });
  });

  it('a manifest that is none', async () => {
    const folder = spoilt('damaged', (copy) => writeFileSync(join(copy, 'manifest.json'), '{"month": "2023-06"'));
    const result = await verify(join(folder, '上城区'));
    expect(codes(result)[0]).toBe('verify-manifest-unreadable');
    expect(new Set(result.files.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
  });

  it.each([
    [
      'edited',
      'verify-model-changed',
      (path: string) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('x')])),
    ],
    ['gone', 'verify-model-missing', (path: string) => rmSync(path)],
  ])('a model that is %s, told once; the files are still known by their digests', async (name, code, change) => {
    const folder = spoilt(`model-${name}`, (copy) => change(join(copy, '核对/上城区.json.gz')));
    const result = await verify(folder);
    expect(codes(result)).toEqual([code]);
    expect(verdicts(result)).toEqual({});
  });
});

describe('the snapshot behind a month', () => {
  const snapshotOf = (folder: string) => {
    const { snapshots } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return join(folder, snapshots[0].file.path);
  };

  it.each([
    ['edited', 'verify-snapshot-changed', (path: string) => writeFileSync(path, readFileSync(path).subarray(1))],
    ['gone', 'verify-snapshot-missing', (path: string) => rmSync(path)],
  ])('that is %s is told; the files are still known', async (name, code, change) => {
    const folder = spoilt(`snapshot-${name}`, (copy) => change(snapshotOf(copy)));
    const result = await verify(folder);
    expect(codes(result)).toEqual([code]);
    expect(result.diagnostics[0]?.at?.source).toBe(snapshotOf(folder));
    expect(verdicts(result)).toEqual({});
  });
});

describe('a file from elsewhere', () => {
  const away = (name: string, from: string, change = (bytes: Uint8Array) => bytes) => {
    const path = join(work, name);
    writeFileSync(path, change(readFileSync(join(month, from))));
    return path;
  };

  it('is found by its content, whatever its name', async () => {
    const result = await verify(away('下载.pdf', nameOf('建德市', 'pdf')), month);
    expect(result.diagnostics).toEqual([]);
    expect(result.files).toMatchObject([{ verdict: 'same', audience: '建德市', month: '2023-06' }]);
  });

  it.each(['上城区-2023年6月民生实事简报 (1).docx', '上城区-2023年6月民生实事简报 - 副本.docx'])(
    'is found by its name where it was changed: %s',
    async (name) => {
      const result = await verify(away(name, nameOf('上城区', 'docx'), swapDigits), join(month, 'manifest.json'));
      expect(result.files).toMatchObject([{ verdict: 'changed', audience: '上城区' }]);
      expect(messages(result)).toContain('附件2 第13.1行 上城区：应为“18600人次”，文件中为“18700人次”');
    },
  );

  it('that is like none is not guessed', async () => {
    const result = await verify(away('别的.docx', nameOf('上城区', 'docx'), swapDigits), month);
    expect(codes(result)).toEqual(['verify-not-in-manifest']);
    expect(result.files).toMatchObject([{ verdict: 'unknown' }]);
  });

  it('without a manifest: that nobody can tell, and that it opens', async () => {
    const result = await verify(away('无清单.xlsx', nameOf('上城区', 'xlsx')));
    expect(messages(result)).toEqual([
      expect.stringMatching(/^没有清单可对照，无法判断是否被改动过；只看了能否打开：读出 \d+ 张表、\d{4} 格$/),
    ]);
  });

  it.each([
    ['a path that leads nowhere', ['nowhere.pdf', null]],
    ['a folder without a manifest to compare with', ['', 'elsewhere']],
  ])('%s is wrong usage', async (_, [path, against]) => {
    const wrong = verifyFiles({
      paths: [path === '' ? month : join(work, path as string)],
      against: against as string | null,
    });
    await expect(wrong).rejects.toBeInstanceOf(UsageError);
  });
});
