/** A report month, `2023-06`. */
export type Period = `${number}-${number}`;

const form = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Reads `2023-06`; null for anything else. */
export function parsePeriod(text: string): Period | null {
  return form.test(text) ? (text as Period) : null;
}

export function periodOf(year: number, month: number): Period {
  return `${year}-${String(month).padStart(2, '0')}` as Period;
}

export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** 1–12 */
export function monthOf(period: Period): number {
  return Number(period.slice(5));
}

export function previousPeriod(period: Period): Period {
  const month = monthOf(period);
  return month === 1 ? periodOf(yearOf(period) - 1, 12) : periodOf(yearOf(period), month - 1);
}

export function nextPeriod(period: Period): Period {
  const month = monthOf(period);
  return month === 12 ? periodOf(yearOf(period) + 1, 1) : periodOf(yearOf(period), month + 1);
}

/** The months of the year up to this one. */
export function yearTo(period: Period): Period[] {
  return Array.from({ length: monthOf(period) }, (_, index) => periodOf(yearOf(period), index + 1));
}

/** ISO date of a day in the month, held at the month's last day: (2023-02, 31) → 2023-02-28. */
export function dayIn(period: Period, day: number): string {
  const days = new Date(Date.UTC(yearOf(period), monthOf(period), 0)).getUTCDate();
  return `${period}-${String(Math.min(day, days)).padStart(2, '0')}`;
}

/** `2023年6月` */
export function periodText(period: Period): string {
  return `${yearOf(period)}年${monthOf(period)}月`;
}

/** ISO date → `2023年7月5日` */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
