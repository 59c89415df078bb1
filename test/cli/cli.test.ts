import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { launched, typed } from '../support/command.ts';
import { copySeeds, seedsFolder } from '../support/plan-2023.ts';
import { readPdf } from '../support/read-pdf.ts';

const templates = fileURLToPath(new URL('../../templates', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianbao-cli-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (...args: string[]) => typed(args, work);

/** A copy of the seeds, with the returns of two months, in which one file is changed. */
function seedsWith(name: string, change: (folder: string) => void = () => {}): string {
  const folder = join(work, name);
  copySeeds(folder, ['2023-06', '2023-08']);
  change(folder);
  return folder;
}

const few = seedsWith('few');

const treeOf = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];

describe('jianbao report', () => {
  it('writes a packet with its manifest, whole, and says so', async () => {
    const out = join(work, 'out');
    const sources = ['--month', '2023-06', '--from', seedsFolder, '--district', '上城区'];
    const args = ['report', ...sources, '--format', 'docx,xlsx,html', '--out', out];
    const { status, stdout, stderr } = launched(args, work);
    expect(status).toBe(0);
    expect(stdout).toContain('已生成 3 个文件');
    expect(stdout).toContain('示例数据');
    expect(stderr).toContain('[警告]');
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const { hash } = manifest.snapshots[0];
    expect(treeOf(out)).toEqual(
      [
        'manifest.json',
        '上城区',
        ...['docx', 'html', 'xlsx'].map((e) => `上城区/上城区-2023年6月民生实事简报.${e}`),
        '核对',
        '核对/上城区.json.gz',
        '核对/快照',
        `核对/快照/${hash}.json.gz`,
      ].sort(),
    );
    // The last page names the snapshot that the packet was made from.
    expect(manifest.packets[0]).toMatchObject({ edition: 0, snapshot: hash });
    const page = readFileSync(join(out, '上城区/上城区-2023年6月民生实事简报.html'), 'utf8');
    expect(page).toContain(`数据快照：${hash.slice(0, 16)}`);
    for (const { path, sha256, bytes } of manifest.packets[0].files) {
      const file = readFileSync(join(out, path));
      expect([createHash('sha256').update(file).digest('hex'), file.length]).toEqual([sha256, bytes]);
    }
    const inputs = manifest.inputs[manifest.packets[0].madeFrom];
    expect(inputs.map((input: { path: string }) => input.path)).toContain('附件2-2023.txt');
    expect(inputs).toHaveLength(15);
  });

  it('writes files that jianbao verify finds right, and finds wrong as soon as one is changed', async () => {
    const out = join(work, 'out');
    const right = await run('verify', out);
    expect([right.status, right.stdout]).toEqual([
      0,
      expect.stringContaining('与生成时完全一致，内容无误（上城区 2023-06）'),
    ]);
    expect(right.stdout.trimEnd().split('\n').at(-1)).toBe(
      '核对 3 个文件：均与生成时完全一致，内容逐格核对无误，没有收件单位不该看的内容',
    );
    const path = join(out, '上城区/上城区-2023年6月民生实事简报.html');
    const page = readFileSync(path, 'utf8');
    writeFileSync(path, page.replace('>5900个<', '>5901个<'));
    const wrong = await run('verify', path, '--lang', 'en');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('was changed after it was made (for 上城区, 2023-06)');
    expect(wrong.stderr).toContain('附件2, row 5.2, 上城区: expected “5900个”, the file has “5901个”');
    const { status, stdout } = await run('verify', '--json', path);
    const result = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(result).toMatchObject({
      ok: false,
      files: [{ path, verdict: 'changed', audience: '上城区', month: '2023-06' }],
    });
    expect(result.diagnostics[1].data).toMatchObject({
      table: '附件2',
      row: '5.2',
      expected: '5900个',
      found: '5901个',
    });
    writeFileSync(path, page);
    expect(await run('verify', join(out, 'nowhere.pdf'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('没有文件'),
    });
  });

  it('adds a second packet to the manifest and keeps the first', async () => {
    const out = join(work, 'out');
    const { status } = await run(
      'report',
      '--month',
      '2023-06',
      '--from',
      seedsFolder,
      '--district',
      '滨江区',
      '--format',
      'html',
      '--out',
      out,
    );
    expect(status).toBe(0);
    const { packets } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(packets.map((packet: { audience: string }) => packet.audience)).toEqual(['上城区', '滨江区']);
  });

  it('speaks JSON to machines', async () => {
    const { status, stdout } = await run(
      'report',
      '--month',
      '2023-06',
      '--from',
      seedsFolder,
      '--district',
      '全市',
      '--format',
      'html',
      '--out',
      join(work, 'json'),
      '--json',
    );
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ ok: true, month: '2023-06', files: ['全市/全市-2023年6月民生实事简报.html'] });
    expect(result.diagnostics).toHaveLength(13);
  });

  it.each([
    ['a month that is none', ['--month', '2023-13'], '“2023-13”不是月份'],
    ['no month', [], '--month'],
    ['an unknown district', ['--month', '2023-06', '--district', '火星区'], '没有“火星区”的简报；可选：上城区'],
    [
      'names beside kinds of readers',
      ['--month', '2023-06', '--audience', '上城区', '--only', 'city'],
      '--only 不能与',
    ],
    ['an unknown kind of reader', ['--month', '2023-06', '--only', 'towns'], '没有“towns”这类简报'],
    ['an unknown format', ['--month', '2023-06', '--format', 'doc'], '没有“doc”这种格式'],
    ['a folder that is not there', ['--month', '2023-06', '--from', 'nowhere'], '没有文件夹 nowhere'],
    ['a date that is none', ['--month', '2023-06', '--issued', '2023-02-30'], '“2023-02-30”不是日期'],
    ['an option that is none', ['--month', '2023-06', '--colour'], '--colour'],
  ])('refuses %s as wrong usage', async (_, args, words) => {
    const out = join(work, 'usage');
    const { status, said } = await run('report', '--from', few, '--format', 'html', '--out', out, ...args);
    expect([status, said.includes(words)]).toEqual([2, true]);
    expect(treeOf(out)).toEqual([]);
  });

  it.each([
    ['the unit slip in August', '2023-08', () => {}, ['return-unit', '第215行第7列', '52000平方米']],
    ['a month without returns', '2024-01', () => {}, ['month-without-returns', '已有月报的月份']],
    [
      'an empty plan',
      '2023-06',
      (f: string) => writeFileSync(join(f, '附件2-2023.txt'), ''),
      ['file-kind', '附件2-2023.txt 文件是空的'],
    ],
    [
      'a plan that is no text',
      '2023-06',
      (f: string) => writeFileSync(join(f, '附件2-2023.txt'), Uint8Array.of(0, 1, 2, 255)),
      ['file-not-text'],
    ],
    [
      'a plan without header',
      '2023-06',
      (f: string) => writeFileSync(join(f, '附件2-2023.txt'), '1\t建桥\t3座\t甲局\t3座'),
      ['plan-no-table'],
    ],
    [
      'a file among the returns that is none',
      '2023-06',
      (f: string) => writeFileSync(join(f, 'progress/说明.csv'), 'a,b\n1,2\n'),
      ['return-no-table', 'progress/说明.csv'],
    ],
    [
      'a file of a format that cannot be read',
      '2023-06',
      (f: string) => writeFileSync(join(f, 'progress/扫描.jpg'), 'x'),
      ['file-format-unknown', '扫描.jpg'],
    ],
  ])('stops at %s and writes nothing', async (name, month, change, words) => {
    const out = join(work, `stopped-${name}`);
    const source = ['--month', month, '--from', seedsWith(name, change)];
    const { status, said } = await run('report', ...source, '--format', 'html', '--out', out);
    expect(status).toBe(1);
    for (const word of words) expect(said).toContain(word);
    expect(said).toContain('没有写出任何文件');
    expect(treeOf(out)).toEqual([]);
  });

  it('names file and line of a misspelt field in a template, and leaves earlier output alone', async () => {
    const folder = seedsWith('template', (f) => {
      cpSync(templates, join(f, 'templates'), { recursive: true });
      const path = join(f, 'templates/district.hbs');
      writeFileSync(path, readFileSync(path, 'utf8').replace('value="{{counts.held}}"', 'value="{{counts.heldd}}"'));
      writeFileSync(join(f, 'jianbao.yaml'), JSON.stringify({ plan: '附件2-2023.txt', templates: 'templates' }));
    });
    const out = join(work, 'template-out');
    mkdirSync(out);
    writeFileSync(join(out, 'manifest.json'), 'earlier');
    const { status, said } = await run(
      'report',
      '--month',
      '2023-06',
      '--from',
      folder,
      '--format',
      'html',
      '--out',
      out,
    );
    expect([status, said]).toEqual([3, expect.stringMatching(/district\.hbs:\d+: .*heldd.*held/s)]);
    expect(treeOf(out)).toEqual(['manifest.json']);
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe('earlier');
  });

  it.each([
    ['no YAML', 'plan: [', 'YAML'],
    ['an unknown setting', '{"plan":"附件2-2023.txt","colour":1}', 'colour'],
    ['a plan that is not there', '{"plan":"别的.txt"}', '别的.txt'],
  ])('explains a jianbao.yaml with %s', async (name, text, word) => {
    const folder = seedsWith(`config-${name}`, (f) => writeFileSync(join(f, 'jianbao.yaml'), text));
    const { status, said } = await run(
      ...['report', '--month', '2023-06', '--from', folder, '--format', 'html', '--out', join(work, 'config')],
    );
    expect([2, 3]).toContain(status);
    expect(said).toContain(word);
  });

  it('does not pass over settings that bear their former name', async () => {
    const folder = seedsWith('former', (f) => renameSync(join(f, 'jianbao.yaml'), join(f, 'jianbao.json')));
    const { status, said } = await run(
      'report',
      '--month',
      '2023-06',
      '--from',
      folder,
      '--out',
      join(work, 'former-out'),
    );
    expect([status, said]).toEqual([2, expect.stringContaining('jianbao.yaml')]);
  });

  it('works without jianbao.yaml where the folder has one table', async () => {
    const folder = seedsWith('bare', (f) => rmSync(join(f, 'jianbao.yaml')));
    const { status } = await run(
      'report',
      '--month',
      '2023-06',
      '--from',
      folder,
      '--district',
      '上城区',
      '--format',
      'html',
      '--out',
      join(work, 'bare-out'),
    );
    expect(status).toBe(0);
  });

  it('cannot write into a file, and says what to do', async () => {
    writeFileSync(join(work, 'taken'), '');
    const { status, said } = await run(
      'report',
      '--month',
      '2023-06',
      '--from',
      few,
      '--district',
      '上城区',
      '--format',
      'html',
      '--out',
      join(work, 'taken'),
    );
    expect([status, said.includes('无法写入')]).toEqual([3, true]);
    expect(treeOf(work).filter((name) => name.includes('.jianbao-'))).toEqual([]);
  });
});

