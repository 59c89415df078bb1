import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widthOf } from '../../src/commands/text-table.ts';
import { openStore } from '../../src/store/open-store.ts';
import { launched, typed } from '../support/command.ts';
import { planFile, seedsFolder } from '../support/plan-2023.ts';

const cli = fileURLToPath(new URL('../../src/launch.ts', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'jianbao-month-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const run = (...args: string[]) => typed(args, work);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);
const withdraw = ['progress', 'withdraw', '2023-05'];
const signed = ['--by', '督查室联络员', '--because', '误报'];
const progress = (month: string) => join(seedsFolder, 'progress', `2023-${month}.csv`);

/** The plan as changed in mid-year: one district takes more of target 13.1. */
const changedPlan = join(work, '调整.txt');
writeFileSync(
  changedPlan,
  planFile.bytes
    .toString('utf8')
    .replace('189500 人次\t', '190900 人次\t')
    .replace('\t18600 人次\t', '\t20000 人次\t')
    .replace('职业技能培训 18.95 万人次', '职业技能培训 19.09 万人次'),
);

/** Fills a form as a liaison would: half of each task, or what fits the test. */
async function fillForm(
  path: string,
  figure: (task: number, row: number) => number | string | null = (task) => task / 2,
) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0] as exceljs.Worksheet;
  const head = sheet.getRow(5).values as string[];
  const [task, cumulative, before] = ['全年任务', '累计完成', '上月累计'].map((label) => head.indexOf(label)) as [
    number,
    number,
    number,
  ];
  for (let row = 6; row <= sheet.rowCount; row += 1) {
    const amount = sheet.getCell(row, task).value;
    if (typeof amount !== 'number') continue;
    const given = figure(amount, row - 6);
    const last = Number(sheet.getCell(row, before).value ?? 0);
    sheet.getCell(row, cumulative).value = typeof given === 'number' ? Math.max(given, last) : given;
  }
  await workbook.xlsx.writeFile(path);
}

