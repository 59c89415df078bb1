import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefings } from '../../src/briefings/index.ts';
import { loadResources, loadTheme, ownTemplates } from '../../src/house-style/house-style.ts';
import { FileError } from '../../src/model/errors/file-error.ts';
import { composeBriefing, loadMonth } from '../../src/month/pipeline.ts';
import { sampleSources } from '../support/plan-2023.ts';
import { templateIn } from '../support/template-in.ts';

let folder: string;
let own: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-theme-'));
  await cp(ownTemplates, folder, { recursive: true });
  own = await readFile(join(folder, 'theme.yaml'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Loads the theme with some words replaced. */
async function changed(...changes: readonly (readonly [from: string, to: string])[]) {
  let text = own;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the theme does not say ${from}`);
    text = text.replace(from, to);
  }
  await writeFile(join(folder, 'theme.yaml'), text);
  return loadTheme(folder);
}

describe('an office changes the theme', () => {
  it('prints the wide annexes on A3 and marks the lights with other signs', async () => {
    const theme = await changed(['wide: { paper: A4', 'wide: { paper: A3'], ['lagging: ▲', 'lagging: ×']);
    const { month } = loadMonth({ ...sampleSources('2023-06'), marks: theme.marks });
    const [briefing] = briefings;
    if (month === null || briefing === undefined) throw new Error('no month');
    const [audience = ''] = briefing.audiences(month);
    const { sections } = composeBriefing(month, briefing, await templateIn(folder, theme, briefing), audience);
    expect(sections.map(({ page }) => page.paper)).toEqual(['A4', 'A3', 'A3', 'A3', 'A3', 'A4', 'A3']);
    expect(JSON.stringify(sections)).toContain('×滞后');
    expect(JSON.stringify(sections)).not.toContain('▲');
  });

  it.each([
    ['paper: A4, orientation: portrait', 'paper: B5, orientation: portrait', '“pages.text.paper”应为以下之一：A4、A3'],
    ['title: 22', 'title: 二号', '“sizes.title”应为数字'],
    ["text: '#000000'", 'text: black', '“colours.text”颜色应写成 #RRGGBB'],
    ['slow: △', 'slow: ○', '“marks”中有两种状态用了同一个符号'],
    ['slow: △', 'slow: △△', '“marks.slow”应为一个字符'],
    ['embedInWord: false', 'embedInWrod: false', '“embedInWrod”这项设置'],
    ['top: 37', 'top: 3', '“margins.top”太小，最小为5'],
    ['pages:', 'pages: [', '括号要成对'],
    ['face: serif-bold', 'face: song', '“fonts.title.face”写的是“song”，但 faces 中没有这个名称'],
    ['fallback: [serif, serif-rare]', 'fallback: [serif, kai]', '“fallback.2”写的是“kai”'],
  ])('is told what is wrong with %s → %s', async (from, to, message) => {
    const error = await changed([from, to]).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(FileError);
    expect((error as FileError).text['zh-CN']).toContain(message);
    expect((error as FileError).text.en).not.toMatch(/\p{Script=Han}/u);
  });
});

describe("an office's own font files", () => {
  const font = async (path: string, face = 'serif') => {
    await changed(['serif: fonts/NotoSerifSC-Regular.ttf', `serif: ${path}`]);
    return (await loadResources(folder)).font(face);
  };

  it('are read from an absolute path and from one that starts at the theme, once', async () => {
    const bytes = await readFile(join(ownTemplates, 'fonts/NotoSansSC-Bold.ttf'));
    expect(Buffer.compare(await font(join(ownTemplates, 'fonts/NotoSansSC-Bold.ttf')), bytes)).toBe(0);
    await writeFile(join(folder, '仿宋.ttf'), bytes);
    expect(Buffer.compare(await font('仿宋.ttf'), bytes)).toBe(0);
    const resources = await loadResources(folder);
    expect(await resources.font('serif')).toBe(await resources.font('serif'));
  });

  it('are named with their path where they are not there', async () => {
    const error = await font('没有.ttf').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FileError);
    expect((error as FileError).text['zh-CN']).toContain(`无法读取文件 ${join(folder, '没有.ttf')}`);
  });
});
