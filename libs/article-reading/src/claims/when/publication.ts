import type { Moment } from '@streakline/events';
import { type Exchange, exchange, exchanges } from '@streakline/market-time';
import type { KnownInstrument } from '../claim-context';
import { addDays, weekdayOf } from './days';

/** The day of publication as the exchange's zone has it, and where in that day's trading it fell. */
export interface Publication {
  readonly day: string;
  /** Null where only a date is known, and nothing says which part of it. */
  readonly at: number | null;
}

export function publicationOf(published: Moment, zone: string): Publication {
  if ('on' in published) return { day: published.on, at: null };
  const at = Date.parse(published.at);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return { day: day.format(at), at };
}

/** Sessions of an instrument's exchange; weekdays where its calendar is not known, or not that far. */
export class Sessions {
  private readonly exchange: Exchange | null;

  constructor(instrument: KnownInstrument | null) {
    const mic = instrument?.mic;
    this.exchange = mic !== undefined && exchanges.includes(mic) ? exchange(mic) : null;
  }

  isSession(date: string): boolean {
    const covering = this.covering(date);
    return covering === null ? weekdayOf(date) % 6 !== 0 : covering.isSession(date);
  }

  lastOnOrBefore(date: string): string {
    let day = date;
    while (!this.isSession(day)) day = addDays(day, -1);
    return day;
  }

  next(date: string): string {
    let day = addDays(date, 1);
    while (!this.isSession(day)) day = addDays(day, 1);
    return day;
  }

  count(from: string, to: string): number {
    let sessions = 0;
    for (let day = from; day <= to; day = addDays(day, 1)) if (this.isSession(day)) sessions += 1;
    return sessions;
  }

  /** The last session with a close at or before the publication; the day itself where its hour is not known. */
  lastClosed({ day, at }: Publication): string {
    const last = this.lastOnOrBefore(day);
    const closed = at === null || last < day || this.phase({ day, at }, last) === 'over';
    return closed ? last : this.lastOnOrBefore(addDays(last, -1));
  }

  /** Where the publication fell in a session of its own day; null where the hours are not known. */
  phase({ day, at }: Publication, session: string): 'before' | 'within' | 'over' | null {
    if (session < day) return 'over';
    const covering = this.covering(session);
    if (at === null || covering === null || session > day || !covering.isSession(session)) return null;
    const { open, close } = covering.hours(session);
    if (at < open) return 'before';
    return at < close ? 'within' : 'over';
  }

  private covering(date: string): Exchange | null {
    if (this.exchange === null) return null;
    const { from, to } = this.exchange.coverage;
    return date >= from && date <= to ? this.exchange : null;
  }
}
