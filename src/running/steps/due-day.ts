import { dayIn, nextPeriod, type Period } from '../../model/period.ts';
import type { Office } from '../../office/office.ts';

/** The day by which a month's returns are due (报送期限), as its forms name it: an ISO date. */
export function dueDay({ config }: Office, period: Period): string {
  return dayIn(nextPeriod(period), config.settings.returnDay);
}

/** The day at which a month's figures end (数据截止日期): an ISO date. */
export function cutoffDay({ config }: Office, period: Period): string {
  return dayIn(period, config.settings.cutoffDay);
}
