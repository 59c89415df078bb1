import { yearView } from '../calendar/year-view.ts';
import { print, printDiagnostics } from '../cli/output.ts';
import { chinaDate } from '../model/china-time.ts';
import { type Period, yearOf } from '../model/period.ts';
import { calendarOf } from '../office/own-calendar.ts';
import { officeAt, officeFolder } from '../sources/open-source.ts';
import { monthJson, monthLines, monthPlan } from './calendar-month.ts';
import { yearLines } from './calendar-year.ts';
import type { Desk, Registers } from './desk.ts';
import { monthFlag, yearFlag } from './flags.ts';

interface CalendarFlags {
  readonly month?: Period;
  readonly year?: number;
  readonly from: string;
}

export const registerCalendar: Registers = (program, desk) => {
  program
    .command('calendar')
    .description('工作日、放假调休，一个月的各步落在哪一天 (workdays, and when the steps of a month fall)')
    .option('--month <YYYY-MM>', '报告月份，默认为当月 (report month whose steps to show)', monthFlag)
    .option('--year <YYYY>', '列出这一年的放假和调休 (days off and make-up workdays of a year)', yearFlag)
    .option('--from <place>', '数据文件夹、数据库文件或 postgresql:// 地址 (data folder or database)', officeFolder)
    .option('--json', '以 JSON 输出结果 (machine-readable result)')
    .action((flags: CalendarFlags) => run(flags, desk));
};

/** Ends with 1 where a step of the month cannot be dated, or the steps never come in their order. */
async function run({ from, ...flags }: CalendarFlags, desk: Desk): Promise<void> {
  const { language, json } = desk.voice();
  const { folder, config } = await officeAt(from);
  const calendar = await calendarOf(folder, config);
  const asked = flags.year !== undefined || flags.month !== undefined;
  const current = chinaDate(desk.now()).slice(0, 7) as Period;
  const period = asked ? (flags.month ?? null) : current;
  // Without a schedule there is nothing to see of a month.
  const year = asked || config.schedule !== undefined ? flags.year : yearOf(current);
  const view = year === undefined ? null : yearView(year, calendar);
  const plan = period === null ? null : monthPlan(period, config, calendar);
  const ok =
    plan === null || (plan.undated.length === 0 && plan.problems.every(({ severity }) => severity !== 'error'));
  if (!ok) desk.end(1);
  if (json) {
    const said = { ok, years: calendar.years, ...(view === null ? {} : { year: { year, ...view } }) };
    print(JSON.stringify({ ...said, ...(plan === null ? {} : { month: monthJson(plan, language) }) }, null, 2));
    return;
  }
  if (year !== undefined && view !== null) for (const line of yearLines(year, view, calendar, language)) print(line);
  if (plan === null) return;
  if (view !== null) print('');
  for (const line of monthLines(plan, calendar, language)) print(line);
  printDiagnostics(plan.problems, language, { tally: false });
}
