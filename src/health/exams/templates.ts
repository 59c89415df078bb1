import { join } from 'node:path';
import { briefings } from '../../briefings/index.ts';
import { ownTemplates, readHouseStyle, templateOf, themeOf } from '../../house-style/house-style.ts';
import { loadLetters } from '../../house-style/mail-templates.ts';
import { type Exam, fine } from './exam.ts';

/** The templates: every one compiles, those of mails too. What is wrong is thrown, with file and line. */
export const templates: Exam = {
  name: 'templates',
  title: { 'zh-CN': '模板', en: 'templates' },
  async examine({ folder, config }) {
    const own = config?.templates === undefined ? null : join(folder, config.templates);
    const place = own ?? ownTemplates;
    const style = await readHouseStyle(place);
    const theme = themeOf(style, place);
    for (const briefing of briefings) templateOf(style, theme, briefing);
    const { fromProgram } = await loadLetters(own);
    if (own === null) return [fine('程序自带的模板无误', 'the program’s templates are right')];
    if (fromProgram.length === 0) return [fine('本单位的模板无误', 'the office’s own templates are right')];
    const count = String(fromProgram.length);
    return [
      fine(
        `本单位的模板无误；邮件模板有 ${count} 个用程序自带的`,
        `the office’s own templates are right; ${count} of mails are the program’s`,
      ),
    ];
  },
};
