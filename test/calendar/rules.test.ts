import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officeCalendar } from '../../src/calendar/office-calendar.ts';
import { parseRule } from '../../src/calendar/parse-rule.ts';
import type { Rule } from '../../src/calendar/rule.ts';
import { earliestDay, ruleDay } from '../../src/calendar/rule-day.ts';
import { ruleText } from '../../src/calendar/rule-text.ts';
import { UsageError } from '../../src/model/errors/usage-error.ts';
import { nextPeriod, type Period, periodOf } from '../../src/model/period.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { anyDayRule, anyRule, respelt } from './any-rule.ts';

const calendar = officeCalendar(null);
const settings = settingsSchema.parse({});

function read(text: string): Rule {
  const parsed = parseRule(text);
  if ('problem' in parsed) throw new Error(parsed.problem['zh-CN']);
  return parsed.rule;
}

function problemWith(text: string): string {
  const parsed = parseRule(text);
  return 'problem' in parsed ? parsed.problem['zh-CN'] : `read as ${ruleText(parsed.rule)}`;
}

describe('a rule in words', () => {
  it.each([
    ['次月5日顺延 09:00', '次月5日顺延 09:00'],
    ['次月５日（遇节假日顺延）９：００', '次月5日顺延 09:00'],
    ['本月二十五号 17:00', '本月25日 17:00'],
    ['本月三十一日提前17:30', '本月31日提前 17:30'],
    ['当月最后一个工作日 9:30', '本月最后一个工作日 09:30'],
    ['下个月第二个工作日 09:00', '次月第2个工作日 09:00'],
    ['本月倒数第三个工作日 09:00', '本月倒数第3个工作日 09:00'],
    ['本月倒数第1个工作日 09:00', '本月最后一个工作日 09:00'],
    ['截止日期前三个工作日 09:00', '截止日期前3个工作日 09:00'],
    ['报送期限后两个工作日 00:00', '报送期限后2个工作日 00:00'],
    ['印发日期 23:59', '印发日期 23:59'],
    ['报送期限 顺延 后1个工作日 09:00', '报送期限顺延后1个工作日 09:00'],
    ['次月10日后十一个工作日 09:00', '次月10日后11个工作日 09:00'],
  ])('%s is %s', (text, canonical) => {
    expect(ruleText(read(text))).toBe(canonical);
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(read(ruleText(rule))).toEqual(rule);
      }),
    );
  });

  it('is the same in every spelling', () => {
    const picks = fc.infiniteStream(fc.nat({ max: 1000 }));
    fc.assert(
      fc.property(anyRule, picks, (rule, stream) => {
        const spelling = respelt(ruleText(rule), (count) => (stream.next().value as number) % count);
        expect(read(spelling), spelling).toEqual(rule);
      }),
    );
  });

  it.each([
    ['次月5日延后 09:00', '中的“延后”看不懂，此处应为顺延、提前、前3个工作日、后1个工作日、时刻 09:00，是否要写“顺延”'],
    ['截至日期前3个工作日 09:00', '是否要写“截止日期”'],
    ['上报期限后1个工作日 09:00', '是否要写“报送期限”'],
    ['发文日期 09:00', '是否要写“印发日期”'],
    ['本月底 17:00', '是否要写“最后一个工作日”'],
    ['截止日期提前3个工作日 09:00', '中的“提前3个工作日”看不懂，此处应为前3个工作日'],
    ['报送期限推迟两个工作日 09:00', '此处应为后两个工作日'],
    ['下下月5日 09:00', '此处应为本月、次月、截止日期、报送期限、印发日期（例如：次月5日顺延 09:00）'],
    ['每月5日 09:00', '中的“每月5日”看不懂'],
    ['次月5日顺延', '没有写完，后面应有时刻 09:00'],
    ['次月5日顺延 9点', '中的“9点”看不懂'],
    ['次月5日顺延 24:00', '中的“24:00”看不懂'],
    ['次月5日顺延 09:60', '中的“09:60”看不懂'],
    ['次月0日 09:00', '中的“0日”看不懂，此处应为1–31日'],
    ['次月三十二日 09:00', '此处应为1–31日'],
    ['次月第16个工作日 09:00', '此处应为第1–15个工作日'],
    ['报送期限后0个工作日 09:00', '此处应为后1–31个工作日'],
    ['次月5日提前顺延 09:00', '中的“顺延”看不懂'],
    ['本月最后一个工作日顺延 09:00', '中的“顺延”看不懂，此处应为时刻 09:00'],
    ['09:00', '没有写完，后面应有本月'],
    ['', '没有写完'],
    ['0 9 5 * *', '看不懂'],
  ])('says of %j what is wrong', (text, problem) => {
    expect(problemWith(text)).toContain(problem);
  });

  it('never throws, whatever is written', () => {
    const pieces = [
      '本月',
      '次月',
      '截止日期',
      '第',
      '倒数',
      '最后',
      '个工作日',
      '5',
      '三十',
      '十',
      '日',
      '前',
      '后',
      '顺延',
      '提前',
      ' ',
      '09:00',
      '：',
    ];
    const anyText = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseRule(text);
        if ('rule' in parsed) expect(read(ruleText(parsed.rule))).toEqual(parsed.rule);
        else expect(parsed.problem['zh-CN']).toContain(`“${text}”`);
      }),
    );
  });
});

