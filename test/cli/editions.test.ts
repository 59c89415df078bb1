import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { typed } from '../support/command.ts';
import { full } from '../support/months.ts';
import { writeOffice } from '../support/office-folder.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-editions-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (...args: string[]) => typed(['report', ...args], work);
const month = ['--month', '2023-06', '--from', 'office', '--format', 'html'];
const original = [...month, '--district', '甲区', '乙县', '全市'];
const june = (...figures: [string, string, string]) =>
  writeOffice(
    join(work, 'office'),
    full(...figures).map((row) => `2023-06,${row}`),
  );
const manifest = () => JSON.parse(readFileSync(join(work, 'output/2023-06/manifest.json'), 'utf8'));

it('an officer replaces a draft, corrects what was issued and renders it again', async () => {
  june('1', '2', '1');
  const first = await run(...original);
  expect([first.status, first.said]).toEqual([0, expect.not.stringContaining('已替换原版')]);
  june('1', '2', '2');
  const again = await run(...original);
  expect([again.status, again.said]).toEqual([
    0,
    expect.stringContaining('已替换原版：甲区、乙县、全市。上一版如已印发，请改用 --correction'),
  ]);
  june('2', '2', '2');
  const corrected = await run(...month, '--correction', '--reason', '市本级漏报1座', '--issued', '2023-07-20');
  expect([corrected.status, corrected.said]).toEqual([
    0,
    expect.stringMatching(/已生成 1 个文件.*以上为更正版1.*没有变化、未生成更正版的：甲区、乙县/s),
  ]);
  const page = join(work, 'output/2023-06/全市/全市-2023年6月民生实事简报（更正版1）.html');
  expect(readFileSync(page, 'utf8')).toContain('更正原因：市本级漏报1座');
  const nothing = await run(...month, '--correction', '--lang', 'en');
  expect([nothing.status, nothing.said]).toEqual([
    2,
    expect.stringContaining('nothing changed since the last edition'),
  ]);

  const [draft, issued, correction] = manifest().snapshots.map(({ hash }: { hash: string }) => hash.slice(0, 16));
  for (const [hash, edition, count] of [
    [draft, '原版', 3],
    [issued, '原版', 3],
    [correction, '更正版1', 1],
  ] as const) {
    const { status, said } = await run('--snapshot', hash);
    const told = `已按快照重新生成 2023年6月 ${edition} 的 ${count} 个文件，存放在 output/快照/${hash}`;
    expect([status, said]).toEqual([0, expect.stringContaining(told)]);
    expect(said).toContain('与当时生成的文件逐字节一致');
  }
  const result = JSON.parse((await run('--snapshot', correction, '--json')).stdout);
  expect(result).toMatchObject({ ok: true, month: '2023-06', edition: 1, there: 1, unknown: [] });
  expect(existsSync(join(work, 'output/快照', correction, 'manifest.json'))).toBe(true);
});

it.each([
  ['--reason without --correction', [...month, '--reason', '补报'], 2, '须与 --correction 同用'],
  ['a month and a snapshot', [...month, '--snapshot', 'abcd'], 2, '不能与 --month'],
  ['neither month nor snapshot', ['--from', 'office'], 2, '请用 --month 指明月份'],
  ['a snapshot that is none', ['--snapshot', '0000ffff'], 2, '没有找到快照 0000ffff'],
])('is refused %s', async (_, args, code, words) => {
  const { status, said } = await run(...args);
  expect([status, said]).toEqual([code, expect.stringContaining(words)]);
});

it('ends with 1 where a snapshot was changed or gives other bytes, and names what to do', async () => {
  const [{ hash, file }] = manifest().snapshots;
  const path = join(work, 'output/2023-06', file.path);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, -9));
  const changed = await run('--snapshot', hash, '--out', 'elsewhere');
  expect([changed.status, changed.said]).toEqual([1, expect.stringContaining('请从备份恢复这个文件')]);
  writeFileSync(path, bytes);
  const page = join(work, 'output/快照', hash.slice(0, 16), '甲区/甲区-2023年6月民生实事简报.html');
  writeFileSync(page, 'x');
  const other = await run('--snapshot', hash);
  expect([other.status, other.said]).toEqual([1, expect.stringContaining('snapshot-output-differs')]);
  expect(readFileSync(page, 'utf8')).toBe('x');
});
