/** The report month itself, or the one after it. */
export type RuleMonth = 'this' | 'next';
/** 截止日期, 报送期限 and 印发日期 of the report month, by the office's settings. */
export type Anchor = 'cutoff' | 'return' | 'issue';
/** 顺延, 提前: where a day is no workday, the next one or the last one before; `none` leaves it where it is. */
export type Shift = 'none' | 'forward' | 'back';

/** A day of a month; a day that the month has not, is its last. */
export interface MonthDay {
  readonly month: RuleMonth;
  /** 1–31 */
  readonly day: number;
}

export type DayRule =
  | {
      readonly kind: 'from';
      readonly base: MonthDay | Anchor;
      readonly shift: Shift;
      /** Workdays to go on from there, or back where negative; 0 for none. */
      readonly workdays: number;
    }
  /** The n-th workday of a month; from its end where negative. */
  | { readonly kind: 'nth'; readonly month: RuleMonth; readonly nth: number };

/** When something is due each month. */
export interface Rule {
  readonly day: DayRule;
  /** `09:00`, in China. */
  readonly time: string;
}