describe('the day of a rule', () => {
  const day = (text: string, period: Period, days = settings) =>
    ruleDay(read(`${text} 09:00`).day, period, days, calendar);

  it.each([
    ['次月5日', '2023-09', '2023-10-05'],
    ['次月5日顺延', '2023-09', '2023-10-07'],
    ['次月5日提前', '2023-09', '2023-09-28'],
    ['本月25日顺延', '2023-01', '2023-01-28'],
    ['本月25日提前', '2023-06', '2023-06-25'],
    ['本月31日', '2023-02', '2023-02-28'],
    ['本月31日', '2024-02', '2024-02-29'],
    ['次月31日提前', '2023-05', '2023-06-30'],
    ['本月最后一个工作日', '2023-09', '2023-09-28'],
    ['次月第2个工作日', '2023-12', '2024-01-03'],
    ['截止日期前3个工作日', '2023-06', '2023-06-27'],
    ['截止日期前3个工作日', '2023-04', '2023-04-26'],
    ['截止日期', '2023-02', '2023-02-28'],
    ['报送期限', '2023-06', '2023-07-03'],
    ['报送期限后1个工作日', '2023-06', '2023-07-04'],
    ['报送期限后1个工作日', '2023-09', '2023-10-07'],
    ['报送期限顺延后1个工作日', '2023-09', '2023-10-08'],
    ['印发日期', '2023-12', '2024-01-05'],
  ] as const)('%s of %s is %s', (text, period, date) => {
    expect(day(text, period)).toBe(date);
  });

  it('follows the days that the office has set', () => {
    const days = { ...settings, cutoffDay: 25, returnDay: 28, issueDay: 31 };
    expect(day('截止日期', '2023-06', days)).toBe('2023-06-25');
    expect(day('报送期限', '2023-01', days)).toBe('2023-02-28');
    expect(day('印发日期', '2023-03', days)).toBe('2023-04-30');
  });

  const anyPeriod = fc
    .tuple(fc.integer({ min: 2006, max: 2025 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => periodOf(y, m));

  it('is the next month’s later on, and is where the rule says', () => {
    fc.assert(
      fc.property(anyDayRule, anyPeriod, (rule, period) => {
        const date = ruleDay(rule, period, settings, calendar);
        expect(date < ruleDay(rule, nextPeriod(period), settings, calendar)).toBe(true);
        expect(earliestDay(rule, period, settings) <= date).toBe(true);
        if (rule.kind === 'nth' || rule.shift !== 'none' || rule.workdays !== 0)
          expect(calendar.isWorkday(date)).toBe(true);
      }),
    );
  });

  it('needs a year that the calendar covers, and says so', () => {
    const last = calendar.years.at(-1) ?? 0;
    const december = periodOf(last, 12);
    expect(day('本月最后一个工作日', december).slice(0, 7)).toBe(december);
    expect(day('次月5日', december)).toBe(`${last + 1}-01-05`);
    expect(() => day('次月5日顺延', december)).toThrow(UsageError);
    expect(() => day('次月3日提前', december)).toThrow(`没有${last + 1}年`);
  });
});
