import { chinaDate } from '../../model/china-time.ts';
import { calendarOf } from '../../office/own-calendar.ts';
import { type Exam, fine, note, wrong } from './exam.ts';

/** From this month on the next year is asked for: its notice comes out in autumn, and December's briefings are due in January. */
const askedFrom = 10;

/** The calendar: it knows this year, and the next one before it begins. */
export const calendarYears: Exam = {
  name: 'calendar',
  title: { 'zh-CN': '工作日历', en: 'calendar' },
  async examine({ folder, config, now }) {
    if (config === null) return [];
    const { years } = await calendarOf(folder, config);
    const [year = 0, month = 0] = chinaDate(now).split('-').map(Number);
    const remedy = {
      'zh-CN': '请更新程序，或按国务院办公厅的通知写入 calendar 所指的工作日历文件',
      en: 'update the program, or write the State Council’s notice into the file that calendar names',
    };
    if (!years.includes(year))
      return [
        wrong(
          { 'zh-CN': `没有 ${year} 年的放假安排，推算不出工作日`, en: `the days off of ${year} are not known` },
          remedy,
        ),
      ];
    if (!years.includes(year + 1) && month >= askedFrom)
      return [
        note(
          {
            'zh-CN': `还没有 ${year + 1} 年的放假安排，12月的简报要在次年1月办理`,
            en: `the days off of ${year + 1} are not known yet, and the briefings of December are due in January`,
          },
          remedy,
        ),
      ];
    const span = `${years[0]}–${years.at(-1)}`;
    return [fine(`放假安排已有 ${span} 年`, `days off are known for ${span}`)];
  },
};
