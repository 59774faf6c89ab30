import type { Known } from '@streakline/dossiers';
import { type Session, toDay } from '@streakline/market-time';

type SessionTable = Known['table'];

/** The sessions of one exchange that a run trades, with their auctions, in columns. */
export class Calendar {
  readonly sessions: readonly Session[];
  /** Epoch milliseconds. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Ordinal of the first one in the exchange's table. */
  readonly firstOrdinal: number;
  /** The last close before them; NaN where the table begins with them. */
  readonly closeBefore: number;

  /** Dates, [from, to). */
  constructor(
    readonly table: SessionTable,
    from: string,
    to: string,
  ) {
    const end = table.ordinalFrom(toDay(to)) ?? table.sessions.length;
    this.firstOrdinal = Math.min(table.ordinalFrom(toDay(from)) ?? end, end);
    this.sessions = table.sessions.slice(this.firstOrdinal, end);
    this.opens = Float64Array.from(this.sessions, (session) => table.eveOf(session) + 1);
    this.closes = table.closes.slice(this.firstOrdinal, end);
    this.closeBefore = table.closes[this.firstOrdinal - 1] ?? Number.NaN;
  }

  /** The place of the first auction at or after an instant, and after another; null where the run ends before. */
  firstAuction(kind: 'open' | 'close', notBefore: number, after: number): number | null {
    const instants = kind === 'open' ? this.opens : this.closes;
    let low = 0;
    let high = instants.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (instants[middle]! < notBefore || instants[middle]! <= after) low = middle + 1;
      else high = middle;
    }
    return low === instants.length ? null : low;
  }
}

/** One for each exchange's table, made when it is first asked for. */
export class Calendars {
  private readonly byTable = new Map<SessionTable, Calendar>();
  private readonly closing = new Map<SessionTable, boolean>();

  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {}

  of({ table }: Pick<Known, 'table'>): Calendar {
    let calendar = this.byTable.get(table);
    if (calendar === undefined) this.byTable.set(table, (calendar = new Calendar(table, this.from, this.to)));
    return calendar;
  }

  /** Whether an exchange closes, within the run, at no other instants than those that are traded. */
  closeWith({ table }: Pick<Known, 'table'>): boolean {
    if (this.byTable.has(table)) return true;
    let answer = this.closing.get(table);
    if (answer === undefined) {
      const closes = new Set(this.all.flatMap((calendar) => [...calendar.closes]));
      answer = new Calendar(table, this.from, this.to).closes.every((at) => closes.has(at));
      this.closing.set(table, answer);
    }
    return answer;
  }

  get all(): readonly Calendar[] {
    return [...this.byTable.values()];
  }
}
