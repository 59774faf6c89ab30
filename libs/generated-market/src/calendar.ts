import { type Exchange, exchange } from '@streakline/market-time';

/** The sessions of a market by their place in it, 0 being the first. New York's exchanges share them. */
export class MarketCalendar {
  private readonly places: ReadonlyMap<string, number>;
  private readonly exchange: Exchange = exchange('XNAS');

  constructor(readonly sessions: readonly string[]) {
    this.places = new Map(sessions.map((session, place) => [session, place]));
  }

  get length(): number {
    return this.sessions.length;
  }

  session(place: number): string {
    return this.sessions[place]!;
  }

  /** Undefined before the first session and after the last. */
  place(session: string): number | undefined {
    return this.places.get(session);
  }

  /** Place of the first session on or after a date; undefined after the last. */
  onOrAfter(date: string): number | undefined {
    return this.places.get(this.exchange.firstOnOrAfter(date));
  }

  open(place: number): number {
    return this.exchange.hours(this.session(place)).open;
  }

  close(place: number): number {
    return this.exchange.hours(this.session(place)).close;
  }

  /** Last millisecond of a session's date. */
  endOfDate(place: number): number {
    return this.exchange.endOfDate(this.session(place));
  }

  /** Place of day 0 of an instant or a date; undefined outside the market. */
  dayZero(moment: Parameters<Exchange['dayZero']>[0]): number | undefined {
    return this.places.get(this.exchange.dayZero(moment).day0);
  }

  latestInstant(moment: Parameters<Exchange['latestInstant']>[0]): number {
    return this.exchange.latestInstant(moment);
  }
}
