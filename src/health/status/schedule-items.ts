import { chinaTime } from '../../model/china-time.ts';
import { clockWatcher } from '../../running/clock-watch.ts';
import { resumeCommand } from '../../running/reasons.ts';
import { restoring } from '../../store/ledger/after-restore.ts';
import { everyStep, type Pause } from '../../store/ledger/runs.ts';
import type { Facts, LateMonth } from './facts.ts';
import { few, fewOf, type Item, item } from './item.ts';

/** Milliseconds after which a running service would have begun a step. */
const soon = 15 * 60_000;

/** What is the matter with the schedule itself: nobody works it off, it is paused, its time cannot be told. */
export function scheduleItems(facts: Facts): Item[] {
  return [
    ...overdue(facts),
    ...missed(facts),
    ...undated(facts),
    ...facts.pauses.map(paused),
    ...corrected(facts),
    ...unscheduled(facts),
  ];
}

function overdue({ due, pauses, now }: Facts): Item[] {
  const held = new Set(pauses.map(({ step }) => step));
  const open = held.has(everyStep) ? [] : due.filter(({ name }) => !held.has(name));
  const late = open.filter((step) => Date.parse(now) - Date.parse(step.due) > soon);
  const [first] = late;
  if (first === undefined)
    return open.map(({ period, name }) =>
      item('wait', 'step-due', period, { zh: `${period} ${name} 刚到时间`, en: `${period} ${name} is due just now` }),
    );
  const which = `${first.period} ${first.name}`;
  const time = chinaTime(first.due);
  return [
    item(
      'act',
      'not-served',
      first.period,
      {
        zh: `${late.length} 步已到时间还没有办，最早的是 ${which}（${time}）：服务没有在运行`,
        en: `${late.length} steps are due and were not begun, the first of them ${which} (${time}): the service is not running`,
      },
      ['jianbao serve', 'jianbao serve --once'],
    ),
  ];
}

/** Whatever the reason, nobody wants the reminders of a year at once. */
function missed({ missed: months }: Facts): Item[] {
  const [first] = months;
  if (first === undefined) return [];
  const names = months.map(({ period }) => period);
  return [
    item(
      'act',
      'month-missed',
      first.period,
      {
        zh: `${few(names, 3)} 错过太久，一步也没有办过，不再自动补办：要办的先办第一步，其余各步随后自动办理；不办的，把 schedule.since 改为以后的月份，或逐步 skip`,
        en: `${fewOf(names, 3)} were missed long ago and are not begun by themselves: do the first step, and the others follow; or set schedule.since to a later month, or skip the steps`,
      },
      [`jianbao schedule run ${first.step} --month ${first.period} --by 姓名`],
    ),
  ];
}

function undated({ undated: steps }: Facts): Item[] {
  const [first] = steps;
  if (first === undefined) return [];
  const names = steps.map(({ period, name }) => `${period} ${name}`);
  return [
    item('act', 'step-undated', first.period, {
      zh: `${few(names, 3)} 定不下时间：${first.reason['zh-CN']}`,
      en: `${fewOf(names, 3)} cannot be dated: ${first.reason.en}`,
    }),
  ];
}

/** A restored backup holds everything until a person has looked at what it does not know, a clock that was set ahead until one has looked at it. */
function paused({ step, by, because, at }: Pause): Item {
  const what = step === everyStep ? { zh: '全部步骤', en: 'all steps' } : { zh: step, en: step };
  return item(
    by === restoring || by === clockWatcher ? 'act' : 'know',
    'paused',
    null,
    {
      zh: `${what.zh}已由${by}于 ${chinaTime(at)} 暂停：${because}`,
      en: `${what.en} paused by ${by} at ${chinaTime(at)}: ${because}`,
    },
    [resumeCommand(step)],
  );
}

/** Returns that came after publication are in no briefing until somebody makes a correction; one that is made waits in its month. */
function corrected({ late, months }: Facts): Item[] {
  const made = (of: LateMonth) =>
    months.some(({ period, editions }) => {
      if (period !== of.period) return false;
      return editions.some(({ number, state }) => number > of.number && (state === 'checked' || state === 'signed'));
    });
  return late
    .filter((of) => !made(of))
    .map(({ period, changes }) =>
      item(
        'act',
        'late-inputs',
        period,
        {
          zh: `${period} 印发以后又有变化，尚未更正：${few(
            changes.map((one) => one['zh-CN']),
            3,
          )}`,
          en: `${period} was published, and since then: ${fewOf(
            changes.map((one) => one.en),
            3,
          )}`,
        },
        [`jianbao sign draft --month ${period} --correction --reason 原因`],
      ),
    );
}

function unscheduled({ scheduled }: Facts): Item[] {
  if (scheduled) return [];
  return [
    item('know', 'no-schedule', null, {
      zh: 'jianbao.yaml 中没有 schedule 一节，不会按月自动运行',
      en: 'jianbao.yaml has no section schedule: no month runs by itself',
    }),
  ];
}
