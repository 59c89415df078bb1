import { uptime } from 'node:os';
import { chinaDate, chinaTime } from '../model/china-time.ts';
import type { Message } from '../model/language.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { Office } from '../office/office.ts';
import { everyStep } from '../store/ledger/runs.ts';
import type { Log } from './log.ts';
import { reasonOf } from './reason-of.ts';
import { tellClock } from './tell-troubles.ts';

/** Who pauses the schedule when the clock was set ahead. */
export const clockWatcher = '时钟检查';

/** Milliseconds; what a time server sets right by and by is less. */
const tolerance = 60 * 60_000;

/** A program's look at the clock, from tick to tick. */
export interface ClockWatch {
  /** What time it is by the machine's uptime, ISO UTC, where the clock stands more than an hour ahead of that; null elsewhere, and at the first look. */
  expected(now: string): string | null;
  /** The clock is taken as it is from here on. */
  take(now: string): void;
}

/** `seconds` is how long the machine is up, its sleep included, which no clock that is set changes. */
export function watchClock(seconds: () => number = uptime): ClockWatch {
  let last: { readonly time: number; readonly up: number } | null = null;
  return {
    expected(now) {
      if (last === null) return null;
      const expected = last.time + (seconds() - last.up) * 1000;
      return Date.parse(now) - expected > tolerance ? new Date(expected).toISOString() : null;
    },
    take(now) {
      last = { time: Date.parse(now), up: seconds() };
    },
  };
}

/**
 * Pauses all steps where the clock was set ahead since the last look, and tells the office: by a clock that is wrong, mails would leave days
 * early. Pause and letter bear the time that it should be. StoreError.
 */
export async function holdIfSetAhead(office: Office, watch: ClockWatch, now: string, log: Log): Promise<void> {
  const expected = watch.expected(now);
  if (expected !== null) {
    const because = setAhead(now, expected);
    // Where a person had paused them, it is told when that pause ends.
    if (!(await office.store.ledger.runs.pause(everyStep, clockWatcher, because['zh-CN'], expected))) return;
    log.error({ now, expected }, because['zh-CN']);
    const period = parsePeriod(chinaDate(expected).slice(0, 7)) as Period;
    await tellClock(office, { period, reason: because, now: expected }).catch((error: unknown) =>
      log.error({ reason: reasonOf(error)['zh-CN'] }, 'trouble not told'),
    );
  }
  watch.take(now);
}

function setAhead(now: string, expected: string): Message {
  return {
    'zh-CN': `电脑时钟突然拨快，显示 ${chinaTime(now)}，按开机时间推算应为 ${chinaTime(expected)}；请核对时钟，不对的先改正，再恢复（虚拟机暂停过也会这样）`,
    en: `the clock was set ahead: it shows ${chinaTime(now)}, by the machine's uptime it is ${chinaTime(expected)}; check it, set it right if it is wrong, then resume (a virtual machine that was paused shows the same)`,
  };
}
