import { parse } from 'yaml';
import { z } from 'zod';
import type { Message } from '../model/language.ts';
import { schemaProblem } from '../model/schema-problem.ts';
import { yamlProblem } from '../model/yaml-problem.ts';
import { datesFrom, isDate, isWeekend, yearOfDate } from './dates.ts';
import { notices, noticeYears } from './state-council.ts';
import { yearsText } from './years-text.ts';

/** An office's own calendar: what it says of single days, and which years it writes down completely. */
export interface OwnDays {
  readonly years: readonly number[];
  /** ISO dates of days off and of make-up workdays, with what they are called. */
  readonly off: ReadonlyMap<string, string>;
  readonly work: ReadonlyMap<string, string>;
}

const entries = z.array(z.string()).default([]);
const schema = z.strictObject({
  /** Years whose days off are all in this file: for a year that the program does not know yet. */
  年份: z.array(z.number().int().min(2000).max(2999)).default([]),
  /** `2027-02-05至2027-02-12 春节` or `2027-01-01 元旦`; the name may be left out. */
  休息日: entries,
  上班日: entries,
});

/** Reads an office's calendar file (YAML), or says the first thing that is wrong with it. */
export function parseOwnDays(text: string): { readonly days: OwnDays } | { readonly problem: Message } {
  let value: unknown;
  try {
    value = parse(text, { stringKeys: true });
  } catch (error) {
    return { problem: yamlProblem(error) };
  }
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) return { problem: schemaProblem(parsed.error) };
  const off = daysIn(parsed.data.休息日, '休息日');
  if ('problem' in off) return off;
  const work = daysIn(parsed.data.上班日, '上班日');
  if ('problem' in work) return work;
  const days = { years: [...new Set(parsed.data.年份)].sort((a, b) => a - b), off: off.days, work: work.days };
  const problem = contradiction(days) ?? unknownYear(days) ?? incompleteYear(days) ?? idleWorkday(days);
  return problem === null ? { days } : { problem };
}

const entryForm = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~|—)\s*(\d{4}-\d{2}-\d{2}))?(?:\s+(\S.*))?$/;
/** Days of one entry: what is longer was typed with a wrong month or year. */
const longest = 31;

function daysIn(lines: readonly string[], ownName: string): { days: Map<string, string> } | { problem: Message } {
  const days = new Map<string, string>();
  for (const line of lines) {
    const [, first = '', last = first, name = ownName] = entryForm.exec(line.normalize('NFKC').trim()) ?? [];
    if (!isDate(first) || !isDate(last))
      return wrong(
        `${ownName}中的“${line}”看不懂；请写成 2027-02-05至2027-02-12 春节 或 2027-01-01 元旦 的样子，日期须存在`,
        `"${line}" under ${ownName} cannot be read; write it like 2027-02-05至2027-02-12 春节 or 2027-01-01 元旦, with dates that exist`,
      );
    const dates = last < first ? [] : datesFrom(first, last);
    if (dates.length === 0 || dates.length > longest)
      return wrong(
        `${ownName}中的“${line}”${last < first ? '起止颠倒' : `长于${longest}天`}，请核对日期`,
        `"${line}" under ${ownName} ${last < first ? 'ends before it begins' : `is longer than ${longest} days`}; check its dates`,
      );
    for (const date of dates) days.set(date, name);
  }
  return { days };
}

function contradiction({ off, work }: OwnDays): Message | null {
  const twice = [...off.keys()].find((date) => work.has(date));
  if (twice === undefined) return null;
  return message(
    `${twice}既写成休息日又写成上班日，请删去其中一处`,
    `${twice} is under 休息日 and under 上班日; delete one of the two`,
  );
}

/** A day in a year that nobody covers would be waited for in vain. */
function unknownYear({ years, off, work }: OwnDays): Message | null {
  const date = [...off.keys(), ...work.keys()].find(
    (one) => !noticeYears.includes(yearOfDate(one)) && !years.includes(yearOfDate(one)),
  );
  if (date === undefined) return null;
  const year = yearOfDate(date);
  return message(
    `写了${date}，但程序没有${year}年的放假安排（已有${yearsText(noticeYears)['zh-CN']}）；请核对年份，或写全${year}年的休息日和上班日，并把${year}列入“年份”`,
    `it has ${date}, but the program does not know the days off of ${year} (known: ${yearsText(noticeYears).en}); check the year, or write down all its days off and make-up workdays and put ${year} under 年份`,
  );
}

/** Statutory days off with fixed dates (全国年节及纪念日放假办法): where one is missing, the year is not written down completely. */
const fixedDays = ['01-01', '05-01', '10-01'];

function incompleteYear({ years, off }: OwnDays): Message | null {
  for (const year of years) {
    if (noticeYears.includes(year)) continue;
    const missing = fixedDays.map((day) => `${year}-${day}`).find((date) => !off.has(date));
    if (missing !== undefined)
      return message(
        `“年份”中有${year}年，但休息日中没有${missing}；请按国务院办公厅的通知写全这一年的休息日和上班日`,
        `it has ${year} under 年份, but not ${missing} under 休息日; write down all days off and make-up workdays of the State Council's notice`,
      );
  }
  return null;
}

/** A make-up workday that would be a workday anyway is a slip of the date, and the day that was meant stays a day off. */
function idleWorkday({ work }: OwnDays): Message | null {
  const date = [...work.keys()].find((one) => !isWeekend(one) && !notices.off.has(one));
  if (date === undefined) return null;
  return message(
    `上班日中的${date}不是周末也不是节假日，本来就上班；请核对日期`,
    `${date} under 上班日 is neither a weekend nor a day off and is worked on anyway; check the date`,
  );
}

function message(chinese: string, english: string): Message {
  return { 'zh-CN': chinese, en: english };
}

function wrong(chinese: string, english: string): { problem: Message } {
  return { problem: message(chinese, english) };
}