describe('jianbao checks', () => {
  it('lists every check with what it weighs in an office', async () => {
    const folder = seedsWith('weighed', (copy) => {
      const path = join(copy, 'jianbao.yaml');
      writeFileSync(path, `${readFileSync(path, 'utf8')}  checks: { above-task: off }\n`);
    });
    const { status, stdout } = await run('checks', 'list', '--from', folder, '--json');
    const { checks } = JSON.parse(stdout) as { checks: Record<string, unknown>[] };
    expect(status).toBe(0);
    const found = checks.find(({ code }) => code === 'above-task');
    expect(found).toMatchObject({ severity: 'off', default: 'warning', binding: false });
    expect((await run('checks', 'list', '--from', folder)).stdout).toContain(
      'above-task [不校核]（已按设置调整，原为警告）',
    );
    const plan = join(folder, '附件2-2023.txt');
    writeFileSync(join(folder, 'jianbao.yaml'), 'settings: { checks: { allocation-sum: off, twin-rows: warning } }');
    const { stderr } = await run('plan', 'check', plan);
    expect([
      stderr.includes('allocation-sum'),
      stderr.includes('[警告] 附件2-2023.txt 表1 第11行第3列 目标2.1'),
    ]).toEqual([false, true]);
    const english = (await run('--lang', 'en', 'checks', 'list')).stdout;
    expect(english).toContain('return-unit [error] (needs a correction, cannot be lowered)');
  });

  it('names the check that a mistyped setting may mean', async () => {
    const folder = seedsWith('mistyped', (copy) => {
      const path = join(copy, 'jianbao.yaml');
      writeFileSync(path, `${readFileSync(path, 'utf8')}  checks: { above-taks: off }\n`);
    });
    const { status, said } = await run('checks', 'list', '--from', folder);
    expect([status, said]).toEqual([2, expect.stringContaining('above-taks”不是校核项，是否为above-task')]);
  });
});

