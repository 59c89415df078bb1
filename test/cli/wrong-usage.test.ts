import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { typed } from '../support/command.ts';

const said = async (...words: string[]) => {
  const { status, stderr } = await typed(words, tmpdir());
  return [status, stderr.trimEnd()];
};

describe('what was typed wrong', () => {
  it('is told in the words of the office, with what to do', async () => {
    expect(await said('stauts')).toEqual([2, '没有“stauts”这个命令，是否要写 status']);
    expect(await said('serve', '--onec')).toEqual([2, '没有“--onec”这个选项，是否要写 --once']);
    expect(await said('progress', 'import')).toEqual([2, '还须写明文件或文件夹；加上 --help 可以看用法']);
    expect(await said('schedule', 'run', 'forms')).toEqual([2, '还须写明 --month <YYYY-MM>；加上 --help 可以看用法']);
    expect(await said('schedule', 'list', '--month')).toEqual([
      2,
      '--month <YYYY-MM> 后面没有写内容；加上 --help 可以看用法',
    ]);
    expect(await said('--lang', 'fr', 'status')).toEqual([
      2,
      '--lang <zh-CN|en> 后面写的不在可选之列；加上 --help 可以看用法',
    ]);
    expect((await said('status', '上城区'))[1]).toMatch(/^写多了/);
  });

  it('is told in English where that is asked for, and to machines in JSON', async () => {
    expect(await said('--lang', 'en', 'stauts')).toEqual([2, "unknown command 'stauts'; did you mean status?"]);
    const { status, stdout } = await typed(['verify', '--json'], tmpdir());
    expect([status, JSON.parse(stdout)]).toEqual([2, expect.objectContaining({ ok: false, error: 'UsageError' })]);
  });
});
