import { fromDay } from './calendar-date';
import { NotASessionError } from './calendar-errors';
import { dayZeroOfDate, dayZeroOfInstant, latestInstantOfDate } from './day-zero';
import type { DayZero, Exchange, MarketMoment, Session, SessionHours } from './exchange';
import type { SessionTable } from './session-table';

/** An exchange that answers from a table of its sessions. */
export class TableExchange implements Exchange {
  readonly mic: string;
  readonly zone: string;
  readonly coverage: { readonly from: string; readonly to: string };

  constructor(private readonly table: SessionTable) {
    this.mic = table.place.mic;
    this.zone = table.place.zone;
    this.coverage = table.place.coverage;
  }

  isSession(date: string): boolean {
    return this.table.hasSession(this.table.day(date));
  }

  hours(session: Session): SessionHours {
    const ordinal = this.ordinal(session);
    const { opens, closes } = this.table.columns;
    return { open: opens[ordinal]!, close: closes[ordinal]! };
  }

  sessions(from: string, to: string): readonly Session[] {
    const start = this.table.ordinalOnOrAfter(this.table.day(from));
    return this.table.slice(start, this.ordinalAfter(to));
  }

  ordinal(session: Session): number {
    const day = this.table.day(session);
    if (!this.table.hasSession(day)) throw this.notASession(session, day);
    return this.table.ordinalOnOrAfter(day);
  }

  sessionAt(ordinal: number): Session {
    return this.table.session(ordinal, 'the session with the ordinal', `${ordinal}`);
  }

  shift(session: Session, n: number): Session {
    const ordinal = this.ordinal(session) + n;
    return this.table.session(ordinal, n < 0 ? `session ${-n} before` : `session ${n} after`, session);
  }

  firstOnOrAfter(date: string): Session {
    return this.table.session(this.table.ordinalOnOrAfter(this.table.day(date)), 'the first session on or after', date);
  }

  lastOnOrBefore(date: string): Session {
    return this.table.session(this.ordinalAfter(date) - 1, 'the last session on or before', date);
  }

  dayZero(moment: MarketMoment): DayZero {
    return 'at' in moment ? dayZeroOfInstant(this.table, moment.at) : dayZeroOfDate(this.table, moment);
  }

  latestInstant(moment: MarketMoment): number {
    if (!('at' in moment)) return latestInstantOfDate(this.table, moment);
    this.table.dayOf(moment.at);
    return moment.at;
  }

  endOfDate(date: string): number {
    return this.table.place.clock.endOf(this.table.day(date));
  }

  dateOf(at: number): string {
    return fromDay(this.table.dayOf(at));
  }

  /** The ordinal of the first session after a date; the count where none follows. */
  private ordinalAfter(date: string): number {
    const day = this.table.day(date);
    return this.table.ordinalOnOrAfter(day) + (this.table.hasSession(day) ? 1 : 0);
  }

  private notASession(date: string, day: number): NotASessionError {
    const after = this.table.ordinalOnOrAfter(day);
    const nearest = this.table.slice(Math.max(0, after - 1), after + 1);
    return new NotASessionError(this.mic, date, this.table.place.closedBecause(day), nearest);
  }
}
