import type { Exchange, Session } from '@streakline/market-time';
import { dayOf } from '../facts/day-number';

/**
 * The sessions of an exchange in columns, by ordinal: a view asks for thousands of them, and must not throw where a
 * moment lies beyond the calendar. Times are epoch milliseconds, days as dayOf() counts.
 */
export class SessionTable {
  readonly sessions: readonly Session[];
  readonly closes: Float64Array;
  private readonly opens: Float64Array;
  private readonly firstDay: number;
  /** Sessions up to and with a day, from the first covered day on. */
  private readonly countByDay: Int32Array;

  constructor(readonly exchange: Exchange) {
    const { from, to } = exchange.coverage;
    this.sessions = exchange.sessions(from, to);
    const hours = this.sessions.map((session) => exchange.hours(session));
    this.opens = Float64Array.from(hours, ({ open }) => open);
    this.closes = Float64Array.from(hours, ({ close }) => close);
    this.firstDay = dayOf(from);
    this.countByDay = new Int32Array(dayOf(to) - this.firstDay + 1);
    for (const session of this.sessions) this.countByDay[dayOf(session) - this.firstDay] = 1;
    for (let i = 1; i < this.countByDay.length; i++) this.countByDay[i]! += this.countByDay[i - 1]!;
  }

  /** The ordinal of the session on a day; -1 if there is none. */
  ordinalOn(day: number): number {
    const place = day - this.firstDay;
    const count = this.countByDay[place] ?? 0;
    return count === (this.countByDay[place - 1] ?? 0) ? -1 : count - 1;
  }

  /** The ordinal of the first session on or after a day; null if the calendar does not tell. */
  ordinalFrom(day: number): number | null {
    const place = day - this.firstDay;
    if (place < 0 || place >= this.countByDay.length) return null;
    const ordinal = this.countByDay[place - 1] ?? 0;
    return ordinal < this.sessions.length ? ordinal : null;
  }

  /** The ordinal of the first session whose close is at or after an instant; the number of sessions if there is none. */
  firstClosingFrom(at: number): number {
    let low = 0;
    let high = this.closes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.closes[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last millisecond before the open of the first session on or after a date; where the calendar does not reach, before the date in UTC. */
  eveOf(date: string): number {
    const ordinal = this.ordinalFrom(dayOf(date));
    return (ordinal === null ? Date.parse(date) : this.opens[ordinal]!) - 1;
  }

  /** The close of a session; where the calendar knows none on that date, the end of the date. */
  closeOf(date: string): number {
    const ordinal = this.ordinalOn(dayOf(date));
    return ordinal === -1 ? this.endOf(date) : this.closes[ordinal]!;
  }

  /** The last millisecond of a local date; where the calendar does not reach, of the date in UTC-12, the last place on earth where it ends. */
  endOf(date: string): number {
    const { from, to } = this.exchange.coverage;
    if (date >= from && date <= to) return this.exchange.endOfDate(date);
    return Date.parse(date) + 36 * 3_600_000 - 1;
  }
}

const tables = new WeakMap<Exchange, SessionTable>();

/** Remembered for each exchange. */
export function sessionTableOf(exchange: Exchange): SessionTable {
  let table = tables.get(exchange);
  if (table === undefined) tables.set(exchange, (table = new SessionTable(exchange)));
  return table;
}
