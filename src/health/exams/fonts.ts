import { join } from 'node:path';
import { hashFonts, openFonts, placedFonts } from '../../house-style/fonts.ts';
import { loadTheme, ownTemplates } from '../../house-style/house-style.ts';
import type { Plan } from '../../model/plan.ts';
import { targetsOf } from '../../model/plan.ts';
import { codePointName } from '../../model/text.ts';
import { chooseFaces } from '../../writers/fonts/choose-faces.ts';
import { type Exam, fine, wrong } from './exam.ts';

/** More characters are counted and not named. */
const mostNamed = 8;

/** The fonts: all files of the theme are there, and have every character of the plan. */
export const fonts: Exam = {
  name: 'fonts',
  title: { 'zh-CN': '字体', en: 'fonts' },
  async examine({ folder, config, plan }) {
    const templates = config?.templates === undefined ? ownTemplates : join(folder, config.templates);
    const theme = await loadTheme(templates);
    const digests = Object.entries(await hashFonts(templates, theme)).map(
      ([face, { sha256 }]) => `${face} ${sha256.slice(0, 8)}`,
    );
    const characters = plan === null ? new Set<string>() : charactersOf(plan);
    const used = Object.values(theme.fonts).flatMap(({ face, boldFace }) => [face, boldFace]);
    const wanted = new Map(used.map((face) => [face, characters]));
    const { missing } = await chooseFaces(wanted, openFonts({ theme, fonts: placedFonts(templates, theme) }));
    const lacking = [...new Set([...missing.values()].flatMap((set) => [...set]))];
    if (lacking.length > 0) {
      const named = lacking
        .slice(0, mostNamed)
        .map((one) => `${one}（${codePointName(one)}）`)
        .join('、');
      return [
        wrong(
          {
            'zh-CN': `任务分解表中有 ${lacking.length} 个字没有字体：${named}`,
            en: `no font has ${lacking.length} character(s) of the plan: ${named}`,
          },
          {
            'zh-CN': '请在 theme.yaml 的 faces 中登记有这些字的字体文件，并写进 fallback',
            en: 'name a font file that has them in faces of theme.yaml, and in fallback',
          },
        ),
      ];
    }
    const covered =
      plan === null
        ? ['', '']
        : [`，任务分解表的 ${characters.size} 个字都有`, `, which have all ${characters.size} characters of the plan`];
    return [
      fine(
        `${digests.length} 个字体文件${covered[0]}（${digests.join('，')}）`,
        `${digests.length} font files${covered[1]} (${digests.join(', ')})`,
      ),
    ];
  },
};

/** What a plan prints: names above all, which no other check reads before a month is due. */
function charactersOf({ title, columns, projects, ...plan }: Plan): Set<string> {
  const texts = [
    title,
    ...columns.map(({ name }) => name),
    ...projects.flatMap(({ name }) => name),
    ...targetsOf({ title, columns, projects, ...plan }).flatMap(({ target }) => [target.text, ...target.leadUnits]),
  ];
  return new Set([...texts.join('')].filter((character) => !/\s/.test(character)));
}
