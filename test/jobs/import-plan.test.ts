import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { typed } from '../support/command.ts';

const work = mkdtempSync(join(tmpdir(), 'jianbao-import-plan-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (...args: string[]) => typed(args, work);
const head = '某市2024年民生实事项目任务分解表\n序号\t项目名称\t量化目标\t牵头单位\t市本级\t甲区\t乙县';

/** An office for which a sum that does not agree stops a month, and its plan with two of them. */
describe('a plan with errors that are for a person to decide on', () => {
  mkdirSync(join(work, '办'));
  writeFileSync(join(work, '办/jianbao.yaml'), 'settings:\n  checks: { allocation-sum: error }\n');
  const rows = (roads: string) => ['1\t建桥60座\t60座\t甲局\t20座\t20座\t10座', `2\t修路${roads}`];
  const plan = (name: string, roads: string) => writeFileSync(join(work, name), [head, ...rows(roads)].join('\n'));
  plan('原.txt', '90公里\t90公里\t乙局\t30公里\t30公里\t20公里');
  plan('改.txt', '90公里\t90公里\t乙局\t30公里\t30公里\t25公里');
  const sign = ['--by', '督查室联络员', '--because', '甲局核实', '--from', '办'];

  it('is stored, so that somebody can, and keeps the month back until then', async () => {
    const stored = await run('plan', 'import', '原.txt', '--to', '办');
    expect([stored.status, stored.stdout]).toEqual([0, expect.stringContaining('已存入任务分解表 2024/1')]);
    const commands = stored.stdout.split('\n').filter((line) => line.startsWith('  jianbao decide '));
    expect(commands.map((line) => line.trim())).toEqual([
      'jianbao decide allocation-sum 1.1 --month 2024-01 --from 办',
      'jianbao decide allocation-sum 2.1 --month 2024-01 --from 办',
    ]);
    expect((await run('forms', '--month', '2024-01', '--from', '办')).status).toBe(1);
    const [bridges = '', roads = ''] = commands.map((line) => line.trim().replace('jianbao ', ''));
    for (const line of [bridges, `${roads} --correct 80`])
      expect((await run(...line.split(' '), ...sign)).status).toBe(0);
    expect((await run('forms', '--month', '2024-01', '--from', '办')).status).toBe(0);
  });

  it('is told with what was decided, also in a later version', async () => {
    const again = await run('plan', 'import', '原.txt', '--to', '办');
    expect(again.stdout).toContain('与已有的 2024/1');
    expect(again.stdout).not.toContain('须由人定夺');
    expect(again.stderr).toContain('→ 处理意见 2024-1：按原表列示（甲局核实');
    expect(again.stderr).toContain('目标2.1量化目标按处理意见由90公里更正为80公里');
    // The bridges are as they were; the roads as corrected do not add up with their new figures.
    const { undecided, version, diagnostics } = JSON.parse(
      (await run('plan', 'import', '改.txt', '--to', '办', '--effective', '2024-07', '--json')).stdout,
    );
    expect([version, undecided]).toEqual(['2024/2', 1]);
    const errors = diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.map(({ about }: { about: unknown }) => about)).toEqual([{ target: '2.1' }]);
  });
});
