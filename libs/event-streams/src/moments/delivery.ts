import { BarsRecorded } from '@streakline/events';
import type { KnownPlace, RawEvent } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import type { ListingsAt } from '../listings/listings-at';

type Column = readonly (string | number | null)[];

interface Said {
  readonly instrumentId: string;
  readonly knownAt?: string;
  readonly sessions: readonly string[];
}

/** An event's data: what its bars share, and what each has of its own, in columns. */
interface Columnar {
  /** The shared part in JSON, its closing brace left out. */
  readonly shared: string;
  readonly columns: readonly (readonly [name: string, cells: Column])[];
}

/** Whether an event may say what was known at several instants: the rest of the types are known at once. */
export function mayBeOfMany({ type, json }: RawEvent): boolean {
  return type === BarsRecorded.name && !/"sessions":\["[^"]{10}"\]/.test(json);
}

/**
 * A delivery of bars that were known one after the other, each at its session's close: the same event is told once an
 * instant, with the bars of that instant alone. Memory is some 60 bytes a bar, and it lets go of what is cut away.
 */
export class Delivery implements KnownPlace {
  private at = 0;

  private constructor(
    private readonly event: RawEvent,
    private readonly data: Columnar,
    /** Epoch milliseconds, a bar each, ascending. */
    private readonly knownAts: Float64Array,
    /** Whether all of the event is in it. */
    private readonly isWhole: boolean,
  ) {}

  /** Of an event of which mayBeOfMany() is true. */
  static of(event: RawEvent, listings: ListingsAt): Delivery {
    const said = JSON.parse(event.json) as Said;
    const data = columnarOf(said);
    const { sessions } = said;
    if (said.knownAt !== undefined) return new Delivery(event, data, sameForAll(sessions, event.knownAt), true);
    const exchange = listings.exchangeOf(said.instrumentId);
    const knownAts = Float64Array.from(sessions, (session) => closeOf(session, exchange) ?? event.knownAt);
    return inOrder(event, data, knownAts, (...parts) => new Delivery(...parts));
  }

  get bars(): number {
    return this.knownAts.length - this.at;
  }

  get instants(): Float64Array {
    return this.knownAts.subarray(this.at);
  }

  get isDone(): boolean {
    return this.at >= this.knownAts.length;
  }

  /** Of what is told next; only where it is not done. */
  get knownAt(): number {
    return this.knownAts[this.at] ?? Infinity;
  }

  get position(): number {
    return this.event.position;
  }

  /** What of it was known at `from` or later and before `before`; null where that is nothing. */
  within(from: number, before: number): Delivery | null {
    const first = firstFrom(this.knownAts, from);
    const end = firstFrom(this.knownAts, before);
    if (first >= end) return null;
    if (first === 0 && end === this.knownAts.length) return this;
    return new Delivery(this.event, sliced(this.data, first, end), this.knownAts.slice(first, end), false);
  }

  /** All of it as one event, known when the last of it was. */
  whole(): RawEvent {
    return this.isWhole ? this.event : this.told(0, this.knownAts.length);
  }

  /** The next instant's bars as an event of their own, of the same position. */
  take(): RawEvent {
    const start = this.at;
    const instant = this.knownAt;
    do this.at += 1;
    while (this.knownAts[this.at] === instant);
    return this.told(start, this.at);
  }

  private told(start: number, end: number): RawEvent {
    const knownAt = this.knownAts[end - 1] ?? this.event.knownAt;
    if (this.isWhole && start === 0 && end === this.knownAts.length) return { ...this.event, knownAt };
    const { shared, columns } = this.data;
    let json = shared;
    for (const [name, cells] of columns) {
      json += `,"${name}":[${cellText(cells[start])}`;
      for (let i = start + 1; i < end; i++) json += `,${cellText(cells[i])}`;
      json += ']';
    }
    return { ...this.event, knownAt, json: `${json}}` };
  }
}

/** The columns are the lists that are as long as that of the sessions. */
function columnarOf(data: Said): Columnar {
  const isColumn = (value: unknown): value is Column => Array.isArray(value) && value.length === data.sessions.length;
  const columns = Object.entries(data).flatMap(([name, value]) => (isColumn(value) ? [[name, value] as const] : []));
  const shared = Object.fromEntries(Object.entries(data).filter(([, value]) => !isColumn(value)));
  return { shared: JSON.stringify(shared).slice(0, -1), columns };
}

function sliced({ shared, columns }: Columnar, start: number, end: number): Columnar {
  return { shared, columns: columns.map(([name, cells]) => [name, cells.slice(start, end)]) };
}

function sameForAll(sessions: readonly string[], knownAt: number): Float64Array {
  return new Float64Array(sessions.length).fill(knownAt);
}

/** A session that the calendar does not know is known when all of its delivery is: no view uses it. */
function closeOf(session: string, exchange: Exchange | null): number | undefined {
  if (exchange === null) return undefined;
  const { from, to } = exchange.coverage;
  if (session < from || session > to || !exchange.isSession(session)) return undefined;
  return exchange.hours(session).close;
}

/** Sessions ascend, and their closes with them, unless the calendar did not know one. */
function inOrder<T>(
  event: RawEvent,
  data: Columnar,
  knownAts: Float64Array,
  make: (event: RawEvent, data: Columnar, knownAts: Float64Array, isWhole: boolean) => T,
): T {
  if (knownAts.every((knownAt, i) => i === 0 || knownAts[i - 1]! <= knownAt)) return make(event, data, knownAts, true);
  const places = Array.from(knownAts.keys()).sort((a, b) => knownAts[a]! - knownAts[b]! || a - b);
  const columns = data.columns.map(([name, cells]) => [name, places.map((place) => cells[place] ?? null)] as const);
  return make(
    event,
    { ...data, columns },
    Float64Array.from(places, (place) => knownAts[place]!),
    true,
  );
}

function firstFrom(knownAts: Float64Array, instant: number): number {
  let [low, high] = [0, knownAts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (knownAts[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cellText(cell: string | number | null | undefined): string {
  if (typeof cell === 'number') return String(cell);
  return cell === null || cell === undefined ? 'null' : JSON.stringify(cell);
}
