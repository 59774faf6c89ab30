/** A row of falling or rising closes, by the places of its bars: it runs from the close of `base` to that of `last`. */
export interface Streak {
  readonly sign: 1 | -1;
  readonly base: number;
  readonly last: number;
  /** In the unit that was asked for. */
  readonly length: number;
}

export type StreakUnit = 'session' | 'day' | 'calendarDay' | 'week' | 'month';