describe('a month by its commands', () => {
  beforeAll(async () => {
    expect((await run('plan', 'import', join(seedsFolder, planFile.name))).status).toBe(0);
    expect((await run('progress', 'import', ...['01', '02', '03', '04', '05'].map(progress))).status).toBe(0);
  });

  it('sends out forms, takes them back and makes the briefings from them', async () => {
    const made = await run('forms', '--month', '2023-06', '--from', 'data');
    expect([made.status, made.stdout]).toEqual([
      0,
      expect.stringContaining('已生成 28 份月报表，存放在 output/月报表/2023-06'),
    ]);
    const folder = join(work, 'output/月报表/2023-06');
    const forms = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));
    expect(forms).toHaveLength(28);
    for (const name of forms) await fillForm(join(folder, name));
    const { status, stdout, said } = await run('progress', 'import', folder, '--month', '2023-06');
    expect([status, said]).toEqual([0, expect.stringContaining('新存入 28 份，更正 0 份，没有变化 0 份')]);
    const lines = stdout.split('\n').filter((line) => line.includes('2023年6月民生实事'));
    expect(lines).toHaveLength(28);
    // Columns stand under each other, as a terminal counts Chinese characters.
    expect(new Set(lines.map((line) => widthOf(line.slice(0, line.indexOf('2023年6月'))))).size).toBe(1);
    expect((await run('progress', 'import', folder)).stdout).toContain('新存入 0 份，更正 0 份，没有变化 28 份');
    const report = await json(
      'report',
      '--month',
      '2023-06',
      '--from',
      'data',
      '--district',
      '上城区',
      '全市',
      '--format',
      'html',
    );
    expect(report.ok).toBe(true);
    const codes = report.diagnostics.map((d: { code: string }) => d.code);
    expect(codes.filter((code: string) => /^return-(missing|incomplete)/.test(code))).toEqual([]);
    expect(codes).toContain('lead-unit-differs');

    const name = '上城区-2023年6月民生实事项目进展月报表.xlsx';
    const { explanation } = await json('explain', '2023-06', '上城区', '13.1', '--from', 'data');
    const { source } = explanation.inputs.find(({ what }: { what: string }) => what === '累计完成');
    expect(source).toMatchObject({ file: expect.stringContaining(name), reporter: '上城区', revision: 1 });
    const bytes = readFileSync(join(folder, '区县', name));
    expect(source.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(source.received).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const [, sheet, cell] = /^工作表“(.+)”([A-Z]+\d+)$/.exec(source.spot) ?? [];
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(workbook.getWorksheet(sheet)?.getCell(cell ?? '').value).toBe(9300);
    const { stdout: told } = await run('explain', '2023-06', '上城区', '13.1', '--from', 'data');
    const [first, ...tree] = told.split('\n');
    expect(first).toMatch(/^上城区 13\.1 .*：按序时$/);
    expect(tree.join('\n')).toContain(`工作表“${sheet}”${cell}；上城区第1版，截至2023-06-30；收到于 `);
  });

  it('makes the same forms again, byte for byte, and only those asked for', async () => {
    const args = ['forms', '--month', '2023-06', '--from', 'data', '--district', '上城区', '市教育局', '市本级'];
    const made = (out: string) => json(...args, '--out', out, '--due', '2023-07-04');
    const [a, b] = [await made('a'), await made('b')];
    expect(a.files).toEqual([
      '区县/上城区-2023年6月民生实事项目进展月报表.xlsx',
      '牵头单位/市教育局-2023年6月民生实事项目进展月报表.xlsx',
      '区县/市本级-2023年6月民生实事项目进展月报表.xlsx',
    ]);
    for (const file of a.files)
      expect(readFileSync(join(work, 'a', file)).equals(readFileSync(join(work, 'b', file)))).toBe(true);
    expect(b.files).toEqual(a.files);
  });

  it.each([
    [
      'a reporter that is none',
      ['forms', '--month', '2023-06', '--from', 'data', '--district', '上城'],
      2,
      '没有“上城”这个填报单位',
    ],
    ['a month that is none', ['forms', '--month', '6月'], 2, '“6月”不是月份'],
    ['a month without a plan', ['forms', '--month', '2024-06', '--from', 'data'], 2, '没有2024年6月施行的任务分解表'],
    ['a path that leads nowhere', ['progress', 'import', 'nowhere'], 2, '没有文件或文件夹 nowhere'],
    ['a database that is none', ['progress', 'import', progress('06'), '--to', 'empty'], 3, '不存在'],
    ['a plan that is no plan', ['plan', 'import', cli], 1, 'file-format-unknown'],
    [
      'returns for a plan',
      ['plan', 'import', progress('06')],
      1,
      '2023-06.csv是月报清单，不是任务分解表 (plan-is-return)',
    ],
    ['a plan for returns', ['progress', 'import', changedPlan], 1, '调整.txt是任务分解表，不是月报'],
    ['returns for a folder of files', ['progress', 'import', progress('06'), '--to', seedsFolder], 2, '请把月报放入'],
    ['a plan for a folder of files', ['plan', 'import', changedPlan, '--to', seedsFolder], 2, '删去 jianbao.yaml 中的'],
    ['a plan of another year', ['plan', 'import', changedPlan, '--year', '2022'], 2, '任务分解表是2023年的'],
    ['a month of another year', ['plan', 'import', changedPlan, '--effective', '2022-07'], 2, '不能从2022-07起施行'],
    ['a figure of nobody', ['explain', '2023-06', '上城', '--from', 'data'], 2, '可以查 全市；市本级、上城区'],
    [
      'a figure of a month without returns',
      ['explain', '2023-12', '上城区', '--from', 'data'],
      1,
      'month-without-returns',
    ],
    ['a version that is none', ['plan', 'diff', '2023/1', '2023/9'], 2, '可选：2023/1'],
    ['a return that is none', [...withdraw, '上城', ...signed], 2, '没有上城2023年5月月报；可撤回的：市本级、上城区'],
    ['a revision that is none', [...withdraw, '上城区', ...signed, '--revision', '2'], 2, '第2版月报；可撤回的：1'],
    ['to withdraw without a reason', [...withdraw, '上城区', '--by', '督查室联络员'], 2, '须有撤回人和理由'],
    [
      'to withdraw a file',
      [...withdraw, '上城区', ...signed, '--from', seedsFolder],
      2,
      `月报就是 ${join(seedsFolder, 'progress')} 中的文件，要撤回，删去那份文件`,
    ],
  ])('refuses %s', async (_, args, code, words) => {
    const { status, said } = await run(...args);
    expect([status, said]).toEqual([code, expect.stringContaining(words)]);
  });

  it('withdraws a return that was stored by mistake, and keeps it', async () => {
    const done = await run(...withdraw, '上城区', ...signed);
    expect(done).toMatchObject({
      status: 0,
      stdout: '已撤回上城区2023年5月月报第1版，原件保留；该单位这个月按未报送处理\n',
    });
    expect((await run(...withdraw, '上城区', ...signed)).said).toContain('月报已由督查室联络员于');
    // The same list still has it: it does not slip in again.
    const again = await run('progress', 'import', progress('05'));
    expect([again.status, again.stdout]).toEqual([
      0,
      expect.stringContaining('有 1 份与此前撤回的相同，没有存入；确要重新采用，加 --readmit'),
    ]);
    expect(again.stdout).toMatch(/上城区 .*此前已撤回，未存入（第1版）（督查室联络员，\d{4}年.*：误报）/);
    const explained = await run('explain', '2023-05', '上城区', '13.1', '--from', 'data');
    expect(explained.stdout).toMatch(/累计完成 +未报送/);
    expect(explained.stdout).toMatch(
      /上城区月报第1版（已撤回：误报；督查室联络员，\d{4}年.*日） +\d+人次\n.*2023-05\.csv/,
    );
    expect((await run('explain', '2023-05', '全市', '--from', 'data')).stdout).toContain('上城区月报第1版（已撤回');

    const readmitted = await json('progress', 'import', progress('05'), '--readmit');
    const own = readmitted.returns.find(({ reporter }: { reporter: string }) => reporter === '上城区');
    expect(own).toMatchObject({ outcome: 'stored', revision: 2, counts: 2 });
    const list = await run('progress', 'list', '--month', '2023-05', '--reporter', '上城区');
    expect(list.stdout.split('\n').slice(2, -1)).toEqual([
      expect.stringMatching(/^2023-05 +上城区 +1 +已撤回（督查室联络员，.*：误报） +2023-05-31 .* 2023-05\.csv$/),
      expect.stringMatching(/^2023-05 +上城区 +2 +现行 +2023-05-31 .* 2023-05\.csv$/),
    ]);
    expect((await run('audit', '--month', '2023-05')).stdout).toMatch(
      /督查室联络员 +月报撤回 +2023-05\/上城区\/1 +理由：误报/,
    );
  });

  it('stores nothing of a month with an error, or its good entries where that is accepted', async () => {
    const refused = await json('progress', 'import', progress('08'));
    expect(refused).toMatchObject({ ok: false, stored: false });
    expect(refused.diagnostics.map((d: { code: string }) => d.code)).toEqual(['return-unit']);
    expect((await run('progress', 'import', progress('08'))).status).toBe(1);
    const accepted = await run('progress', 'import', progress('08'), '--accept-partial');
    expect([accepted.status, accepted.stdout]).toEqual([0, expect.stringContaining('有 1 个文件的错误之处没有存入')]);
    const report = await json(
      'report',
      '--month',
      '2023-08',
      '--from',
      'data',
      '--district',
      '临平区',
      '--format',
      'html',
      '--out',
      'august',
    );
    expect(report.diagnostics.map((d: { code: string }) => d.code)).toEqual(
      expect.arrayContaining(['return-unit', 'return-incomplete']),
    );
  });
});

