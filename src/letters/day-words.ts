import { chinaDate, chinaTime } from '../model/china-time.ts';
import { dateText } from '../model/period.ts';

const weekdays = '日一二三四五六';
const day = 24 * 60 * 60 * 1000;

/** ISO date → `2023年7月3日（星期一）` */
export function dayText(date: string): string {
  return `${dateText(date)}（星期${weekdays[new Date(`${date}T00:00Z`).getUTCDay()]}）`;
}

/** ISO date → `7月3日`, where the year is plain. */
export function shortDayText(date: string): string {
  return dateText(date).replace(/^\d+年/, '');
}

/** ISO UTC time → `7月4日17:00` */
export function momentText(time: string): string {
  return shortDayText(chinaDate(time)) + chinaTime(time).slice(11);
}

/** Days from one ISO date to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / day);
}
