/** Regular hours from a date on, in local time (`HH:MM`). */
export interface RegularHours {
  readonly from: string;
  readonly open: string;
  readonly close: string;
  /** A midday break is a fact of the calendar, but not a close: an instant in it is intraday. */
  readonly break?: { readonly from: string; readonly to: string };
}

/** What a person types to describe one exchange: the rule (weekdays, regular hours) and everything that broke it. */
export interface ExchangeCalendar {
  readonly mic: string;
  /** IANA name. */
  readonly zone: string;
  /** Dates, both inclusive. */
  readonly coverage: { readonly from: string; readonly to: string };
  /** In order; the first from the start of the coverage. */
  readonly hours: readonly RegularHours[];
  /**
   * A line per year, the year first, then each weekday that was not a full regular session: `MM-DD` closed all day,
   * `MM-DD@-13:00` closed early, `MM-DD@11:00-` opened late, `MM-DD@11:00-14:00` both.
   */
  readonly exceptions: string;
  /** By date: why the exchange departed from its own rules, where that is certain. */
  readonly reasons: Readonly<Record<string, string>>;
}
