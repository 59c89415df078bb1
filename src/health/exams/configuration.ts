import { join } from 'node:path';
import { kindOf } from '../../disk/files.ts';
import { calendarOf } from '../../office/own-calendar.ts';
import { configName, readConfig } from '../../office/own-config.ts';
import { orderProblems } from '../../schedule/check-order.ts';
import { type Exam, type Finding, fine, note, wrong } from './exam.ts';

/** `jianbao.yaml`: it can be read, and what it says of the months goes together. */
export const configuration: Exam = {
  name: 'configuration',
  title: { 'zh-CN': '设置', en: 'settings' },
  async examine({ folder, config }) {
    const path = join(folder, configName);
    if ((await kindOf(path)) !== 'file')
      return [
        note(
          {
            'zh-CN': `没有 ${path}，各项设置均为默认值，不会按月自动运行`,
            en: `there is no ${path}: everything has its default, and no month runs by itself`,
          },
          {
            'zh-CN': '可以用 jianbao init 另建一个文件夹，把其中的 jianbao.yaml 复制过来修改',
            en: 'make another folder with jianbao init and copy its jianbao.yaml',
          },
        ),
      ];
    // Says what is wrong by throwing it.
    if (config === null) await readConfig(folder);
    if (config === null) return [];
    const { schedule, mail } = config;
    const found: Finding[] = [];
    if (schedule === undefined)
      found.push(
        note({
          'zh-CN': '没有 schedule 一节，不会按月自动运行',
          en: 'there is no section schedule: no month runs by itself',
        }),
      );
    else {
      const almanac = { calendar: await calendarOf(folder, config), settings: config.settings };
      for (const { severity, message, hint } of orderProblems(schedule, almanac))
        found.push((severity === 'error' ? wrong : note)(message, hint));
    }
    if (mail === undefined)
      found.push(
        note(
          { 'zh-CN': '没有 mail 一节，不发邮件', en: 'there is no section mail: nothing is mailed' },
          { 'zh-CN': '要发邮件的，写明 mail.from 和 mail.domains', en: 'to mail, state mail.from and mail.domains' },
        ),
      );
    if (found.length > 0 || schedule === undefined) return found;
    const steps = String(Object.keys(schedule.steps).length);
    const { since } = schedule;
    return [
      fine(
        `${configName} 无误，自 ${since} 起按月运行，每月 ${steps} 步`,
        `${configName} is right: months run from ${since} on, ${steps} steps each`,
      ),
    ];
  },
};
