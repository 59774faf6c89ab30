import { fromDay, toDay } from './calendar-date';
import { OutsideCoverageError } from './calendar-errors';
import type { LocalClock } from './local-clock';

/** The columns of a table: one row a session, in order. */
export interface SessionColumns {
  /** Epoch days. */
  readonly days: Int32Array;
  /** Epoch milliseconds. */
  readonly opens: Float64Array;
  /** Epoch milliseconds. */
  readonly closes: Float64Array;
}

/** What a table needs to know about the place whose sessions it holds. */
export interface SessionPlace {
  readonly mic: string;
  readonly zone: string;
  readonly coverage: { readonly from: string; readonly to: string };
  readonly clock: LocalClock;
  /** Why there is no session on a day. */
  closedBecause(day: number): string;
}

/** All covered sessions by their place in it (the ordinal), with the two look-ups that everything else rests on. */
export class SessionTable {
  readonly count: number;
  private readonly firstDay: number;
  private readonly lastDay: number;
  /** Written when first asked for: most tables are only asked about a few years. */
  private readonly names: (string | undefined)[];
  /** By days since the first covered one: the ordinal of the first session on or after it. */
  private readonly onOrAfter: Int32Array;

  constructor(
    readonly place: SessionPlace,
    readonly columns: SessionColumns,
  ) {
    this.count = columns.days.length;
    this.names = new Array<string | undefined>(this.count);
    this.firstDay = toDay(place.coverage.from);
    this.lastDay = toDay(place.coverage.to);
    this.onOrAfter = new Int32Array(this.lastDay - this.firstDay + 1);
    for (let day = this.firstDay, ordinal = 0; day <= this.lastDay; day += 1) {
      while (ordinal < this.count && columns.days[ordinal]! < day) ordinal += 1;
      this.onOrAfter[day - this.firstDay] = ordinal;
    }
  }

  /** The day of a covered date. */
  day(date: string): number {
    const day = toDay(date);
    if (day < this.firstDay || day > this.lastDay) throw this.outside(date);
    return day;
  }

  /** The local day of a covered instant. */
  dayOf(at: number): number {
    const day = this.place.clock.dayOf(at);
    if (!(day >= this.firstDay && day <= this.lastDay)) throw this.outside(describeInstant(at));
    return day;
  }

  hasSession(day: number): boolean {
    return this.columns.days[this.ordinalOnOrAfter(day)] === day;
  }

  /** `count` where none follows. */
  ordinalOnOrAfter(day: number): number {
    return this.onOrAfter[day - this.firstDay]!;
  }

  /** The first session whose close is after the instant; `count` where there is none. */
  ordinalClosingAfter(at: number): number {
    const { closes } = this.columns;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (closes[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The session in that place; `role` and `of` say what it would be, where it is not covered. */
  session(ordinal: number, role: string, of: string | number): string {
    const day = this.columns.days[ordinal];
    if (day === undefined) throw this.outside(`${role} ${typeof of === 'string' ? of : describeInstant(of)}`);
    return (this.names[ordinal] ??= fromDay(day));
  }

  /** The sessions from one ordinal up to, and without, another. */
  slice(from: number, to: number): readonly string[] {
    const names: string[] = [];
    const end = Math.min(to, this.count);
    for (let ordinal = from; ordinal < end; ordinal += 1) {
      names.push((this.names[ordinal] ??= fromDay(this.columns.days[ordinal]!)));
    }
    return names;
  }

  outside(asked: string): OutsideCoverageError {
    return new OutsideCoverageError(this.place.mic, this.place.coverage, asked);
  }
}

function describeInstant(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? `the instant ${at}` : date.toISOString();
}