describe('a plan that is changed in mid-year', () => {
  const briefing = async (month: string, out: string) => {
    const { status } = await run(
      'report',
      '--month',
      `2023-0${month}`,
      '--from',
      'year',
      '--format',
      'html',
      '--district',
      '上城区',
      '全市',
      '--out',
      out,
    );
    expect(status).toBe(0);
    return ['上城区', '全市'].map((name) =>
      readFileSync(join(work, out, name, `${name}-2023年${month}月民生实事简报.html`), 'utf8'),
    );
  };
  const manifestOf = (out: string) => JSON.parse(readFileSync(join(work, out, 'manifest.json'), 'utf8'));

  it('holds from its month on, and leaves the briefings before as they were', async () => {
    const plan = join(seedsFolder, planFile.name);
    expect((await run('plan', 'import', plan, '--to', 'year')).stdout).toContain(
      '已存入任务分解表 2023/1，自 2023-01 起施行',
    );
    expect(
      (await run('progress', 'import', ...['01', '02', '03', '04', '05', '06', '07'].map(progress), '--to', 'year'))
        .status,
    ).toBe(0);
    const [june, july] = [await briefing('6', 'june-before'), await briefing('7', 'july-before')];

    const changed = await run(
      'plan',
      'import',
      changedPlan,
      '--to',
      'year',
      '--effective',
      '2023-07',
      '--document',
      '杭政办函〔2023〕45号',
    );
    expect(changed.stdout).toContain('已存入任务分解表 2023/2，自 2023-07 起施行');
    expect(changed.stdout).toMatch(/13\.1 .*分解数 +上城区 +18600人次 +20000人次/);

    expect(await briefing('6', 'june-after')).toEqual(june);
    expect(manifestOf('june-after')).toEqual(manifestOf('june-before'));
    const after = await briefing('7', 'july-after');
    expect(after).not.toEqual(july);
    for (const html of july) expect(html).not.toContain('20000人次');
    for (const html of after) expect(html).toContain('20000人次');
    for (const html of [...june, ...july]) expect(html).toContain('18600人次');
  });

  it('is compared with the version before as a table, and as JSON', async () => {
    const table = await run('plan', 'diff', '2023/1', '2023/2', '--from', 'year');
    expect(table.status).toBe(0);
    const lines = table.stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('原：2023/1 2023年市政府民生实事项目区、县（市）任务分解表，自 2023-01 起施行');
    expect(lines[1]).toMatch(/^现：2023\/2 .*，自 2023-07 起施行，杭政办函〔2023〕45号$/);
    expect(lines[2]).toMatch(/^编号 +任务 +变动 +列 +原 +现$/);
    expect(lines.slice(4).map((line) => line.split(/ {2,}/).slice(-3).join(' '))).toEqual([
      expect.stringContaining('19.09万人次'),
      expect.stringContaining('量化目标 189500人次 190900人次'),
      '上城区 18600人次 20000人次',
    ]);
    const compared = await json('plan', 'diff', '2023/1', '2023/2', '--from', 'year');
    expect(compared.after).toMatchObject({
      plan: '2023/2',
      effective: '2023-07',
      documentNumber: '杭政办函〔2023〕45号',
      source: '调整.txt',
    });
    expect(
      compared.changes
        .map(({ kind, target, column, before, after }: Record<string, string>) => [kind, target, column, before, after])
        .slice(1),
    ).toEqual([
      ['quantity', '13.1', null, '189500人次', '190900人次'],
      ['allocation', '13.1', '上城区', '18600人次', '20000人次'],
    ]);
    const files = await json('plan', 'diff', join(seedsFolder, planFile.name), changedPlan);
    expect(files.changes).toEqual(compared.changes);
    expect(files.before.effective).toBeNull();
    expect((await run('plan', 'diff', changedPlan, changedPlan)).stdout).toContain('两版任务相同');
  });

  it('refuses a form that was made before it, where the form is for a month in which it holds', async () => {
    const args = ['forms', '--month', '2023-07', '--district', '上城区', '富阳区'];
    expect((await run(...args, '--from', join(seedsFolder), '--out', 'old')).status).toBe(0);
    const folder = join(work, 'old');
    for (const name of ['上城区', '富阳区'])
      await fillForm(join(folder, `区县/${name}-2023年7月民生实事项目进展月报表.xlsx`));
    const refused = await json('progress', 'import', folder, '--to', 'year');
    expect(
      refused.diagnostics.map((d: { code: string; message: string }) => [d.code, d.message.replace(/^.*：/, '')]),
    ).toEqual([
      ['form-plan-differs', '制表依据第1版，当月施行第2版（杭政办函〔2023〕45号），本单位任务有变化'],
      ['form-plan-differs', '制表依据第1版，当月施行第2版（杭政办函〔2023〕45号），本单位任务没有变化'],
    ]);
    expect((await run(...args, '--from', 'year', '--out', 'new')).status).toBe(0);
    for (const name of ['上城区', '富阳区'])
      await fillForm(join(work, `new/区县/${name}-2023年7月民生实事项目进展月报表.xlsx`), (task) => task);
    const { returns } = await json('progress', 'import', join(work, 'new'), '--to', 'year');
    expect(returns.map((one: Record<string, unknown>) => [one['reporter'], one['outcome'], one['revision']])).toEqual([
      ['上城区', 'revised', 2],
      ['富阳区', 'revised', 2],
    ]);
  });
});

