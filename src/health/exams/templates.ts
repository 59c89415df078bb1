import { join } from 'node:path';
import { briefings } from '../../briefings/index.ts';
import { ownTemplates, readHouseStyle, templateOf, themeOf } from '../../house-style.ts';
import { type Exam, fine } from './exam.ts';

/** The templates: every one compiles, those of mails too. What is wrong is thrown, with file and line. */
export const templates: Exam = {
  name: 'templates',
  title: { 'zh-CN': '模板', en: 'templates' },
  async examine({ folder, config }) {
    const place = config?.templates === undefined ? ownTemplates : join(folder, config.templates);
    const style = await readHouseStyle(place);
    const theme = themeOf(style, place);
    for (const briefing of briefings) templateOf(style, theme, briefing);
    const whose = config?.templates === undefined ? ['程序自带的', 'the program’s'] : ['本单位的', 'the office’s own'];
    return [fine(`${whose[0]}模板无误`, `${whose[1]} templates are right`)];
  },
};