describe('jianbao plan', () => {
  const plan = join(seedsFolder, '附件2-2023.txt');

  it('checks a table, in the language that is asked for', async () => {
    const zh = await run('plan', 'check', plan);
    expect([zh.status, zh.stdout]).toEqual([
      0,
      expect.stringContaining('22 个项目，42 项量化目标，15 列，390 个分解数'),
    ]);
    const en = await run('--lang', 'en', 'plan', 'check', plan);
    expect(en.stdout).toContain('22 projects, 42 targets, 15 columns, 390 allocated figures');
    expect(en.said).not.toMatch(/警告|提示/);
  });

  it('exports JSON with values as decimal strings and the printed text beside', async () => {
    const out = join(work, 'plan.json');
    expect((await run('plan', 'export', plan, '--format', 'json', '--out', out)).status).toBe(0);
    const json = JSON.parse(readFileSync(out, 'utf8'));
    expect(json).toMatchObject({ title: '2023年市政府民生实事项目区、县（市）任务分解表', annex: '附件2', year: 2023 });
    expect(json.columns[0]).toEqual({ name: '市本级', kind: 'city' });
    expect(json.projects[15].targets[0]).toMatchObject({
      id: '16.1',
      text: '100万平方米',
      quantity: { value: '100', unit: '万平方米' },
      leadUnits: ['市住保房管局'],
      note: null,
    });
    expect(json.projects[15].targets[0].allocations['拱墅区']).toEqual({ value: '9.2', unit: '万平方米' });
    expect(json.projects[0].targets[0].original.allocations['上城区']).toBe('210 张');
  });

  it.each(['xlsx', 'docx', 'pdf', 'html', 'csv'])('exports %s', async (format) => {
    const out = join(work, `plan.${format}`);
    const { status } = await run('plan', 'export', plan, '--format', format, '--out', out);
    expect(status).toBe(0);
    expect(readFileSync(out).length).toBeGreaterThan(5_000);
  });

  it('prints rare characters, and names those that no font has before it writes anything', async () => {
    const text = readFileSync(plan, 'utf8');
    const source = join(work, 'rare.txt');
    const out = join(work, 'rare.pdf');
    const exported = (unit: string, ...more: string[]) => {
      writeFileSync(source, text.replace('市民政局', unit));
      return run(...more, 'plan', 'export', source, '--format', 'pdf', '--out', out);
    };
    expect((await exported('䶮㛃局')).status).toBe(0);
    expect((await readPdf(new Uint8Array(readFileSync(out)))).text).toContain('䶮㛃局');
    rmSync(out);

    const { status, stderr } = await exported('䶮𠀀𠀁局');
    expect([status, existsSync(out)]).toEqual([3, false]);
    expect(stderr).toContain('文件无法生成：2 个字没有可用的字体：');
    expect(stderr).toContain('“𠀀”（U+20000）：“附件2”表“附件2”正文第1行第4列；serif、serif-rare 中都没有');
    expect(stderr).toContain('“𠀁”（U+20001）');
    expect((await exported('䶮𠀀𠀁局', '--lang', 'en')).stderr).toMatch(
      /^cannot write: no face has a glyph for 2 character/m,
    );
  });

  it('reads back the CSV that it exported', async () => {
    const out = join(work, 'again.csv');
    await run('plan', 'export', plan, '--format', 'csv', '--out', out);
    const { status, stdout } = await run('plan', 'check', out);
    expect([status, stdout]).toEqual([0, expect.stringContaining('22 个项目，42 项量化目标，15 列，390 个分解数')]);
  });

  it('ends its process with 3 for a file that is not there, 1 for one that is no plan, 2 for a wrong word', () => {
    const ends = (...args: string[]) => launched(['plan', 'check', ...args], work).status;
    writeFileSync(join(work, 'words.txt'), '没有表格');
    expect([ends('nothing.txt'), ends('words.txt'), ends('words.txt', '--colour')]).toEqual([3, 1, 2]);
  });
});