describe('an import that is killed', () => {
  it('has stored all of its files or none, and is simply done again', async () => {
    const plan = join(seedsFolder, planFile.name);
    const files = ['01', '02', '03', '04', '05', '06'].map(progress);
    const contents = async (place: string) => {
      const store = await openStore(join(work, place, 'jianbao.db'), { now: '2023-07-03T00:00:00.000Z' });
      const all = await store.returns({});
      await store.close();
      return all.map(({ provenance, ...one }) => ({ ...one, content: provenance.content }));
    };
    for (const place of ['whole', 'killed']) expect((await run('plan', 'import', plan, '--to', place)).status).toBe(0);
    const started = performance.now();
    expect(launched(['progress', 'import', ...files, '--to', 'whole'], work).status).toBe(0);
    const took = performance.now() - started;
    const whole = await contents('whole');
    expect(whole.length).toBeGreaterThan(80);
    for (let kill = 1; kill <= 4; kill += 1) {
      const child = spawn(process.execPath, [cli, 'progress', 'import', ...files, '--to', 'killed'], {
        cwd: work,
        env: { ...process.env, DATABASE_URL: '' },
        stdio: 'ignore',
      });
      await new Promise((resolve) => setTimeout(resolve, (took * (kill + 1)) / 6));
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
      const left = await contents('killed');
      expect([0, whole.length]).toContain(left.length);
    }
    expect((await run('progress', 'import', ...files, '--to', 'killed')).status).toBe(0);
    expect(await contents('killed')).toEqual(whole);
  });
});
