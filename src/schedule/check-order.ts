import { chinaTime } from '../model/china-time.ts';
import { type Diagnostic, defineProblem } from '../model/diagnostic.ts';
import { nextPeriod, type Period, periodOf } from '../model/period.ts';
import { type ScheduleSettings, stepKinds } from '../model/schedule-settings.ts';
import { type Almanac, type PlannedStep, planMonth, stepRules } from './month-steps.ts';

interface Case extends Record<string, string> {
  before: string;
  after: string;
  month: string;
  beforeAt: string;
  afterAt: string;
  months: string;
  checked: string;
}

const hint = {
  'zh-CN':
    '后一步总要等前一步办完。请修改 jianbao.yaml 中 schedule 的时间，都从同一个日子算起（如报送期限顺延后几个工作日）就不会颠倒。',
  en: 'The later step waits for the earlier one anyway. Change their times under schedule in jianbao.yaml; counted from the same day (such as 报送期限顺延后2个工作日), they never change places.',
};

const zhCase = (d: Case) => `${d.month}的 ${d.before}（${d.beforeAt}）晚于 ${d.after}（${d.afterAt}）`;
const enCase = (d: Case) => `in ${d.month}, ${d.before} (${d.beforeAt}) comes after ${d.after} (${d.afterAt})`;

/** In some months two steps change places; the later one waits. */
export const stepsCross = defineProblem<Case>('schedule-steps-cross', 'warning', {
  'zh-CN': (d) => ({ message: `${zhCase(d)}；所查${d.checked}个月中有${d.months}个月如此`, hint: hint['zh-CN'] }),
  en: (d) => ({ message: `${enCase(d)}; so it is in ${d.months} of the ${d.checked} months checked`, hint: hint.en }),
});

/** Two steps stand in the wrong order in all months: their times never hold. */
export const stepsReversed = defineProblem<Case>('schedule-steps-reversed', 'error', {
  'zh-CN': (d) => ({ message: `${zhCase(d)}，所查${d.checked}个月都是如此`, hint: hint['zh-CN'] }),
  en: (d) => ({ message: `${enCase(d)}, and so it is in all ${d.checked} months checked`, hint: hint.en }),
});

/** Two points of time of a month, the first of which must not come after the second. */
interface Pair {
  readonly before: string;
  readonly after: string;
  readonly beforeAt: string;
  readonly afterAt: string;
}

/**
 * Steps that are due after those that build on them, in the months from `since` on, and in the last two years that the calendar
 * covers at least. Months whose steps cannot be dated are not checked.
 */
export function orderProblems(schedule: ScheduleSettings, by: Almanac): Diagnostic[] {
  const rules = stepRules(schedule);
  const months = monthsToCheck(schedule.since as Period, by.calendar.years)
    .map((period) => ({ period, ...planMonth(rules, period, by) }))
    .filter(({ undated }) => undated.length === 0)
    .map(({ period, steps }) => ({ period, pairs: pairsOf(steps) }));
  const reversed = new Map<string, { first: Pair & { period: Period }; count: number }>();
  for (const { period, pairs } of months)
    for (const pair of pairs.filter(({ beforeAt, afterAt }) => beforeAt > afterAt)) {
      const key = `${pair.before} ${pair.after}`;
      const { first, count } = reversed.get(key) ?? { first: { ...pair, period }, count: 0 };
      reversed.set(key, { first, count: count + 1 });
    }
  return [...reversed.values()].map(({ first, count }) =>
    (count === months.length ? stepsReversed : stepsCross)(
      {
        before: first.before,
        after: first.after,
        month: first.period,
        beforeAt: chinaTime(first.beforeAt),
        afterAt: chinaTime(first.afterAt),
        months: String(count),
        checked: String(months.length),
      },
      null,
    ),
  );
}

function monthsToCheck(since: Period, years: readonly number[]): Period[] {
  const last = years.at(-1);
  if (last === undefined) return [];
  const recent = periodOf(last - 1, 1);
  const months: Period[] = [];
  for (let period = since < recent ? since : recent; period <= periodOf(last, 12); period = nextPeriod(period))
    months.push(period);
  return months;
}

/** Each step with those of the next kind that the schedule has. */
function pairsOf(steps: readonly PlannedStep[]): Pair[] {
  const kinds = stepKinds.filter((kind) => steps.some(({ does }) => does === kind));
  const chain = kinds
    .slice(1)
    .flatMap((kind, index) =>
      steps
        .filter(({ does }) => does === kinds[index])
        .flatMap((before) => steps.filter(({ does }) => does === kind).flatMap((after) => pairOf(before, after))),
    );
  return [...chain, ...steps.flatMap(waitOf)];
}

/** A reminder is of use as long as the month is not closed: with `wait` up to the last date, with `hold` until a person decides. */
function pairOf(before: PlannedStep, after: PlannedStep): Pair[] {
  const reminds = before.does === 'remind' && after.does === 'close';
  if (reminds && after.settings.missing === 'hold') return [];
  const afterAt = reminds ? (after.until ?? after.due) : after.due;
  return [{ before: before.name, after: after.name, beforeAt: before.due, afterAt }];
}

function waitOf({ name, due, until }: PlannedStep): Pair[] {
  return until === null ? [] : [{ before: name, after: 'until', beforeAt: due, afterAt: until }];
}
