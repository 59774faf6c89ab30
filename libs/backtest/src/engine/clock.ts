import type { Session } from '@streakline/market-time';
import type { Calendar } from '../market/calendar';
import { InstantHeap } from './instant-heap';

/** A session's auction: the place of the session in its calendar. */
export interface Tick {
  readonly calendar: Calendar;
  readonly place: number;
}

interface TimedTick extends Tick {
  readonly at: number;
  readonly kind: 'open' | 'close';
}

/** An instant of the replay: auctions, and instruments of which something else became known. */
export interface Instant {
  readonly at: number;
  readonly opens: readonly Tick[];
  readonly closes: readonly Tick[];
  /** Places in the market's list. */
  readonly odd: readonly number[];
  /** The date whose last session ends here, if one does. */
  readonly dateEnded: Session | null;
}

/** Puts the opens and closes of all exchanges, and what becomes known between them, in one order. */
export class Clock {
  private readonly ticks: readonly TimedTick[];
  private next = 0;
  private readonly odd = new InstantHeap();
  private readonly lastCloses = new Map<Session, number>();
  /** Nothing happens after it. */
  readonly end: number;

  constructor(calendars: readonly Calendar[], asOf: number) {
    const ticks = calendars.flatMap((calendar) => [
      ...Array.from(calendar.opens, (at, place) => ({ at, kind: 'open' as const, calendar, place })),
      ...Array.from(calendar.closes, (at, place) => ({ at, kind: 'close' as const, calendar, place })),
    ]);
    this.ticks = ticks.sort((a, b) => a.at - b.at);
    for (const { calendar, place } of ticks) {
      const session = calendar.sessions[place]!;
      this.lastCloses.set(session, Math.max(this.lastCloses.get(session) ?? -Infinity, calendar.closes[place]!));
    }
    this.end = Math.min(asOf, ticks[ticks.length - 1]?.at ?? -Infinity);
  }

  /** Dates that have a session. */
  get dates(): number {
    return this.lastCloses.size;
  }

  /**
   * Before anything of the first sessions: the last close before them, so that the night before is already replayed. Where
   * an exchange has none, an hour before its first open.
   */
  static startOf(calendars: readonly Calendar[]): number {
    const starts = calendars
      .filter(({ sessions }) => sessions.length > 0)
      .map(({ closeBefore, opens }) => (Number.isNaN(closeBefore) ? opens[0]! - 3_600_000 : closeBefore));
    return Math.max(...starts);
  }

  /** Something of an instrument becomes known at an instant. */
  expect(index: number, at: number): void {
    if (at <= this.end) this.odd.push(at, index);
  }

  /** Null at the end. */
  advance(): Instant | null {
    const at = Math.min(this.ticks[this.next]?.at ?? Infinity, this.odd.least);
    if (at > this.end) return null;
    const [opens, closes, odd]: [Tick[], Tick[], number[]] = [[], [], []];
    for (; this.ticks[this.next]?.at === at; this.next++) {
      const tick = this.ticks[this.next]!;
      (tick.kind === 'open' ? opens : closes).push(tick);
    }
    while (this.odd.least === at) odd.push(this.odd.pop());
    const session = closes.map(({ calendar, place }) => calendar.sessions[place]!);
    const dateEnded = session.find((date) => this.lastCloses.get(date) === at) ?? null;
    // Once each: where a tape ends, an instrument is expected again by its last bar.
    const learning = odd.length < 2 ? odd : [...new Set(odd)].sort((a, b) => a - b);
    return { at, opens, closes, odd: learning, dateEnded };
  }
}
