/** What a day is. */
export interface Day {
  /** ISO date. */
  readonly date: string;
  readonly workday: boolean;
  /** Why it is not what its place in the week says, 春节 or 国庆节, on days off and on make-up workdays alike; null for ordinary days. */
  readonly name: string | null;
  /** Whether the office's own calendar says so. */
  readonly own: boolean;
}

/** Workdays and days off. Dates are ISO dates of days in China. */
export interface Calendar {
  /** Years that it covers, ascending. */
  readonly years: readonly number[];
  /** UsageError with the fix where the year is not covered: nothing is concluded from the day of the week alone. */
  day(date: string): Day;
  /** As `day`. */
  isWorkday(date: string): boolean;
}
